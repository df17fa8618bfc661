using System.Net;
using MediaInfo.Api.Rpc;
using MediaInfo.Core.Jobs;

namespace MediaInfo.Api.Ims.Library;

/// <summary>The errors of the media library.</summary>
/// <remarks>Source: "Error codes" of Intelligent Media Services. What a message is about follows its sentence.</remarks>
public static class LibraryErrors
{
    /// <summary>The bucket is not open to this service.</summary>
    public static RpcError Forbidden { get; } = new(
        HttpStatusCode.Forbidden, "Forbidden", "User not authorized to operate on the specified resource.");

    /// <summary>Objects cannot be deleted through this service.</summary>
    public static RpcError ObjectsAreReadOnly { get; } = Bad(
        "InvalidParameter", "The specified parameter \"DeletePhysicalFiles\" is not valid. This service only reads objects, and cannot delete them.");

    /// <summary>The reference id is another asset's.</summary>
    public static RpcError ReferenceIsTaken { get; } = Bad(
        "InvalidParameter", "The specified parameter \"ReferenceId\" is not valid. Another media asset has it.");

    /// <summary>A parameter that is needed is not there.</summary>
    public static RpcError Missing(string parameter) => Bad(
        "MissingParameter", $"The input parameter \"{parameter}\" that is mandatory for processing this request is not supplied.");

    /// <summary>A value is of no use.</summary>
    public static RpcError Invalid(string parameter) => Bad("InvalidParameter", $"The specified parameter \"{parameter}\" is not valid.");

    /// <summary>What the call names does not exist.</summary>
    public static RpcError NotFound(string parameter) => new(HttpStatusCode.NotFound, "ResourceNotFound", $"Resource not found: {parameter}");

    /// <summary>The ErrorCode and ErrorMessage of an analysis that failed.</summary>
    public static (string Code, string Message) OfFailure(JobFailure failure)
    {
        var code = failure.Reason switch
        {
            FailureReason.ObjectNotFound => "ResourceNotFound",
            FailureReason.ObjectDenied => "Forbidden",
            FailureReason.ObjectEmpty or FailureReason.NotMedia => "InvalidParameter.ResourceContentBad",
            FailureReason.ObjectChanged => "InvalidParameter",
            FailureReason.BudgetExceeded or FailureReason.OutputTooLarge => "InvalidParameter.ResourceNotSupported",
            FailureReason.TimedOut => "ServiceUnavailable",
            _ => "InternalError",
        };
        return (code, failure.Detail);
    }

    private static RpcError Bad(string code, string message) => new(HttpStatusCode.BadRequest, code, message);
}
