using System.Globalization;
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

    /// <summary>The job did not read packets, or an earlier version of this service or of the object had them.</summary>
    /// <remarks>
    /// Submit the object again with Config <c>{"Deep":true}</c> by MPS, or let the operator set <c>Analysis:Packets</c>.
    /// </remarks>
    public static RpcError NoPackets { get; } = new(
        HttpStatusCode.Conflict,
        "NoPackets",
        "The job did not read the object's packets. Submit it again with Config {\"Deep\":true}.");

    /// <summary>The job was not to make pictures.</summary>
    /// <remarks>Submit a snapshot job for the object.</remarks>
    public static RpcError NoPictures { get; } = new(HttpStatusCode.Conflict, "NoPictures", "The job made no pictures.");

    /// <summary>The account may not write the bucket.</summary>
    /// <remarks>
    /// Name a bucket that GetAccount lists with Write, or let the operator grant the account ReadWrite
    /// (<c>Accounts:List:N:Buckets</c>).
    /// </remarks>
    public static RpcError BucketForbidden { get; } = new(
        HttpStatusCode.Forbidden, "Forbidden.Bucket", "The account may not write objects to the specified bucket.");

    /// <summary>The object exists.</summary>
    /// <remarks>Choose another name, or send <c>Overwrite=true</c> to replace it.</remarks>
    public static RpcError ObjectExists { get; } = new(
        HttpStatusCode.Conflict, "ObjectExists", "The object exists. Choose another name, or set Overwrite to true.");

    /// <summary>Uploads are off, or this service cannot sign addresses for its storage.</summary>
    /// <remarks>
    /// The operator sets <c>Uploads:Enabled</c>, and gives the service's identity the role Storage Blob Delegator.
    /// </remarks>
    public static RpcError UploadsUnavailable { get; } = new(
        HttpStatusCode.Conflict, "UploadsUnavailable", "This service gives no addresses for uploads.");

    /// <summary>The object is larger than this service takes.</summary>
    /// <remarks>Send less, or store the object by other means. The operator may raise <c>Uploads:MaxBytes</c>.</remarks>
    public static RpcError UploadTooLarge(long most) => new(
        HttpStatusCode.BadRequest,
        "UploadTooLarge",
        string.Create(CultureInfo.InvariantCulture, $"The object is larger than {most} bytes."));
}
