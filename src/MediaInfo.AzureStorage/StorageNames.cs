using MediaInfo.Core.Jobs;
using MediaInfo.Core.Objects;
using MediaInfo.Core.Pipelines;

namespace MediaInfo.AzureStorage;

/// <summary>Every container, queue and blob name of this service, and what names storage allows.</summary>
public static class StorageNames
{
    /// <summary>The setting that a Functions app's triggers connect by; <see cref="AzureStorageOptions"/> falls back to it.</summary>
    public const string HostConnection = "AzureWebJobsStorage";

    /// <summary>The container of job documents.</summary>
    public const string JobsContainer = ObjectAccess.OwnContainerPrefix + "jobs";

    /// <summary>The container of result parts.</summary>
    public const string ResultsContainer = ObjectAccess.OwnContainerPrefix + "results";

    /// <summary>The container of pipeline documents.</summary>
    public const string PipelinesContainer = ObjectAccess.OwnContainerPrefix + "pipelines";

    /// <summary>The container of the notes of jobs that wait for their pipeline.</summary>
    public const string HeldContainer = ObjectAccess.OwnContainerPrefix + "held";

    /// <summary>The container of used nonces.</summary>
    public const string NoncesContainer = ObjectAccess.OwnContainerPrefix + "nonces";

    /// <summary>The queue of jobs to run.</summary>
    public const string AnalysesQueue = "analyses";

    /// <summary>The queue of completion messages to deliver.</summary>
    public const string CallbacksQueue = "callbacks";

    /// <summary>What follows a queue's name in the name of its poison queue. The Functions host uses the same.</summary>
    public const string PoisonSuffix = "-poison";

    /// <summary>Where messages of <see cref="AnalysesQueue"/> go that could not be handled.</summary>
    public const string AnalysesPoisonQueue = AnalysesQueue + PoisonSuffix;

    /// <summary>Where messages of <see cref="CallbacksQueue"/> go that could not be handled.</summary>
    public const string CallbacksPoisonQueue = CallbacksQueue + PoisonSuffix;

    /// <summary>The containers of this service.</summary>
    public static IReadOnlyList<string> Containers { get; } =
        [JobsContainer, ResultsContainer, PipelinesContainer, HeldContainer, NoncesContainer];

    /// <summary>The queues of this service.</summary>
    public static IReadOnlyList<string> Queues { get; } =
        [AnalysesQueue, AnalysesPoisonQueue, CallbacksQueue, CallbacksPoisonQueue];

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

    /// <summary>The blob of a pipeline's document; null for an id that no pipeline of ours can have.</summary>
    public static string? PipelineBlob(string account, string pipelineId) =>
        Folder(new JobKey(account, pipelineId)) is { } folder ? folder + ".json" : null;

    /// <summary>What the names of an account's pipeline documents begin with.</summary>
    public static string PipelinesOf(string account) => account + "/";

    /// <summary>The id in the name of a pipeline's document.</summary>
    public static string PipelineIdOf(string blob) => Path.GetFileNameWithoutExtension(blob);

    /// <summary>The blob of the note that a job waits.</summary>
    public static string HeldBlob(HeldJob held) => HeldBy(held.Job.Account, held.PipelineId) + held.Job.Id;

    /// <summary>What the names of a pipeline's notes begin with.</summary>
    public static string HeldBy(string account, string pipelineId) => $"{account}/{pipelineId}/";

    /// <summary>The job's id in the name of a note.</summary>
    public static string HeldJobId(string blob) => Path.GetFileName(blob);

    /// <summary>Whether storage allows the name for a container or a queue: the rules are the same.</summary>
    public static bool IsLegal(string name) =>
        name.Length is >= 3 and <= 63
        && name.All(c => char.IsAsciiDigit(c) || char.IsAsciiLetterLower(c) || c == '-')
        && name[0] != '-'
        && name[^1] != '-'
        && !name.Contains("--", StringComparison.Ordinal);

    private static string? Folder(JobKey key) =>
        IsAccount(key.Account)
        && key.Id.Length == 32
        && key.Id.All(char.IsAsciiHexDigitLower)
            ? $"{key.Account}/{key.Id}"
            : null;

    private static bool IsAccount(string account) =>
        account.Length > 0 && account.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');
}
