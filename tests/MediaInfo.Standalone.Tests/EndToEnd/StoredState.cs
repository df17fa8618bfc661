using System.Text.Json;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using MediaInfo.AzureStorage;

namespace MediaInfo.Standalone.Tests.EndToEnd;

/// <summary>The content of storage, read without the program.</summary>
public sealed class StoredState(BlobServiceClient blobs, QueueServiceClient queues)
{
    private const string Account = "1000000000000001";
    private const int Batch = 32;

    /// <summary>The container of media objects.</summary>
    public BlobContainerClient Bucket { get; } = blobs.GetBlobContainerClient(StandaloneFixture.Bucket);

    /// <summary>The queue of jobs without a priority.</summary>
    public QueueClient Analyses { get; } = queues.GetQueueClient(StorageNames.AnalysesLanes.Of(Account, 6));

    /// <summary>The poison queue of unreadable messages.</summary>
    public QueueClient AnalysesPoison { get; } = queues.GetQueueClient("analyses-poison");

    /// <summary>The queue that earlier versions used for all accounts.</summary>
    public QueueClient FormerAnalyses { get; } = queues.GetQueueClient("analyses-6");

    /// <summary>The queue of completion messages and events to deliver.</summary>
    public QueueClient Callbacks { get; } = queues.GetQueueClient(StorageNames.CallbacksLanes.Of(Account, 0));

    /// <summary>The poison queue of unreadable callbacks.</summary>
    public QueueClient CallbacksPoison { get; } = queues.GetQueueClient("callbacks-poison");

    private QueueClient Completions { get; } = queues.GetQueueClient("mediainfo-callbacks");

    private BlobContainerClient Jobs { get; } = blobs.GetBlobContainerClient("mediainfo-jobs");

    private BlobContainerClient Results { get; } = blobs.GetBlobContainerClient("mediainfo-results");

    /// <summary>The text of the message that requests a job's analysis.</summary>
    public static string AnalyzeMessage(string job, int version = 1) =>
        $$$"""{"name":"analyze","version":{{{version}}},"data":{"account":"{{{Account}}}","id":"{{{job}}}"}}""";

    /// <summary>The documents of the jobs, in the same order.</summary>
    public async Task<IReadOnlyList<JobDocument>> DocumentsAsync(IEnumerable<string> jobs)
    {
        var documents = new List<JobDocument>();
        foreach (var job in jobs)
        {
            var blob = (await DocumentOf(job).DownloadContentAsync()).Value;
            documents.Add(JobDocument.Read(job, blob.Content, blob.Details.ETag.ToString()));
        }

        return documents;
    }

    /// <summary>The document of a job, to read or to tamper with.</summary>
    public BlobClient DocumentOf(string job) => Jobs.GetBlobClient($"{Account}/{job}.json");

    /// <summary>The states of all jobs by id, at one moment. Empty for a document that a test has overwritten.</summary>
    public async Task<IReadOnlyDictionary<string, string>> StatesAsync()
    {
        var states = new Dictionary<string, string>(StringComparer.Ordinal);
        await foreach (var blob in Jobs.GetBlobsAsync(BlobTraits.Metadata, BlobStates.None, $"{Account}/", default))
        {
            states.Add(
                Path.GetFileNameWithoutExtension(blob.Name), blob.Metadata.TryGetValue("state", out var state) ? state : "");
        }

        return states;
    }

    /// <summary>The result parts of a job.</summary>
    public async Task<IReadOnlyList<(string Name, string ETag)>> ResultsAsync(string job)
    {
        var parts = new List<(string Name, string ETag)>();
        await foreach (var blob in Results.GetBlobsAsync(BlobTraits.None, BlobStates.None, $"{Account}/{job}/", default))
        {
            parts.Add((blob.Name, $"{blob.Properties.ETag}"));
        }

        return parts;
    }

    /// <summary>Whether no work is left, held by a worker or not.</summary>
    public async Task<bool> IsAllDoneAsync() => await CountAsync(Analyses) == 0 && await CountAsync(Callbacks) == 0;

    /// <summary>Empties the callback queue.</summary>
    /// <returns>The bodies of all messages by the job that they name.</returns>
    public async Task<ILookup<string, string>> TakeCompletionsAsync()
    {
        var taken = new List<(string JobId, string Body)>();
        while ((await Completions.ReceiveMessagesAsync(Batch)).Value is { Length: > 0 } messages)
        {
            foreach (var message in messages)
            {
                var body = message.Body.ToString();
                using var json = JsonDocument.Parse(body);
                taken.Add((json.RootElement.GetProperty("JobId").GetString()!, body));
                await Completions.DeleteMessageAsync(message.MessageId, message.PopReceipt);
            }
        }

        return taken.ToLookup(message => message.JobId, message => message.Body, StringComparer.Ordinal);
    }

    /// <summary>The visible messages, at most 32.</summary>
    public static async Task<IReadOnlyList<string>> PeekAsync(QueueClient queue)
    {
        PeekedMessage[] messages = await queue.PeekMessagesAsync(Batch);
        return Array.ConvertAll(messages, message => message.Body.ToString());
    }

    private static async Task<int> CountAsync(QueueClient queue) =>
        (await queue.GetPropertiesAsync()).Value.ApproximateMessagesCount;
}
