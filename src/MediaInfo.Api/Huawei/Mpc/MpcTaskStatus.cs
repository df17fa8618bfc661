using MediaInfo.Core.Jobs;

namespace MediaInfo.Api.Huawei.Mpc;

/// <summary>The product's names for task states.</summary>
internal static class MpcTaskStatus
{
    /// <summary>The name of a state.</summary>
    public static string Of(JobState state) => state switch
    {
        JobState.Waiting => "WAITING",
        JobState.Running => "PROCESSING",
        JobState.Succeeded => "SUCCEED",
        JobState.Failed => "FAILED",
        _ => "CANCELED",
    };

    /// <summary>The states that a name covers; null if there is no such name.</summary>
    public static IReadOnlyCollection<JobState>? StatesOf(string word) => word switch
    {
        // A create call returns only when the task is waiting, so nobody ever sees one before that.
        "INIT" => [],
        // The SDKs query with this name for what responses call PROCESSING.
        "PREPROCESSING" => [JobState.Running],
        _ => Array.FindAll(Enum.GetValues<JobState>(), state => string.Equals(Of(state), word, StringComparison.Ordinal))
            is { Length: > 0 } states
            ? states
            : null,
    };
}
