using System.Net;
using MediaInfo.Api.Alibaba.Rpc;
using MediaInfo.Core.Jobs;

namespace MediaInfo.Api.Alibaba.Ims;

/// <summary>Intelligent Media Services' own error catalogue, for calls and failed jobs.</summary>
/// <remarks>Source: "Error codes" of the product, with its HTTP statuses. The subject follows the product's sentence.</remarks>
public static class ImsErrors
{
    private const string NotFoundCode = "ResourceNotFound";
    private const string NotFoundMessage = "Resource not found";

    /// <summary>The account may not use the bucket or the queue.</summary>
    /// <remarks>
    /// Use a bucket or a queue of the account; the operator sets <c>Accounts:List:N:Buckets</c> and <c>Queues</c>.
    /// </remarks>
    public static RpcError Forbidden { get; } = new(
        HttpStatusCode.Forbidden, "Forbidden", "User not authorized to operate on the specified resource.");

    /// <summary>Objects cannot be deleted through this service.</summary>
    /// <remarks>Leave DeletePhysicalFiles out, and delete the object in storage.</remarks>
    public static RpcError ObjectsAreReadOnly { get; } = Bad(
        "InvalidParameter",
        "The specified parameter \"DeletePhysicalFiles\" is not valid. This service only reads objects and cannot delete them.");

    /// <summary>Another asset has the reference id.</summary>
    /// <remarks>Use another ReferenceId, or first take it from the asset that has it.</remarks>
    public static RpcError ReferenceIsTaken { get; } = Bad(
        "InvalidParameter", "The specified parameter \"ReferenceId\" is not valid. Another media asset already uses it.");

    /// <summary>A required parameter, or a member of one, is missing.</summary>
    /// <remarks>Send the parameter that the message names.</remarks>
    public static RpcError Missing(string parameter) => Bad(
        "MissingParameter",
        $"The input parameter \"{parameter}\" that is mandatory for processing this request is not supplied.");

    /// <summary>A parameter has an invalid value.</summary>
    /// <remarks>Compare the value of the named parameter with its rule on this page.</remarks>
    public static RpcError Invalid(string parameter) =>
        Bad("InvalidParameter", $"The specified parameter \"{parameter}\" is not valid.");

    /// <summary>The named resource does not exist.</summary>
    /// <remarks>Compare the id or the address with those that the lists show. Deleted ones are not found.</remarks>
    public static RpcError NotFound(string parameter) =>
        new(HttpStatusCode.NotFound, NotFoundCode, $"{NotFoundMessage}: {parameter}");

    /// <summary>The Code and Message of a failed job: the product's sentence, then what happened.</summary>
    public static (string Code, string Message) OfFailure(JobFailure failure)
    {
        var (code, message) = failure.Reason switch
        {
            FailureReason.ObjectNotFound => (NotFoundCode, NotFoundMessage + "."),
            FailureReason.ObjectDenied => (Forbidden.Code, Forbidden.Message),
            FailureReason.ObjectEmpty or FailureReason.NotMedia or FailureReason.Truncated =>
                ("InvalidParameter.ResourceContentBad", "The resource operated InputFile is bad."),
            FailureReason.ObjectChanged or FailureReason.ObjectArchived =>
                (Invalid("Input").Code, Invalid("Input").Message),
            FailureReason.BudgetExceeded or FailureReason.OutputTooLarge or FailureReason.TooManyFragments
                or FailureReason.Encrypted or FailureReason.UnknownCodec =>
                ("InvalidParameter.ResourceNotSupported", "The resource operated InputFile is not supported."),
            FailureReason.TimedOut or FailureReason.StorageSilent =>
                (RpcErrors.Unavailable.Code, RpcErrors.Unavailable.Message),
            _ => (RpcErrors.Internal.Code, RpcErrors.Internal.Message),
        };
        return (code, $"{message} {failure.Detail}");
    }

    private static RpcError Bad(string code, string message) => new(HttpStatusCode.BadRequest, code, message);
}
