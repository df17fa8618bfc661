namespace MediaInfo.Probing.Processes;

/// <summary>Tries a binary of a tool before it is trusted with objects.</summary>
public interface IToolTrial
{
    /// <summary>What is wrong with the binary; null if it passed.</summary>
    Task<string?> FindProblemAsync(string path, CancellationToken cancellationToken);
}
