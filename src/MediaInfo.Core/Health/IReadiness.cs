namespace MediaInfo.Core.Health;

/// <summary>A dependency that this service cannot work without.</summary>
public interface IReadiness
{
    /// <summary>The name of the dependency in the health response.</summary>
    string Name { get; }

    /// <summary>Runs the check.</summary>
    Task<Readiness> CheckAsync(CancellationToken cancellationToken);
}
