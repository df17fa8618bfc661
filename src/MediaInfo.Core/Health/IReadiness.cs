namespace MediaInfo.Core.Health;

/// <summary>Something this service cannot work without.</summary>
public interface IReadiness
{
    /// <summary>What it is, for the health answer.</summary>
    string Name { get; }

    /// <summary>Checks it now.</summary>
    Task<Readiness> CheckAsync(CancellationToken cancellationToken);
}
