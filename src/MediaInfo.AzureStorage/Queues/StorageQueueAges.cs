using Azure;
using MediaInfo.Core.Jobs;
using MediaInfo.Core.Telemetry;

namespace MediaInfo.AzureStorage.Queues;

/// <summary>
/// Peeks at the head of every queue of this service, one transaction per queue. Messages being processed are invisible and not
/// counted.
/// </summary>
public sealed class StorageQueueAges(StorageClients clients) : IQueueAges
{
    private const int AtATime = 16;

    // The lanes of all accounts count as one queue.
    private static readonly string[] Names =
        [.. AnalysisJob.Bands.Select(StorageNames.AnalysesQueue), StorageNames.CallbacksQueue];

    /// <inheritdoc />
    public async Task<IReadOnlyDictionary<string, DateTimeOffset?>> ReadAsync(CancellationToken cancellationToken)
    {
        var lanes = await Task.WhenAll(
            clients.LanesAsync(StorageNames.AnalysesLanes, cancellationToken),
            clients.LanesAsync(StorageNames.CallbacksLanes, cancellationToken));
        var queues = lanes.SelectMany(names => names).Append(StorageNames.CallbacksQueue);
        var oldest = Names.ToDictionary(name => name, _ => (DateTimeOffset?)null, StringComparer.Ordinal);
        foreach (var some in queues.Chunk(AtATime))
        {
            var heads = await Task.WhenAll(some.Select(name => HeadAsync(name, cancellationToken)));
            foreach (var (name, head) in some.Select(StorageNames.ShownName).Zip(heads).Where(pair => pair.First is not null))
            {
                oldest[name!] = oldest[name!] is { } known && (head is null || known < head) ? known : head;
            }
        }

        return oldest;
    }

    private async Task<DateTimeOffset?> HeadAsync(string name, CancellationToken cancellationToken)
    {
        try
        {
            var answer = await clients.Queues
                .GetQueueClient(name)
                .PeekMessagesAsync(maxMessages: 1, cancellationToken)
                .OrIOException(cancellationToken);
            return answer.Value is [var head, ..] ? head.InsertedOn : null;
        }
        catch (RequestFailedException refusal) when (refusal is { ErrorCode: "QueueNotFound" })
        {
            return null;
        }
    }
}
