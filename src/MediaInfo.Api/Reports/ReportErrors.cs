using System.Net;
using MediaInfo.Api.Alibaba.Rpc;
using MediaInfo.Core.Jobs;

namespace MediaInfo.Api.Reports;

/// <summary>The error catalogue of our own actions.</summary>
public static class ReportErrors
{
    /// <summary>The account has no such job.</summary>
    /// <remarks>Compare the id with the answer to the submit call. Jobs are removed after <c>Retention:Days</c>.</remarks>
    public static RpcError JobNotFound { get; } =
        new(HttpStatusCode.NotFound, "InvalidJobId.NotFound", "The specified job does not exist.");

    /// <summary>The job is waiting or running.</summary>
    /// <remarks>Ask again later, or wait for the completion message.</remarks>
    public static RpcError JobNotFinished { get; } =
        new(HttpStatusCode.Conflict, "JobNotFinished", "The job has not finished yet. Try again later.");

    /// <summary>The job failed and has no report.</summary>
    /// <remarks>
    /// See the message for the reason. There will be no report; submit the object again once the reason is gone.
    /// </remarks>
    public static RpcError JobFailed(JobFailure failure) =>
        new(HttpStatusCode.Conflict, "JobFailed", $"The job failed and has no report ({failure.Reason}). {failure.Detail}");

    /// <summary>The job was canceled before it started.</summary>
    /// <remarks>Submit the object again.</remarks>
    public static RpcError JobCanceled { get; } =
        new(HttpStatusCode.Conflict, "JobCanceled", "The job was canceled and has no report.");

    /// <summary>A parameter's value is not allowed. The code ends with its name.</summary>
    /// <remarks>Compare the value with the parameter's row in the action's table.</remarks>
    public static RpcError Invalid(string parameter) => new(
        HttpStatusCode.BadRequest, $"InvalidParameter.{parameter}", $"The specified parameter \"{parameter}\" is not valid.");
}
