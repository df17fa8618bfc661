using MediaInfo.Core.Jobs;

namespace MediaInfo.Api.Mpc;

/// <summary>The product's words for the states of a task.</summary>
internal static class MpcTaskStatus
{
    /// <summary>The word for a state.</summary>
    public static string Of(JobState state) => state switch
    {
        JobState.Waiting => "WAITING",
        JobState.Running => "PROCESSING",
        JobState.Succeeded => "SUCCEED",
        JobState.Failed => "FAILED",
        _ => "CANCELED",
    };

    /// <summary>The states that a word means; null where there is no such word.</summary>
    public static IReadOnlyCollection<JobState>? StatesOf(string word) => word switch
    {
        // A task is answered only once it waits, so that none is ever seen before that.
        "INIT" => [],
        // The SDKs ask so for what answers call PROCESSING.
        "PREPROCESSING" => [JobState.Running],
        _ => Array.FindAll(Enum.GetValues<JobState>(), state => string.Equals(Of(state), word, StringComparison.Ordinal)) is { Length: > 0 } states
            ? states
            : null,
    };
}
