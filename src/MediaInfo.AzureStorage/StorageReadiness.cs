using MediaInfo.Core.Health;

namespace MediaInfo.AzureStorage;

/// <summary>Checks whether blobs and queues respond.</summary>
public sealed class StorageReadiness(StorageInitializer storage) : IReadiness
{
    /// <inheritdoc />
    public string Name => "storage";

    /// <inheritdoc />
    public async Task<Readiness> CheckAsync(CancellationToken cancellationToken) =>
        await storage.CheckAsync(cancellationToken) is { } problem
            ? new Readiness(IsReady: false, problem)
            : new Readiness(IsReady: true, "responds");
}
