using System.Net;

namespace MediaInfo.Api.Alibaba.Rpc;

/// <summary>The catalogue of errors that Alibaba's gateway returns for every product.</summary>
/// <remarks>Source: the vendor's pages of API gateway client errors; product codes are in their own catalogues.</remarks>
public static class RpcErrors
{
    /// <summary>The HTTP method is neither GET nor POST.</summary>
    public static RpcError UnsupportedMethod { get; } = Bad("UnsupportedHTTPMethod", "This http method is not supported.");

    /// <summary>Format is neither JSON nor XML.</summary>
    public static RpcError InvalidFormat { get; } = Bad("InvalidParameter.Format", "Specified parameter format is not valid.");

    /// <summary>No product has that version.</summary>
    public static RpcError InvalidVersion { get; } = Bad("InvalidVersion", "Specified parameter Version is not valid.");

    /// <summary>The product has no such action.</summary>
    public static RpcError ActionNotFound { get; } =
        new(HttpStatusCode.NotFound, "InvalidAction.NotFound", "Specified api is not found, please check your url and method.");

    /// <summary>The access key is unknown.</summary>
    public static RpcError AccessKeyNotFound { get; } =
        new(HttpStatusCode.NotFound, "InvalidAccessKeyId.NotFound", "Specified access key is not found.");

    /// <summary>The time is not an ISO 8601 time in UTC.</summary>
    public static RpcError TimestampFormat { get; } =
        Bad("InvalidTimeStamp.Format", "Specified time stamp or date value is not well formatted.");

    /// <summary>The time differs from the server's by more than 15 minutes.</summary>
    public static RpcError TimestampExpired { get; } =
        Bad("InvalidTimeStamp.Expired", "Specified time stamp or date value is expired.");

    /// <summary>The nonce was used before.</summary>
    public static RpcError NonceUsed { get; } = Bad("SignatureNonceUsed", "Specified signature nonce was used already.");

    /// <summary>The signature scheme is not supported.</summary>
    public static RpcError InvalidSignatureMethod { get; } =
        Bad("InvalidSignatureMethod", "Specified signature method is not valid.");

    /// <summary>The Authorization header lacks a part, or signs too few headers.</summary>
    public static RpcError IncompleteSignature { get; } =
        Bad("IncompleteSignature", "The request signature does not conform to Aliyun standards.");

    /// <summary>The security token is not the key's.</summary>
    public static RpcError SecurityTokenMismatch { get; } =
        Bad("InvalidSecurityToken.MismatchWithAccessKey", "Specified SecurityToken mismatch with the AccessKey.");

    /// <summary>The account exceeds its request rate.</summary>
    public static RpcError Throttled { get; } = Bad("Throttling.User", "Request was denied due to user flow control.");

    /// <summary>The key may not call the action.</summary>
    public static RpcError Forbidden { get; } = new(
        HttpStatusCode.Forbidden,
        "Forbidden.RAM",
        "User not authorized to operate on the specified resource, or this API doesn't support RAM.");

    /// <summary>The body is larger than this service accepts.</summary>
    public static RpcError BodyTooLarge { get; } =
        new(HttpStatusCode.RequestEntityTooLarge, "InvalidParameter.OutOfRange", "The request body is too large.");

    /// <summary>The body arrives too slowly.</summary>
    public static RpcError BodyTooSlow { get; } =
        new(HttpStatusCode.RequestTimeout, "RequestTimeout", "The request body was not received in time.");

    /// <summary>The body's length is not as declared, or its chunks are malformed.</summary>
    public static RpcError BodyBroken { get; } = Bad("InvalidParameter", "The request body is incomplete or malformed.");

    /// <summary>There are more parameters than this service accepts.</summary>
    public static RpcError TooManyParameters { get; } =
        Bad("InvalidParameter.OutOfRange", "The request has too many parameters.");

    /// <summary>Storage cannot be reached.</summary>
    public static RpcError Unavailable { get; } = new(
        HttpStatusCode.ServiceUnavailable,
        "ServiceUnavailable",
        "The request has failed due to a temporary failure of the server.");

    /// <summary>An internal error of this service.</summary>
    public static RpcError Internal { get; } = new(
        HttpStatusCode.InternalServerError, "InternalError", "The request processing has failed due to some unknown error.");

    /// <summary>A parameter that the gateway or the action requires is missing.</summary>
    public static RpcError Missing(string parameter) => Bad($"Missing{parameter}", $"{parameter} is mandatory for this action.");

    /// <summary>
    /// The signature is wrong. The text that the server signed shows the caller what differs; it contains no secret.
    /// </summary>
    public static RpcError SignatureDoesNotMatch(string stringToSign) => Bad(
        "SignatureDoesNotMatch",
        $"Specified signature is not matched with our calculation. server string to sign is:{stringToSign}");

    /// <summary>The same for signature version 3, in that version's wording.</summary>
    public static RpcError Acs3SignatureDoesNotMatch(string stringToSign) => Bad(
        "SignatureDoesNotMatch", $"Specified signature does not match our calculation. server StringToSign is [{stringToSign}]");

    private static RpcError Bad(string code, string message) => new(HttpStatusCode.BadRequest, code, message);
}
