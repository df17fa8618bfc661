using Azure;
using MediaInfo.Core.Jobs;
using MediaInfo.Core.Telemetry;

namespace MediaInfo.AzureStorage.Queues;

/// <summary>Peeks at the head of every queue of this service, one transaction a queue. Messages that somebody works on are not seen.</summary>
public sealed class StorageQueueAges(StorageClients clients) : IQueueAges
{
    private static readonly string[] Names =
        [.. AnalysisJob.Priorities.Select(StorageNames.AnalysesQueue), StorageNames.TokensQueue, StorageNames.CallbacksQueue];

    /// <inheritdoc />
    public async Task<IReadOnlyDictionary<string, DateTimeOffset?>> ReadAsync(CancellationToken cancellationToken)
    {
        var heads = await Task.WhenAll(Names.Select(name => HeadAsync(name, cancellationToken)));
        return Names.Zip(heads).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal);
    }

    private async Task<DateTimeOffset?> HeadAsync(string name, CancellationToken cancellationToken)
    {
        try
        {
            var answer = await clients.Queues.GetQueueClient(name).PeekMessagesAsync(maxMessages: 1, cancellationToken).OrIOException(cancellationToken);
            return answer.Value is [var head, ..] ? head.InsertedOn : null;
        }
        catch (RequestFailedException refusal) when (refusal is { ErrorCode: "QueueNotFound" })
        {
            return null;
        }
    }
}
