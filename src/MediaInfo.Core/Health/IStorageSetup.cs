namespace MediaInfo.Core.Health;

/// <summary>Makes storage ready before the service takes any work.</summary>
public interface IStorageSetup
{
    /// <summary>Creates whatever is missing. Idempotent.</summary>
    /// <exception cref="IOException">Storage cannot be used; the message tells the operator why.</exception>
    Task PrepareAsync(CancellationToken cancellationToken);
}
