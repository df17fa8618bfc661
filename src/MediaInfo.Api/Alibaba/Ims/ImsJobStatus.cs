using MediaInfo.Core.Jobs;

namespace MediaInfo.Api.Alibaba.Ims;

/// <summary>The product's names for job states. It has none for a running job.</summary>
internal static class ImsJobStatus
{
    private const string Init = "Init";
    private const string Success = "Success";
    private const string Fail = "Fail";

    /// <summary>The name of a state.</summary>
    public static string Of(JobState state) => state switch
    {
        JobState.Succeeded => Success,
        JobState.Failed or JobState.Canceled => Fail,
        _ => Init,
    };

    /// <summary>The states that a name covers; null if there is no such name.</summary>
    public static IReadOnlyCollection<JobState>? StatesOf(string status)
    {
        var states =
            Array.FindAll(Enum.GetValues<JobState>(), state => string.Equals(Of(state), status, StringComparison.Ordinal));
        return states.Length > 0 ? states : null;
    }
}
