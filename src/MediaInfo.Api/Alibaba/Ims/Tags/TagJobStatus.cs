using MediaInfo.Core.Jobs;

namespace MediaInfo.Api.Alibaba.Ims.Tags;

/// <summary>The product's names for the states of tag jobs. Source: "QuerySmarttagJob", JobStatus.</summary>
internal static class TagJobStatus
{
    /// <summary>The name of a state.</summary>
    public static string Of(JobState state) => state switch
    {
        JobState.Waiting => "Submitted",
        JobState.Running => "Processing",
        JobState.Succeeded => "Success",
        _ => "Fail",
    };
}
