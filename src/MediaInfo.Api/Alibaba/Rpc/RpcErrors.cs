using System.Net;

namespace MediaInfo.Api.Alibaba.Rpc;

/// <summary>The catalogue of errors that Alibaba's gateway returns for every product.</summary>
/// <remarks>Source: the vendor's pages of API gateway client errors; product codes are in their own catalogues.</remarks>
public static class RpcErrors
{
    private const string Temporary = "The request has failed due to a temporary failure of the server.";

    /// <summary>The HTTP method is neither GET nor POST.</summary>
    /// <remarks>Send the call by GET or POST.</remarks>
    public static RpcError UnsupportedMethod { get; } = Bad("UnsupportedHTTPMethod", "This http method is not supported.");

    /// <summary>Format is neither JSON nor XML.</summary>
    /// <remarks>Send <c>Format=JSON</c> or <c>Format=XML</c>, or leave it out.</remarks>
    public static RpcError InvalidFormat { get; } = Bad("InvalidParameter.Format", "Specified parameter format is not valid.");

    /// <summary>No product has that version.</summary>
    /// <remarks>
    /// Send the version of the API that you call: 2014-06-18 for MPS, 2020-11-09 for IMS, 2026-01-01 for reports.
    /// </remarks>
    public static RpcError InvalidVersion { get; } = Bad("InvalidVersion", "Specified parameter Version is not valid.");

    /// <summary>The product has no such action.</summary>
    /// <remarks>
    /// Compare the action's spelling, upper and lower case too, with the API's page, and the version with the action.
    /// </remarks>
    public static RpcError ActionNotFound { get; } =
        new(HttpStatusCode.NotFound, "InvalidAction.NotFound", "Specified api is not found, please check your url and method.");

    /// <summary>The access key is unknown.</summary>
    /// <remarks>
    /// Send the id of a key in <c>Accounts:List:N:Keys:M:Id</c>; a key of the vendor's account is none of this service's.
    /// </remarks>
    public static RpcError AccessKeyNotFound { get; } =
        new(HttpStatusCode.NotFound, "InvalidAccessKeyId.NotFound", "Specified access key is not found.");

    /// <summary>The time is not an ISO 8601 time in UTC.</summary>
    /// <remarks>Send the time as <c>2024-02-29T12:00:00Z</c>: UTC, ISO 8601, whole seconds.</remarks>
    public static RpcError TimestampFormat { get; } =
        Bad("InvalidTimeStamp.Format", "Specified time stamp or date value is not well formatted.");

    /// <summary>The time differs from the server's by more than 15 minutes.</summary>
    /// <remarks>Set the clock of the calling machine, and sign each request anew when it is sent.</remarks>
    public static RpcError TimestampExpired { get; } =
        Bad("InvalidTimeStamp.Expired", "Specified time stamp or date value is expired.");

    /// <summary>The nonce was used before.</summary>
    /// <remarks>Take a new random nonce for each request, and for each retry of one.</remarks>
    public static RpcError NonceUsed { get; } = Bad("SignatureNonceUsed", "Specified signature nonce was used already.");

    /// <summary>The signature scheme is not supported.</summary>
    /// <remarks>
    /// Sign by HMAC-SHA1 (version 1.0) or ACS3-HMAC-SHA256 (version 3), or send a bearer token with SignatureType BEARERTOKEN.
    /// </remarks>
    public static RpcError InvalidSignatureMethod { get; } =
        Bad("InvalidSignatureMethod", "Specified signature method is not valid.");

    /// <summary>The Authorization header lacks a part, or signs too few headers.</summary>
    /// <remarks>
    /// Sign host, x-acs-action, x-acs-version, x-acs-date, x-acs-signature-nonce, x-acs-content-sha256 and, with a body,
    /// content-type; and name them in SignedHeaders.
    /// </remarks>
    public static RpcError IncompleteSignature { get; } =
        Bad("IncompleteSignature", "The request signature does not conform to Aliyun standards.");

    /// <summary>The security token is not the key's.</summary>
    /// <remarks>Send the token of <c>Accounts:List:N:Keys:M:SecurityToken</c>.</remarks>
    public static RpcError SecurityTokenMismatch { get; } =
        Bad("InvalidSecurityToken.MismatchWithAccessKey", "Specified SecurityToken mismatch with the AccessKey.");

    /// <summary>The bearer token is unknown.</summary>
    /// <remarks>Send a token of <c>Accounts:List:N:Tokens:M:Value</c>.</remarks>
    public static RpcError BearerTokenUnknown { get; } =
        Bad("InvalidBearerToken", "Specified parameter BearerToken is not valid.");

    /// <summary>The account exceeds its request rate, of the action or of all together.</summary>
    /// <remarks>
    /// Wait for the milliseconds that <c>x-acs-retry-after</c> says, and send the call again. The operator may raise
    /// <c>Gateway:RequestsPerSecond</c> and <c>Gateway:SharedRequestsPerSecond</c>.
    /// </remarks>
    public static RpcError Throttled { get; } = Bad("Throttling.User", "Request was denied due to user flow control.");

    /// <summary>The key may not call the action.</summary>
    /// <remarks>Call with another key, or let the operator add the action's permission to the key's <c>Allow</c>.</remarks>
    public static RpcError Forbidden { get; } = new(
        HttpStatusCode.Forbidden,
        "Forbidden.RAM",
        "User not authorized to operate on the specified resource, or this API doesn't support RAM.");

    /// <summary>The body is larger than this service accepts.</summary>
    /// <remarks>Send less. The operator may raise <c>Gateway:MaxBodyBytes</c>.</remarks>
    public static RpcError BodyTooLarge { get; } =
        new(HttpStatusCode.RequestEntityTooLarge, "InvalidParameter.OutOfRange", OutOfRange("Body"))
        {
            Reason = "The request body is too large.",
        };

    /// <summary>The body arrives too slowly.</summary>
    /// <remarks>Send the body faster, or less of it. The operator may raise <c>Gateway:BodyTimeout</c>.</remarks>
    public static RpcError BodyTooSlow { get; } =
        new(HttpStatusCode.RequestTimeout, "RequestTimeout", Temporary)
        {
            Reason = "The request body was not received in time.",
        };

    /// <summary>The body's length is not as declared, or its chunks are malformed.</summary>
    /// <remarks>Send as many bytes as Content-Length says, and as JSON only what is a JSON object.</remarks>
    public static RpcError BodyBroken { get; } = Bad("InvalidParameter", "Specified parameter Body is not valid.") with
    {
        Reason = "The request body is incomplete or malformed.",
    };

    /// <summary>There are more parameters than this service accepts.</summary>
    /// <remarks>Send fewer. The operator may raise <c>Gateway:MaxParameters</c>.</remarks>
    public static RpcError TooManyParameters { get; } =
        Bad("InvalidParameter.OutOfRange", OutOfRange("Parameters")) with { Reason = "The request has too many parameters." };

    /// <summary>Storage cannot be reached.</summary>
    /// <remarks>Send the call again after a moment. The operator looks at <c>/health/ready</c>.</remarks>
    public static RpcError Unavailable { get; } = new(
        HttpStatusCode.ServiceUnavailable, "ServiceUnavailable", Temporary);

    /// <summary>An internal error of this service.</summary>
    /// <remarks>Send the call again once. If it fails again, give the operator the RequestId: the log has the cause.</remarks>
    public static RpcError Internal { get; } = new(
        HttpStatusCode.InternalServerError, "InternalError", "The request processing has failed due to some unknown error.");

    /// <summary>A parameter that the gateway, MPS or GetProbeReport requires is missing. The code ends with its name.</summary>
    /// <remarks>Send the parameter that the code names.</remarks>
    public static RpcError Missing(string parameter) => Bad($"Missing{parameter}", $"{parameter} is mandatory for this action.");

    /// <summary>
    /// The signature is wrong. The text that the server signed shows the caller what differs; it contains no secret.
    /// </summary>
    /// <remarks>Compare the text in the message with the one that you signed; if they are equal, the secret differs.</remarks>
    public static RpcError SignatureDoesNotMatch(string stringToSign) => Bad(
        "SignatureDoesNotMatch",
        $"Specified signature is not matched with our calculation. server string to sign is:{stringToSign}");

    /// <summary>The same for signature version 3, in that version's wording.</summary>
    /// <remarks>Compare the text in the message with the one that you signed; if they are equal, the secret differs.</remarks>
    public static RpcError Acs3SignatureDoesNotMatch(string stringToSign) => Bad(
        "SignatureDoesNotMatch", $"Specified signature does not match our calculation. server StringToSign is [{stringToSign}]");

    private static string OutOfRange(string parameter) => $"The specified parameter \"{parameter}\" is out of range.";

    private static RpcError Bad(string code, string message) => new(HttpStatusCode.BadRequest, code, message);
}
