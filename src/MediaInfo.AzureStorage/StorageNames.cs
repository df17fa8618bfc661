using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using MediaInfo.AzureStorage.Queues;
using MediaInfo.Core.Jobs;
using MediaInfo.Core.Library;
using MediaInfo.Core.Library.Claims;
using MediaInfo.Core.Pipelines;

namespace MediaInfo.AzureStorage;

/// <summary>Every container, queue and blob name of this service, and what names storage allows.</summary>
public static partial class StorageNames
{
    private const string Analyses = "analyses";
    private const int DigestLength = 32;

    /// <summary>What the names of this service's containers begin with.</summary>
    internal const string OwnContainerPrefix = "mediainfo-";

    /// <summary>The setting that a Functions app's triggers connect by; <see cref="AzureStorageOptions"/> falls back to it.</summary>
    public const string HostConnection = "AzureWebJobsStorage";

    /// <summary>The container of job documents.</summary>
    public const string JobsContainer = OwnContainerPrefix + "jobs";

    /// <summary>The container of result parts.</summary>
    public const string ResultsContainer = OwnContainerPrefix + "results";

    /// <summary>The container of pipeline documents.</summary>
    public const string PipelinesContainer = OwnContainerPrefix + "pipelines";

    /// <summary>The container of the notes of jobs that wait for their pipeline.</summary>
    public const string HeldContainer = OwnContainerPrefix + "held";

    /// <summary>The container of used nonces.</summary>
    public const string NoncesContainer = OwnContainerPrefix + "nonces";

    /// <summary>The container of the media library's documents and of the claims on their names.</summary>
    public const string AssetsContainer = OwnContainerPrefix + "assets";

    /// <summary>The container of what accounts have set.</summary>
    public const string SettingsContainer = OwnContainerPrefix + "settings";

    /// <summary>The queue of tokens, of which each sets off a look at the waiting jobs.</summary>
    public const string TokensQueue = "analysis-tokens";

    /// <summary>The queue of the completion messages of all accounts, in a host whose triggers listen to one queue.</summary>
    public const string CallbacksQueue = "callbacks";

    /// <summary>What follows a queue's name in the name of its poison queue. The Functions host uses the same.</summary>
    public const string PoisonSuffix = "-poison";

    /// <summary>Where messages of every lane go that could not be handled.</summary>
    public const string AnalysesPoisonQueue = Analyses + PoisonSuffix;

    /// <summary>Where tokens go that could not be handled.</summary>
    public const string TokensPoisonQueue = TokensQueue + PoisonSuffix;

    /// <summary>Where messages of <see cref="CallbacksQueue"/> go that could not be handled.</summary>
    public const string CallbacksPoisonQueue = CallbacksQueue + PoisonSuffix;

    /// <summary>The containers of this service.</summary>
    public static IReadOnlyList<string> Containers { get; } =
        [JobsContainer, ResultsContainer, PipelinesContainer, HeldContainer, NoncesContainer, AssetsContainer, SettingsContainer];

    /// <summary>The queues of this service beside the lanes, which the first message makes.</summary>
    public static IReadOnlyList<string> Queues { get; } =
        [AnalysesPoisonQueue, TokensQueue, TokensPoisonQueue, CallbacksQueue, CallbacksPoisonQueue];

    /// <summary>The lanes of the jobs to run: one of each account and priority, the highest first.</summary>
    public static LaneNames AnalysesLanes { get; } = new(
        Analyses + "-",
        [.. AnalysisJob.Priorities.OrderDescending()],
        (account, priority) => string.Create(CultureInfo.InvariantCulture, $"{Analyses}-{DigestOf(account)}-{priority}"),
        AnalysisJob.Priorities.ToDictionary(AnalysesQueue, priority => priority, StringComparer.Ordinal));

    /// <summary>The lanes of the completion messages to deliver: one of each account.</summary>
    public static LaneNames CallbacksLanes { get; } = new(
        CallbacksQueue,
        [0],
        (account, _) => $"{CallbacksQueue}-{DigestOf(account)}",
        new Dictionary<string, int>(StringComparer.Ordinal) { [CallbacksQueue] = 0 });

    /// <summary>Whether a queue is one of this service, of whichever account.</summary>
    public static bool IsOwnQueue(string name) => Queues.Contains(name, StringComparer.Ordinal) || LaneName().IsMatch(name);

    /// <summary>
    /// What metrics call the queue: the lanes of all accounts have one name. Null for a queue that they don't show.
    /// </summary>
    public static string? ShownName(string queue) =>
        LaneName().Match(queue) is not { Success: true } lane ? (queue is TokensQueue or CallbacksQueue ? queue : null)
        : lane.Groups["priority"] is { Success: true, Value: var priority } ? $"{Analyses}-{priority}"
        : CallbacksQueue;

    /// <summary>
    /// The jobs to run of a priority, 1 to 10, of all accounts: what metrics call them, and the queue that versions before had
    /// for them.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such priority.</exception>
    public static string AnalysesQueue(int priority)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(priority, AnalysisJob.LowestPriority);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(priority, AnalysisJob.HighestPriority);
        return string.Create(CultureInfo.InvariantCulture, $"{Analyses}-{priority}");
    }

    /// <summary>The blob of a job's document; null for a key that no job of ours can have.</summary>
    public static string? JobBlob(JobKey key) => Folder(key) is { } folder ? folder + ".json" : null;

    /// <summary>What the names of the documents of an account's jobs begin with; null for no account of ours.</summary>
    /// <param name="account">The account's id.</param>
    /// <param name="idPrefix">What the jobs' ids begin with; empty for all.</param>
    public static string? JobsOf(string account, string idPrefix) => IsAccount(account) ? $"{account}/{idPrefix}" : null;

    /// <summary>The id in the name of a job's document.</summary>
    public static string JobIdOf(string blob) => Path.GetFileNameWithoutExtension(blob);

    /// <summary>The blob of a part of a job's result; null for a key that no job of ours can have.</summary>
    public static string? ResultBlob(JobKey key, ResultPart part) =>
        Folder(key) is { } folder && Enum.GetName(part) is { } name ? $"{folder}/{name.ToLowerInvariant()}.json" : null;

    /// <summary>What the names of the parts of a job's result begin with; null for a key that no job of ours can have.</summary>
    public static string? ResultsOf(JobKey key) => Folder(key) is { } folder ? folder + "/" : null;

    /// <summary>The blob of a used nonce, below the hour in which its call was signed.</summary>
    /// <param name="signedAt">When that was.</param>
    /// <param name="digest">The digest of key and nonce.</param>
    public static string NonceBlob(DateTimeOffset signedAt, string digest) => NoncesOf(signedAt) + digest;

    /// <summary>What the names of the nonces of an hour begin with. Later hours come later in the order of names.</summary>
    public static string NoncesOf(DateTimeOffset hour) => hour.UtcDateTime.ToString("yyyyMMddHH", CultureInfo.InvariantCulture) + "/";

    /// <summary>The blob of a pipeline's document; null for an id that no pipeline of ours can have.</summary>
    public static string? PipelineBlob(string account, string pipelineId) =>
        Folder(new JobKey(account, pipelineId)) is { } folder ? folder + ".json" : null;

    /// <summary>What the names of an account's pipeline documents begin with.</summary>
    public static string PipelinesOf(string account) => account + "/";

    /// <summary>The id in the name of a pipeline's document.</summary>
    public static string PipelineIdOf(string blob) => Path.GetFileNameWithoutExtension(blob);

    /// <summary>The blob of the note that a job waits.</summary>
    public static string HeldBlob(HeldJob held) => $"{held.Job.Account}/{held.PipelineId}/{held.Job.Id}";

    /// <summary>What the names of a pipeline's notes begin with; null for an id that no pipeline of ours can have.</summary>
    public static string? HeldBy(string account, string pipelineId) =>
        Folder(new JobKey(account, pipelineId)) is { } folder ? folder + "/" : null;

    /// <summary>The job's id in the name of a note.</summary>
    public static string HeldJobId(string blob) => Path.GetFileName(blob);

    /// <summary>The job in the name of a note; null for a name that is of none.</summary>
    public static HeldJob? HeldIn(string blob) =>
        blob.Split('/') is [var account, var pipeline, var job] && JobBlob(new JobKey(account, job)) is not null
            ? new HeldJob(new JobKey(account, job), pipeline)
            : null;

    /// <summary>The blob of an asset's document; null for a key that no asset of ours can have.</summary>
    public static string? AssetBlob(AssetKey key) =>
        Folder(new JobKey(key.Account, key.Id)) is not null ? $"{AssetsOf(key.Account)}{key.Id}.json" : null;

    /// <summary>What the names of an account's asset documents begin with.</summary>
    public static string AssetsOf(string account) => account + "/assets/";

    /// <summary>The id in the name of an asset's document.</summary>
    public static string AssetIdOf(string blob) => Path.GetFileNameWithoutExtension(blob);

    /// <summary>The blob of the claim on a name. A name is free text of any length: its digest is a blob name.</summary>
    public static string ClaimBlob(ClaimName name)
    {
        var digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name.Value)));
        return $"{name.Account}/by-{name.Kind.ToString().ToLowerInvariant()}/{digest}.json";
    }

    /// <summary>The blob of where an account wants its events.</summary>
    public static string EventCallbackBlob(string account) => account + "/event-callback.json";

    /// <summary>Whether storage allows the name for a container or a queue: the rules are the same.</summary>
    public static bool IsLegal(string name) => NotifyTarget.IsLegalQueue(name);

    // An account's id has up to 64 letters of both cases. Its digest is a legal part of a name, and no two accounts share it.
    private static string DigestOf(string account) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(account)))[..DigestLength];

    private static string? Folder(JobKey key) =>
        IsAccount(key.Account)
        && key.Id.Length == 32
        && key.Id.All(char.IsAsciiHexDigitLower)
            ? $"{key.Account}/{key.Id}"
            : null;

    private static bool IsAccount(string account) =>
        account.Length > 0 && account.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');

    [GeneratedRegex(
        "^(analyses-([0-9a-f]{32}-)?(?<priority>[1-9]|10)|callbacks-[0-9a-f]{32})$",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 10_000)]
    private static partial Regex LaneName();
}
