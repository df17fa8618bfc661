using System.Net;
using MediaInfo.Api.Alibaba.Rpc;
using MediaInfo.Core.Jobs;

namespace MediaInfo.Api.Alibaba.Mps;

/// <summary>ApsaraVideo Media Processing's own error catalogue, for calls and failed jobs.</summary>
/// <remarks>Source: "Error codes" of the product, which gives no HTTP status; the status codes are our decision.</remarks>
public static class MpsErrors
{
    /// <summary>A required member is missing.</summary>
    /// <remarks>Send the member that the message names.</remarks>
    public static RpcError Null(string parameter) =>
        Bad("InvalidParameter.NullValue", $"The specified parameter \"{parameter}\" cannot be null.");

    /// <summary>A required member is empty.</summary>
    /// <remarks>Give the member that the message names a value.</remarks>
    public static RpcError Empty(string parameter) =>
        Bad("InvalidParameter.EmptyValue", $"The specified parameter \"{parameter}\" cannot be empty.");

    /// <summary>A value is invalid.</summary>
    /// <remarks>Compare the value with the parameter's rule on this page.</remarks>
    public static RpcError Invalid(string parameter) =>
        Bad("InvalidParameter", $"The specified parameter \"{parameter}\" is invalid.");

    /// <summary>A value asks for something this service does not have.</summary>
    /// <remarks>Use a location of <c>Objects:Locations</c>; of NotifyConfig use QueueName, Topic or Url.</remarks>
    public static RpcError NotSupported(string parameter) =>
        Bad("InvalidParameter.NotSupported", $"The specified parameter \"{parameter}\" is not supported.");

    /// <summary>A value is too long, or there are too many values.</summary>
    /// <remarks>Stay within the bounds that this page gives for the parameter.</remarks>
    public static RpcError OutOfRange(string parameter) =>
        Bad("InvalidParameter.OutOfRange", $"The specified parameter \"{parameter}\" is out of range.");

    /// <summary>A parameter is not a JSON object.</summary>
    /// <remarks>Send a JSON object, such as <c>{"Bucket":"b"}</c>, percent-encoded once as a parameter.</remarks>
    public static RpcError NoJsonObject(string parameter) =>
        Bad(
            "InvalidParameter.JsonObjectFormatInvalid",
            $"The parameter \"{parameter}\" does not conform to the JSON Object specification");

    /// <summary>The named resource does not exist.</summary>
    /// <remarks>Compare the id with those that SearchPipeline lists.</remarks>
    public static RpcError NotFound(string resource) => new(
        HttpStatusCode.NotFound, "InvalidParameter.ResourceNotFound", $"The resource operated \"{resource}\" cannot be found.");

    /// <summary>The named resource cannot be changed in its current state.</summary>
    /// <remarks>Wait until its waiting jobs have run. The default pipeline cannot be deleted.</remarks>
    public static RpcError InvalidState(string resource) =>
        Bad("InvalidParameter.InvalidState", $"The specified parameter \"{resource}\" is invalid.");

    /// <summary>The account has as many as it may have. The text is documented, the code is not.</summary>
    /// <remarks>Delete a pipeline. The operator may raise <c>Pipelines:MaxPerAccount</c>.</remarks>
    public static RpcError QuotaExceeded(string resource) =>
        new(HttpStatusCode.Forbidden, "QuotaExceeded", $"The resource \"{resource}\" quota has been used up");

    /// <summary>The bucket or queue is closed to this service or to the account.</summary>
    /// <remarks>
    /// Use a bucket or a queue of the account; the operator sets <c>Accounts:List:N:Buckets</c> and <c>Queues</c>.
    /// </remarks>
    public static RpcError ResourceDenied { get; } = new(
        HttpStatusCode.Forbidden, "PermissionDenied.ResourceAccess", "MTS not authorized to operate on the specified resource.");

    /// <summary>This process has no ffmpeg, so it can take no frames.</summary>
    /// <remarks>Let the operator install ffmpeg; <c>/health/ready</c> tells what is missing. Then send the call again.</remarks>
    public static RpcError NoSnapshots { get; } = RpcErrors.Unavailable with
    {
        Reason = "This service cannot take frames: it has no usable ffmpeg. /health/ready tells the operator why.",
    };

    /// <summary>The Code and Message of a failed job. What happened stands beside them, as Reason.</summary>
    public static (string Code, string Message) OfFailure(JobFailure failure) => failure.Reason switch
    {
        FailureReason.ObjectNotFound =>
            ("InvalidParameter.ResourceNotFound", "The resource operated \"InputFile\" cannot be found."),
        FailureReason.OutputNotFound =>
            ("InvalidParameter.ResourceNotFound", "The resource operated \"OutputFile\" cannot be found."),
        FailureReason.ObjectDenied or FailureReason.OutputDenied =>
            ("PermissionDenied.ResourceAccess", ResourceDenied.Message),
        FailureReason.ObjectEmpty or FailureReason.NotMedia or FailureReason.Truncated =>
            ("InvalidParameter.ResourceContentBad", "The resource operated \"InputFile\" is bad."),
        FailureReason.ObjectChanged or FailureReason.ObjectArchived =>
            ("InvalidParameter.InvalidState", "The specified parameter \"Input\" is invalid."),
        FailureReason.OutputOccupied =>
            ("InvalidParameter.InvalidState", "The specified parameter \"OutputFile\" is invalid."),
        FailureReason.BudgetExceeded or FailureReason.OutputTooLarge or FailureReason.TooManyFragments
            or FailureReason.Encrypted or FailureReason.UnknownCodec or FailureReason.NoPicture =>
            ("InvalidParameter.ResourceNotSupported", "The resource operated \"InputFile\" is not supported."),
        FailureReason.TimedOut or FailureReason.StorageSilent or FailureReason.EngineMissing =>
            ("ServiceUnavailable", RpcErrors.Unavailable.Message),
        _ => ("InternalError", "The operation has failed due to some unknown error, exception or failure."),
    };

    private static RpcError Bad(string code, string message) => new(HttpStatusCode.BadRequest, code, message);
}
