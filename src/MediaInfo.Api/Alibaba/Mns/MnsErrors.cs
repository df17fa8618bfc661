using System.Globalization;
using System.Net;

namespace MediaInfo.Api.Alibaba.Mns;

/// <summary>Message Service's error catalogue.</summary>
/// <remarks>Source: "Error codes" of the product.</remarks>
public static class MnsErrors
{
    /// <summary>This API has no such path, or the path no such method.</summary>
    /// <remarks>Compare path and method with the actions on this page.</remarks>
    public static MnsError InvalidUrl { get; } = Bad("InvalidRequestURL", "Http request URL format invalid.");

    /// <summary>The version is missing.</summary>
    /// <remarks>Send <c>x-mns-version: 2015-06-06</c>.</remarks>
    public static MnsError MissingVersion { get; } = Bad("MissingVersionHeader", "x-mns-version header is required.");

    /// <summary>The API has no such version.</summary>
    /// <remarks>Send <c>x-mns-version: 2015-06-06</c>.</remarks>
    public static MnsError InvalidVersion { get; } = Bad("InvalidVersionHeader", "The x-mns-version header is invalid.");

    /// <summary>The request is not signed.</summary>
    /// <remarks>Send the header Authorization.</remarks>
    public static MnsError MissingAuthorization { get; } =
        Bad("MissingAuthorizationHeader", "Authorization header is required.");

    /// <summary>The Authorization header has another form or algorithm.</summary>
    /// <remarks>Sign by HMAC-SHA1, or by MNS4-HMAC-SHA256.</remarks>
    public static MnsError InvalidAuthorization { get; } =
        Bad("InvalidAuthorizationHeader", "The Authorization header format is invalid.");

    /// <summary>The time of signing is missing.</summary>
    /// <remarks>Send the header Date, or x-mns-date.</remarks>
    public static MnsError MissingDate { get; } = Bad("MissingDateHeader", "Date header is required.");

    /// <summary>The time of signing has another form.</summary>
    /// <remarks>Send the time as <c>Thu, 29 Feb 2024 12:00:00 GMT</c>.</remarks>
    public static MnsError InvalidDate { get; } = Bad("InvalidDateHeader", "The Date header format is invalid.");

    /// <summary>The time differs from the server's by more than 15 minutes.</summary>
    /// <remarks>Set the clock of the calling machine, and sign each request anew when it is sent.</remarks>
    public static MnsError TimeExpired { get; } =
        new(HttpStatusCode.RequestTimeout, "TimeExpired", "The http request you sent is expired.");

    /// <summary>The access key is unknown.</summary>
    /// <remarks>
    /// Sign with a key of <c>Accounts:List:N:Keys:M:Id</c>; a key of the vendor's account is none of this service's.
    /// </remarks>
    public static MnsError UnknownKey { get; } = Forbidden("InvalidAccessKeyId", "The AccessKey Id you provided is not exist.");

    /// <summary>The security token is missing or not the key's.</summary>
    /// <remarks>Send the token of <c>Accounts:List:N:Keys:M:SecurityToken</c>.</remarks>
    public static MnsError SecurityToken { get; } =
        Forbidden("InvalidSecurityToken", "The security token you provided is invalid.");

    /// <summary>The signature is wrong.</summary>
    /// <remarks>
    /// Compare the secret, and what your program signs with the rule of the parameter Authorization.
    /// </remarks>
    public static MnsError SignatureDoesNotMatch { get; } = Forbidden(
        "SignatureDoesNotMatch",
        "The request signature we calculated does not match the signature you provided. Check your key and signing method.");

    /// <summary>The key may not call the action, or the account may not use the queue or topic.</summary>
    /// <remarks>
    /// Call with another key, or let the operator add the permission to the key's <c>Allow</c>, or the name to the account's
    /// <c>Queues</c>.
    /// </remarks>
    public static MnsError AccessDenied { get; } = Forbidden(
        "AccessDenied", "The OwnerId that your Access Key Id associated to is forbidden for this operation.");

    /// <summary>The account exceeds its request rate, or has too many receive calls waiting.</summary>
    /// <remarks>
    /// Wait a moment and send the call again, with growing pauses. The operator may raise <c>Gateway:RequestsPerSecond</c> or
    /// <c>Mns:MostWaits</c>.
    /// </remarks>
    public static MnsError Throttled { get; } = Bad("QpsLimitExceeded", "The qps limit of this queue is exceeded.");

    /// <summary>The body is not the one whose MD5 the header Content-MD5 has.</summary>
    /// <remarks>Send the MD5 of the bytes that you send, or no such header.</remarks>
    public static MnsError InvalidDigest { get; } = Bad("InvalidDegist", "The Content-MD5 you specified is invalid.");

    /// <summary>The body is no XML document, or one with a document type or more elements than any call needs.</summary>
    /// <remarks>Send a well-formed document in UTF-8 without a document type.</remarks>
    public static MnsError MalformedXml { get; } = Bad("MalformedXML", "The XML you provided was not well-formed.");

    /// <summary>The body is larger than this service accepts.</summary>
    /// <remarks>Send fewer or shorter messages. The operator may raise <c>Gateway:MaxBodyBytes</c>.</remarks>
    public static MnsError BodyTooLarge { get; } = new(
        HttpStatusCode.RequestEntityTooLarge, "InvalidArgument", "The request body is too large.");

    /// <summary>The body arrives too slowly.</summary>
    /// <remarks>Send the body faster. The operator may raise <c>Gateway:BodyTimeout</c>.</remarks>
    public static MnsError BodyTooSlow { get; } =
        new(HttpStatusCode.RequestTimeout, "TimeExpired", "The request body was not received in time.");

    /// <summary>The receipt handle is missing.</summary>
    /// <remarks>Send the <c>ReceiptHandle</c> of the response to ReceiveMessage.</remarks>
    public static MnsError MissingReceiptHandle { get; } = Bad("MissingReceiptHandle", "ReceiptHandle is required.");

    /// <summary>The time to hide the message is missing.</summary>
    /// <remarks>Send <c>VisibilityTimeout</c>.</remarks>
    public static MnsError MissingVisibilityTimeout { get; } =
        Bad("MissingVisibilityTimeout", "VisibilityTimeout is required.");

    /// <summary>The receipt handle is none of this queue's.</summary>
    /// <remarks>Send the handle unchanged, to the queue that the message came from.</remarks>
    public static MnsError ReceiptHandleError { get; } =
        Bad("ReceiptHandleError", "The receipt handle you provide is not valid.");

    /// <summary>No message is visible, or the receipt handle's time is over.</summary>
    /// <remarks>
    /// After ReceiveMessage and PeekMessage this is the answer of an empty queue: call again. After DeleteMessage and
    /// ChangeMessageVisibility the message was deleted, or has become visible again since.
    /// </remarks>
    public static MnsError MessageNotExist { get; } =
        new(HttpStatusCode.NotFound, "MessageNotExist", "Message not exist.");

    /// <summary>There is no such queue.</summary>
    /// <remarks>Create the queue, or name it in a pipeline or in SetEventCallback.</remarks>
    public static MnsError QueueNotExist { get; } =
        new(HttpStatusCode.NotFound, "QueueNotExist", "The queue name you provided is not exist.");

    /// <summary>There is a queue of the name, with other attributes.</summary>
    /// <remarks>Send the same attributes, or none, or call SetQueueAttributes.</remarks>
    public static MnsError QueueAlreadyExist { get; } =
        new(HttpStatusCode.Conflict, "QueueAlreadyExist", "The queue you want to create is already exist.");

    /// <summary>The account has as many queues as it may have.</summary>
    /// <remarks>Delete queues that nobody needs. The operator may raise <c>Mns:MostQueues</c>.</remarks>
    public static MnsError TooManyQueues { get; } = Forbidden(
        "QueueNumExceededLimit", "The number of queues exceeds the limit.");

    /// <summary>A queue of the name is still being deleted.</summary>
    /// <remarks>Send the call again after half a minute.</remarks>
    public static MnsError QueueDeletedRecently { get; } =
        Bad("QueueDeletedRecently", "The queue you want to create has deleted recently.");

    /// <summary>The name has a character that names may not have.</summary>
    /// <remarks>Use letters, digits, <c>-</c> and <c>_</c>, with a letter or a digit at the beginning.</remarks>
    public static MnsError InvalidQueueName { get; } = Bad(
        "InvalidQueueName",
        "The queue name you provided is invalid. QueueName should start with alphabetic and contain only alphabetic or digit or -.");

    /// <summary>The name is too long.</summary>
    /// <remarks>Use at most 256 characters.</remarks>
    public static MnsError QueueNameLength { get; } =
        Bad("QueueNameLengthError", "Queue name length should between 1 and 256.");

    /// <summary>Storage cannot be reached.</summary>
    /// <remarks>Send the call again after a moment. The operator looks at <c>/health/ready</c>.</remarks>
    public static MnsError Unavailable { get; } =
        new(HttpStatusCode.ServiceUnavailable, "InternalServerError", "Interal error.");

    /// <summary>An internal error of this service.</summary>
    /// <remarks>
    /// Send the call again once. If it fails again, give the operator the RequestId: the log has the cause.
    /// </remarks>
    public static MnsError Internal { get; } = new(HttpStatusCode.InternalServerError, "InternalError", "Interal error.");

    /// <summary>The body has an element that this action does not have, or lacks one.</summary>
    /// <remarks>Compare the body with the action's elements on this page.</remarks>
    /// <param name="element">The element's name.</param>
    public static MnsError Schema(string element) => Bad(
        "InvalidArgument", $"The XML you provided did not validate against our published schema, cause by {element}.");

    /// <summary>A number is outside its bounds, or no number.</summary>
    /// <remarks>Send a whole number between the two bounds that the message names.</remarks>
    /// <param name="element">The parameter's or element's name.</param>
    /// <param name="low">The lowest value.</param>
    /// <param name="high">The highest value.</param>
    /// <param name="unit">"seconds", "bytes" or empty.</param>
    public static MnsError Range(string element, long low, long high, string unit) => Bad(
        "InvalidArgument",
        string.Create(CultureInfo.InvariantCulture, $"The value of {element} should between {low} and {high} {unit}")
            .TrimEnd() + ".");

    private static MnsError Bad(string code, string message) => new(HttpStatusCode.BadRequest, code, message);

    private static MnsError Forbidden(string code, string message) => new(HttpStatusCode.Forbidden, code, message);
}
