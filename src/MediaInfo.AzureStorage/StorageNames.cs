using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using MediaInfo.AzureStorage.Queues;
using MediaInfo.Core.Jobs;
using MediaInfo.Core.Library;
using MediaInfo.Core.Library.Claims;
using MediaInfo.Core.Messaging;
using MediaInfo.Core.Objects;
using MediaInfo.Core.Pipelines;

namespace MediaInfo.AzureStorage;

/// <summary>The names of all containers, queues and blobs of this service, and storage's naming rules.</summary>
public static partial class StorageNames
{
    private const string Analyses = "analyses";
    private const int DigestLength = 32;

    /// <summary>The prefix of this service's container names.</summary>
    internal const string OwnContainerPrefix = "mediainfo-";

    /// <summary>
    /// The connection setting of a Functions app's triggers; <see cref="AzureStorageOptions"/> falls back to it.
    /// </summary>
    public const string HostConnection = "AzureWebJobsStorage";

    /// <summary>The container of job documents.</summary>
    public const string JobsContainer = OwnContainerPrefix + "jobs";

    /// <summary>The container of result parts.</summary>
    public const string ResultsContainer = OwnContainerPrefix + "results";

    /// <summary>The container of pipeline documents.</summary>
    public const string PipelinesContainer = OwnContainerPrefix + "pipelines";

    /// <summary>The container of notes about jobs that wait for their pipeline.</summary>
    public const string HeldContainer = OwnContainerPrefix + "held";

    /// <summary>The container of used nonces.</summary>
    public const string NoncesContainer = OwnContainerPrefix + "nonces";

    /// <summary>The container of the media library's documents and claims.</summary>
    public const string AssetsContainer = OwnContainerPrefix + "assets";

    /// <summary>The container of settings that accounts made through the API.</summary>
    public const string SettingsContainer = OwnContainerPrefix + "settings";

    /// <summary>The container of topics with their subscriptions.</summary>
    public const string TopicsContainer = OwnContainerPrefix + "topics";

    /// <summary>The container of published messages that are being delivered.</summary>
    public const string TopicMessagesContainer = OwnContainerPrefix + "topic-messages";

    /// <summary>The container of the files that the service makes by itself.</summary>
    public const string FilesContainer = OwnBucket.Name;

    /// <summary>The blob of the key that signs posts to subscribers, in the container of settings.</summary>
    public const string SigningKeyBlob = "topic-signing-key.pem";

    /// <summary>The completion messages of all accounts, in a host whose triggers listen to a single queue.</summary>
    public const string CallbacksQueue = "callbacks";

    /// <summary>The suffix of poison queue names, the same as that of the Functions host.</summary>
    public const string PoisonSuffix = "-poison";

    /// <summary>The poison queue of all analysis lanes.</summary>
    public const string AnalysesPoisonQueue = Analyses + PoisonSuffix;

    /// <summary>The poison queue of <see cref="CallbacksQueue"/>.</summary>
    public const string CallbacksPoisonQueue = CallbacksQueue + PoisonSuffix;

    /// <summary>The containers of this service.</summary>
    public static IReadOnlyList<string> Containers { get; } =
    [
        JobsContainer, ResultsContainer, PipelinesContainer, HeldContainer, NoncesContainer, AssetsContainer, SettingsContainer,
        TopicsContainer, TopicMessagesContainer, FilesContainer,
    ];

    /// <summary>The queues of this service, except lanes, which are created by their first message.</summary>
    public static IReadOnlyList<string> Queues { get; } =
        [AnalysesPoisonQueue, CallbacksQueue, CallbacksPoisonQueue];

    /// <summary>
    /// The lanes of jobs to run: one per account and band, highest first. Earlier versions had one queue per priority, and one
    /// per account and priority.
    /// </summary>
    public static LaneNames AnalysesLanes { get; } = new(
        Analyses + "-",
        AnalysisJob.Bands,
        AnalysesLane,
        accounts => AnalysisJob.Priorities
            .SelectMany(priority => accounts
                .Where(_ => !AnalysisJob.Bands.Contains(priority))
                .Select(account => AnalysesLane(account, priority))
                .Prepend(AnalysesQueue(priority))
                .Select(name => (name, priority)))
            .ToDictionary(StringComparer.Ordinal));

    /// <summary>The lanes of completion messages to deliver: one per account.</summary>
    public static LaneNames CallbacksLanes { get; } = new(
        CallbacksQueue,
        [0],
        (account, _) => $"{CallbacksQueue}-{DigestOf(account)}",
        _ => new Dictionary<string, int>(StringComparer.Ordinal) { [CallbacksQueue] = 0 });

    /// <summary>Whether a queue belongs to this service, including the lanes of any account.</summary>
    public static bool IsOwnQueue(string name) => Queues.Contains(name, StringComparer.Ordinal) || LaneName().IsMatch(name);

    /// <summary>
    /// The name of the queue in metrics, which is the same for the lanes of all accounts; null for a queue that metrics omit.
    /// </summary>
    public static string? ShownName(string queue) =>
        LaneName().Match(queue) is not { Success: true } lane ? (queue is CallbacksQueue ? queue : null)
        : lane.Groups["priority"] is { Success: true, Value: var priority }
            ? AnalysesQueue(AnalysesLanes.PriorityOf(int.Parse(priority, CultureInfo.InvariantCulture)))
        : CallbacksQueue;

    /// <summary>
    /// The name in metrics for jobs of a priority, 1 to 10, across all accounts. Earlier versions used it as a queue name.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The priority does not exist.</exception>
    public static string AnalysesQueue(int priority)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(priority, AnalysisJob.LowestPriority);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(priority, AnalysisJob.HighestPriority);
        return string.Create(CultureInfo.InvariantCulture, $"{Analyses}-{priority}");
    }

    /// <summary>The blob of a job's document; null for an invalid key.</summary>
    public static string? JobBlob(JobKey key) => Folder(key) is { } folder ? folder + ".json" : null;

    /// <summary>The prefix of the documents of an account's jobs; null for an invalid account id.</summary>
    /// <param name="account">The account's id.</param>
    /// <param name="idPrefix">A prefix of the job ids; empty for all.</param>
    public static string? JobsOf(string account, string idPrefix) =>
        JobKey.IsLegalAccount(account) ? $"{account}/{idPrefix}" : null;

    /// <summary>The job id in the name of its document.</summary>
    public static string JobIdOf(string blob) => Path.GetFileNameWithoutExtension(blob);

    /// <summary>The blob of a part of a job's result; null for an invalid key.</summary>
    public static string? ResultBlob(JobKey key, ResultPart part) =>
        Folder(key) is { } folder && Enum.GetName(part) is { } name ? $"{folder}/{name.ToLowerInvariant()}.json" : null;

    /// <summary>The prefix of the parts of a job's result; null for an invalid key.</summary>
    public static string? ResultsOf(JobKey key) => Folder(key) is { } folder ? folder + "/" : null;

    /// <summary>The blob of a used nonce, under the hour in which its call was signed.</summary>
    /// <param name="signedAt">When the call was signed.</param>
    /// <param name="digest">The digest of key and nonce.</param>
    public static string NonceBlob(DateTimeOffset signedAt, string digest) => NoncesOf(signedAt) + digest;

    /// <summary>The prefix of an hour's nonces. Names sort by hour.</summary>
    public static string NoncesOf(DateTimeOffset hour) => HourFolder(hour);

    /// <summary>The blob of a pipeline's document; null for an invalid id.</summary>
    public static string? PipelineBlob(string account, string pipelineId) =>
        Folder(new JobKey(account, pipelineId)) is { } folder ? folder + ".json" : null;

    /// <summary>The prefix of an account's pipeline documents.</summary>
    public static string PipelinesOf(string account) => account + "/";

    /// <summary>The pipeline id in the name of its document.</summary>
    public static string PipelineIdOf(string blob) => Path.GetFileNameWithoutExtension(blob);

    /// <summary>The blob of the note about a held job.</summary>
    public static string HeldBlob(HeldJob held) => $"{held.Job.Account}/{held.PipelineId}/{held.Job.Id}";

    /// <summary>The prefix of a pipeline's notes; null for an invalid id.</summary>
    public static string? HeldBy(string account, string pipelineId) =>
        Folder(new JobKey(account, pipelineId)) is { } folder ? folder + "/" : null;

    /// <summary>The job id in the name of a note.</summary>
    public static string HeldJobId(string blob) => Path.GetFileName(blob);

    /// <summary>The job in the name of a note; null if the name is invalid.</summary>
    public static HeldJob? HeldIn(string blob) =>
        blob.Split('/') is [var account, var pipeline, var job] && JobBlob(new JobKey(account, job)) is not null
            ? new HeldJob(new JobKey(account, job), pipeline)
            : null;

    /// <summary>The blob of an asset's document; null for an invalid key.</summary>
    public static string? AssetBlob(AssetKey key) =>
        Folder(new JobKey(key.Account, key.Id)) is not null ? $"{AssetsOf(key.Account)}{key.Id}.json" : null;

    /// <summary>The prefix of an account's asset documents.</summary>
    public static string AssetsOf(string account) => account + "/assets/";

    /// <summary>The asset id in the name of its document.</summary>
    public static string AssetIdOf(string blob) => Path.GetFileNameWithoutExtension(blob);

    /// <summary>
    /// The blob of the claim on a name. A name is free text of any length, so its digest serves as the blob name.
    /// </summary>
    public static string ClaimBlob(ClaimName name)
    {
        var digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name.Value)));
        return $"{name.Account}/by-{name.Kind.ToString().ToLowerInvariant()}/{digest}.json";
    }

    /// <summary>The blob of an account's event subscription.</summary>
    public static string EventCallbackBlob(string account) => account + "/event-callback.json";

    /// <summary>The blob of an account's categories.</summary>
    public static string CategoriesBlob(string account) => account + "/categories.json";

    /// <summary>The blob of an account's templates.</summary>
    public static string TemplatesBlob(string account) => account + "/templates.json";

    /// <summary>The blob of a topic; null for an invalid name.</summary>
    public static string? TopicBlob(string account, string topic) =>
        QueueName.IsLegal(topic) && TopicsOf(account) is { } folder ? $"{folder}{topic}.json" : null;

    /// <summary>The prefix of an account's topics; null for an invalid account id.</summary>
    public static string? TopicsOf(string account) => JobKey.IsLegalAccount(account) ? account + "/" : null;

    /// <summary>The topic's name in the name of its blob.</summary>
    public static string TopicOf(string blob) => Path.GetFileNameWithoutExtension(blob);

    /// <summary>The blob of a published message, under the hour of its publication.</summary>
    public static string TopicMessageBlob(string account, string id, DateTimeOffset publishedAt) =>
        $"{HourFolder(publishedAt)}{account}/{id}.json";

    /// <summary>The prefix of everything that is kept by the hour. Names sort by hour.</summary>
    public static string HourFolder(DateTimeOffset hour) =>
        hour.UtcDateTime.ToString("yyyyMMddHH", CultureInfo.InvariantCulture) + "/";

    /// <summary>Whether storage allows the name for a container or a queue; both have the same rules.</summary>
    public static bool IsLegal(string name) => BucketName.IsLegal(name);

    private static string AnalysesLane(string account, int priority) =>
        string.Create(CultureInfo.InvariantCulture, $"{Analyses}-{DigestOf(account)}-{priority}");

    // An account id has up to 64 letters of either case. Its digest is a legal part of a queue name and is unique.
    private static string DigestOf(string account) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(account)))[..DigestLength];

    private static string? Folder(JobKey key) => key.IsLegal ? $"{key.Account}/{key.Id}" : null;

    [GeneratedRegex(
        "^(analyses-([0-9a-f]{32}-)?(?<priority>[1-9]|10)|callbacks-[0-9a-f]{32})$",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 10_000)]
    private static partial Regex LaneName();
}
