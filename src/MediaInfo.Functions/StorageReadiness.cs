using MediaInfo.AzureStorage;
using MediaInfo.Core.Health;

namespace MediaInfo.Functions;

/// <summary>Whether the storage account answers.</summary>
public sealed class StorageReadiness(StorageInitializer storage) : IReadiness
{
    /// <inheritdoc />
    public string Name => "storage";

    /// <inheritdoc />
    public async Task<Readiness> CheckAsync(CancellationToken cancellationToken)
    {
        var problem = await storage.CheckAsync(cancellationToken);
        return new Readiness(problem is null, problem ?? "blobs and queues answer");
    }
}
