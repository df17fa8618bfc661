using MediaInfo.Core.Queues;
using Microsoft.Extensions.Logging;

namespace MediaInfo.AzureStorage.Queues;

/// <summary>The queues of this service in the storage account.</summary>
public sealed class StorageWorkQueues(StorageClients clients, ILogger<StorageWorkQueue> logger) : IWorkQueues
{
    /// <inheritdoc />
    public IWorkQueue Analyses { get; } = new StorageWorkQueue(clients, StorageNames.AnalysesQueue, logger);

    /// <inheritdoc />
    public IWorkQueue Callbacks { get; } = new StorageWorkQueue(clients, StorageNames.CallbacksQueue, logger);
}
