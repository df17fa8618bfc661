using MediaInfo.Core.Jobs;
using MediaInfo.Core.Queues;
using Microsoft.Extensions.Logging;

namespace MediaInfo.AzureStorage.Queues;

/// <summary>The queues of this service in the storage account.</summary>
public sealed class StorageWorkQueues(StorageClients clients, ILogger<StorageWorkQueue> logger) : IWorkQueues
{
    private readonly Dictionary<int, StorageWorkQueue> _analyses = AnalysisJob.Priorities
        .ToDictionary(
            priority => priority,
            priority => new StorageWorkQueue(clients, StorageNames.AnalysesQueue(priority), logger, StorageNames.AnalysesPoisonQueue));

    /// <inheritdoc />
    public IWorkQueue Tokens { get; } = new StorageWorkQueue(clients, StorageNames.TokensQueue, logger);

    /// <inheritdoc />
    public IWorkQueue Callbacks { get; } = new StorageWorkQueue(clients, StorageNames.CallbacksQueue, logger);

    /// <inheritdoc />
    public IWorkQueue AnalysesOf(int priority) => _analyses.TryGetValue(priority, out var queue)
        ? queue
        : throw new ArgumentOutOfRangeException(nameof(priority), priority, "No priority of a job");
}
