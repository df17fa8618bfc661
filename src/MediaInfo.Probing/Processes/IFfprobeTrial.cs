namespace MediaInfo.Probing.Processes;

/// <summary>Tries a binary before it is trusted with objects.</summary>
public interface IFfprobeTrial
{
    /// <summary>What is wrong with the binary; null if it passed.</summary>
    Task<string?> FindProblemAsync(string path, CancellationToken cancellationToken);
}
