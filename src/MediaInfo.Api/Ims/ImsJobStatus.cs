using MediaInfo.Core.Jobs;

namespace MediaInfo.Api.Ims;

/// <summary>The product's words for the states of a job. It has none for a job that runs.</summary>
internal static class ImsJobStatus
{
    private const string Init = "Init";
    private const string Success = "Success";
    private const string Fail = "Fail";

    /// <summary>The word for a state.</summary>
    public static string Of(JobState state) => state switch
    {
        JobState.Succeeded => Success,
        JobState.Failed or JobState.Canceled => Fail,
        _ => Init,
    };

    /// <summary>The states that a word means; null where there is no such word.</summary>
    public static IReadOnlyCollection<JobState>? StatesOf(string status)
    {
        var states = Array.FindAll(Enum.GetValues<JobState>(), state => string.Equals(Of(state), status, StringComparison.Ordinal));
        return states.Length > 0 ? states : null;
    }
}
