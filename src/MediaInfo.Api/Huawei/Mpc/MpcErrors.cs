using System.Net;
using MediaInfo.Core.Jobs;

namespace MediaInfo.Api.Huawei.Mpc;

/// <summary>Media Processing Center's error catalogue, for calls and failed tasks.</summary>
/// <remarks>
/// Source: "Error Codes" of the product. Codes with the prefix APIGW are from the vendor's gateway and its signing guide.
/// </remarks>
public static class MpcErrors
{
    /// <summary>The prefix of the codes of the vendor's gateway.</summary>
    public const string GatewayPrefix = "APIGW.";

    private const string InvalidParameter = "MPC.10202";
    private const string FileMissing = "MPC.10053";
    private const string FileNotObtained = "MPC.10052";
    private const string FormatIncorrect = "MPC.10066";
    private const string SystemError = "MPC.10050";
    private const string SystemErrorText = "System error.";

    /// <summary>This API has no such path.</summary>
    /// <remarks>Call <c>/v1/{project_id}/extract-metadata</c>.</remarks>
    public static MpcError NoSuchApi { get; } = new(
        HttpStatusCode.NotFound, GatewayPrefix + "0101", "The API does not exist or has not been published in the environment");

    /// <summary>The path does not support the method.</summary>
    /// <remarks>Use POST, GET or DELETE.</remarks>
    public static MpcError Method { get; } = Bad("MPC.10204", "Incorrect request method.");

    /// <summary>The body was not sent as JSON.</summary>
    /// <remarks>Send <c>Content-Type: application/json</c>.</remarks>
    public static MpcError ContentType { get; } = Bad("MPC.10205", "Incorrect request content type.");

    /// <summary>A task is unknown or can no longer be canceled.</summary>
    /// <remarks>Query the task: it may have begun or ended already, or belong to another project.</remarks>
    public static MpcError OperationFailed { get; } = Bad("MPC.10212", "Operation failed.");

    /// <summary>Neither a signature nor a token was sent.</summary>
    /// <remarks>Sign the request, or send <c>X-Auth-Token</c>.</remarks>
    public static MpcError NoCredential { get; } = Unauthenticated("x-auth-token not found");

    /// <summary>The token is unknown.</summary>
    /// <remarks>Send a token of <c>Accounts:List:N:Tokens:M:Value</c>.</remarks>
    public static MpcError UnknownToken { get; } = Unauthenticated("decrypt token fail");

    /// <summary>The access key is unknown.</summary>
    /// <remarks>
    /// Sign with a key of <c>Accounts:List:N:Keys:M:Id</c>; a key of the vendor's account is none of this service's.
    /// </remarks>
    public static MpcError UnknownKey { get; } = Unauthenticated("Get secretKey failed");

    /// <summary>The Authorization header has another form or algorithm, or signs too few headers.</summary>
    /// <remarks>
    /// Sign by SDK-HMAC-SHA256, with <c>X-Sdk-Date</c>, and <c>X-Security-Token</c> where it is sent, among the signed headers.
    /// </remarks>
    public static MpcError Authorization { get; } =
        WrongSignature("The Authorization header is not a valid SDK-HMAC-SHA256 header, or signs too few headers.");

    /// <summary>The security token is missing or not the key's.</summary>
    /// <remarks>Send the token of <c>Accounts:List:N:Keys:M:SecurityToken</c>.</remarks>
    public static MpcError SecurityToken { get; } = Unauthenticated("decrypt token fail") with
    {
        Reason = "The security token is missing or does not match the access key.",
    };

    /// <summary>The project is not one of the caller's.</summary>
    /// <remarks>Use a project of the account; the operator sets <c>Accounts:List:N:ProjectIds</c>.</remarks>
    public static MpcError ForeignProject { get; } = Forbidden("The project does not belong to the caller.");

    /// <summary>The caller may not call the action.</summary>
    /// <remarks>Call with another key or token, or let the operator add the action's permission to its <c>Allow</c>.</remarks>
    public static MpcError NotAllowed { get; } = Forbidden("The action is not allowed.");

    /// <summary>The account exceeds its request rate.</summary>
    /// <remarks>Wait for the seconds that <c>Retry-After</c> says, and send the call again.</remarks>
    public static MpcError Throttled { get; } = new(
        HttpStatusCode.TooManyRequests, GatewayPrefix + "0308", "The throttling threshold has been reached");

    /// <summary>The body is larger than this service accepts.</summary>
    /// <remarks>Send less. The operator may raise <c>Gateway:MaxBodyBytes</c>.</remarks>
    public static MpcError BodyTooLarge { get; } =
        Invalid("The body", "is too large") with { Status = HttpStatusCode.RequestEntityTooLarge };

    /// <summary>The body arrives too slowly.</summary>
    /// <remarks>Send the body faster. The operator may raise <c>Gateway:BodyTimeout</c>.</remarks>
    public static MpcError BodyTooSlow { get; } =
        Invalid("The body", "was not received in time") with { Status = HttpStatusCode.RequestTimeout };

    /// <summary>The body's length is not as declared, or its chunks are malformed.</summary>
    /// <remarks>Send as many bytes as Content-Length says.</remarks>
    public static MpcError BodyBroken { get; } = Invalid("The body", "is incomplete or malformed");

    /// <summary>There are more parameters than this service accepts.</summary>
    /// <remarks>Send fewer. The operator may raise <c>Gateway:MaxParameters</c>.</remarks>
    public static MpcError TooManyParameters { get; } = Invalid("The query", "has too many parameters");

    /// <summary>Storage cannot be reached.</summary>
    /// <remarks>Send the call again after a moment. The operator looks at <c>/health/ready</c>.</remarks>
    public static MpcError Unavailable { get; } =
        new(HttpStatusCode.ServiceUnavailable, SystemError, SystemErrorText)
        {
            Reason = "The service is temporarily unavailable. Try again.",
        };

    /// <summary>An internal error of this service.</summary>
    /// <remarks>
    /// Send the call again once. If it fails again, give the operator the X-Request-Id: the log has the cause.
    /// </remarks>
    public static MpcError Internal { get; } = new(HttpStatusCode.InternalServerError, SystemError, SystemErrorText);

    /// <summary>
    /// A parameter is missing or invalid; a location is not one of the service's, or a bucket not one of the account's.
    /// </summary>
    /// <remarks>Compare the named parameter with its rule on this page.</remarks>
    /// <param name="parameter">Its name, such as "input.bucket".</param>
    /// <param name="problem">What is wrong with it; follows its name.</param>
    public static MpcError Invalid(string parameter, string problem) =>
        Bad(InvalidParameter, "Invalid request parameter.") with { Reason = $"{parameter} {problem}." };

    /// <summary>The signature is wrong. The reason tells the text that the server signed; it contains no secret.</summary>
    /// <remarks>Compare the text in the reason with the one that you signed; if they are equal, the secret differs.</remarks>
    /// <param name="reason">What differs.</param>
    public static MpcError WrongSignature(string reason) =>
        Unauthenticated("verify aksk signature fail") with { Reason = reason };

    /// <summary>The signing time is malformed or differs from the server's by more than 15 minutes.</summary>
    /// <remarks>Set the clock of the calling machine, and send the time of signing as <c>20240229T120000Z</c>.</remarks>
    /// <param name="sent">The time as sent.</param>
    /// <param name="server">The server's time, in the same form.</param>
    public static MpcError SigningTime(string sent, string server) => new(
        HttpStatusCode.Unauthorized,
        GatewayPrefix + "0303",
        $"Incorrect app authentication information: signature expired, signature time:{sent},server time:{server}")
    {
        Reason = "X-Sdk-Date must be a time such as 20240102T030405Z, within 15 minutes of the server's.",
    };

    /// <summary>
    /// The response to a call that waited for a task whose file cannot be read; null if the task failed for another reason.
    /// </summary>
    /// <remarks>Query the task that the reason names: its error_code says what is wrong with the file.</remarks>
    /// <param name="taskId">The task, which is kept and can be queried.</param>
    /// <param name="failure">Why it failed.</param>
    public static MpcError? OfInput(string taskId, JobFailure failure) =>
        OfFailure(failure).Code is FileMissing or FileNotObtained or FormatIncorrect
            ? new(HttpStatusCode.NotAcceptable, "MPC.10125", "Input data error.") { Reason = $"Task {taskId}: {failure}" }
            : null;

    /// <summary>The error_code and description of a failed task. What happened stands beside them, as reason.</summary>
    public static (string Code, string Description) OfFailure(JobFailure failure) => failure.Reason switch
    {
        FailureReason.ObjectNotFound => (FileMissing, "The input file does not exist."),
        FailureReason.ObjectDenied or FailureReason.ObjectChanged or FailureReason.ObjectArchived
            or FailureReason.BudgetExceeded or FailureReason.TooManyFragments or FailureReason.StorageSilent =>
            (FileNotObtained, "Failed to obtain the input file."),
        FailureReason.ObjectEmpty or FailureReason.NotMedia or FailureReason.Truncated or FailureReason.Encrypted
            or FailureReason.UnknownCodec or FailureReason.OutputTooLarge or FailureReason.NoPicture =>
            (FormatIncorrect, "The format of the input file is incorrect."),
        FailureReason.OutputNotFound or FailureReason.OutputDenied or FailureReason.OutputOccupied =>
            (OperationFailed.Code, OperationFailed.Message),
        _ => (Internal.Code, Internal.Message),
    };

    private static MpcError Bad(string code, string message) => new(HttpStatusCode.BadRequest, code, message);

    private static MpcError Unauthenticated(string reason) =>
        new(HttpStatusCode.Unauthorized, GatewayPrefix + "0301", $"Incorrect IAM authentication information: {reason}");

    private static MpcError Forbidden(string reason) =>
        new(HttpStatusCode.Forbidden, GatewayPrefix + "0302", "The IAM user is not authorized to access the API.")
        {
            Reason = reason,
        };
}
