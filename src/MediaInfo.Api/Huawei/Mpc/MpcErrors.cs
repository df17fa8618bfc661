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
    private const string InvalidParameterText = "Invalid request parameter.";
    private const string FileMissing = "MPC.10053";
    private const string FileNotObtained = "MPC.10052";
    private const string FormatIncorrect = "MPC.10066";
    private const string SystemError = "MPC.10050";
    private const string SystemErrorText = "System error.";

    /// <summary>This API has no such path.</summary>
    public static MpcError NoSuchApi { get; } = new(
        HttpStatusCode.NotFound, GatewayPrefix + "0101", "The API does not exist or has not been published in the environment");

    /// <summary>The path does not support the method.</summary>
    public static MpcError Method { get; } = Bad("MPC.10204", "Incorrect request method.");

    /// <summary>The body was not sent as JSON.</summary>
    public static MpcError ContentType { get; } = Bad("MPC.10205", "Incorrect request content type.");

    /// <summary>A task is unknown or can no longer be canceled.</summary>
    public static MpcError OperationFailed { get; } = Bad("MPC.10212", "Operation failed.");

    /// <summary>Neither a signature nor a token was sent.</summary>
    public static MpcError NoCredential { get; } = Unauthenticated("x-auth-token not found");

    /// <summary>The token is unknown.</summary>
    public static MpcError UnknownToken { get; } = Unauthenticated("decrypt token fail");

    /// <summary>The access key is unknown.</summary>
    public static MpcError UnknownKey { get; } = Unauthenticated("Get secretKey failed");

    /// <summary>The Authorization header has another form or algorithm, or signs too few headers.</summary>
    public static MpcError Authorization { get; } =
        Unauthenticated("the Authorization header is not a valid SDK-HMAC-SHA256 header");

    /// <summary>The security token is missing or not the key's.</summary>
    public static MpcError SecurityToken { get; } = Unauthenticated("the security token does not match the access key");

    /// <summary>The project is not one of the caller's.</summary>
    public static MpcError ForeignProject { get; } = Forbidden("The project does not belong to the caller.");

    /// <summary>The caller may not call the action.</summary>
    public static MpcError NotAllowed { get; } = Forbidden("The action is not allowed.");

    /// <summary>The account exceeds its request rate.</summary>
    public static MpcError Throttled { get; } = new(
        HttpStatusCode.TooManyRequests, GatewayPrefix + "0308", "The throttling threshold has been reached");

    /// <summary>The body is larger than this service accepts.</summary>
    public static MpcError BodyTooLarge { get; } =
        new(HttpStatusCode.RequestEntityTooLarge, InvalidParameter, InvalidParameterText + " The body is too large.");

    /// <summary>The body arrives too slowly.</summary>
    public static MpcError BodyTooSlow { get; } =
        new(HttpStatusCode.RequestTimeout, InvalidParameter, InvalidParameterText + " The body was not received in time.");

    /// <summary>The body's length is not as declared, or its chunks are malformed.</summary>
    public static MpcError BodyBroken { get; } = Invalid("The body", "is incomplete or malformed");

    /// <summary>There are more parameters than this service accepts.</summary>
    public static MpcError TooManyParameters { get; } = Invalid("The query", "has too many parameters");

    /// <summary>Storage cannot be reached.</summary>
    public static MpcError Unavailable { get; } =
        new(
            HttpStatusCode.ServiceUnavailable,
            SystemError,
            SystemErrorText + " The service is temporarily unavailable. Try again.");

    /// <summary>An internal error of this service.</summary>
    public static MpcError Internal { get; } = new(HttpStatusCode.InternalServerError, SystemError, SystemErrorText);

    /// <summary>A parameter is invalid.</summary>
    /// <param name="parameter">Its name, such as "input.bucket".</param>
    /// <param name="problem">What is wrong with it; follows its name.</param>
    public static MpcError Invalid(string parameter, string problem) =>
        Bad(InvalidParameter, $"{InvalidParameterText} {parameter} {problem}.");

    /// <summary>
    /// The signature is wrong. The text that the server signed shows the caller what differs; it contains no secret.
    /// </summary>
    public static MpcError WrongSignature(string stringToSign) => Unauthenticated(
        $"verify aksk signature fail, the server's string to sign is {stringToSign.ReplaceLineEndings("|")}");

    /// <summary>The signing time is malformed or differs from the server's by more than 15 minutes.</summary>
    public static MpcError SigningTime(string sent) => new(
        HttpStatusCode.Unauthorized,
        GatewayPrefix + "0303",
        $"Incorrect IAM authentication information: X-Sdk-Date must be a time such as 20240102T030405Z within 15 minutes of the server time: {sent}");

    /// <summary>
    /// The response to a call that waited for a task whose file cannot be read; null if the task failed for another reason.
    /// </summary>
    /// <param name="taskId">The task, which is kept and can be queried.</param>
    /// <param name="failure">Why it failed.</param>
    public static MpcError? OfInput(string taskId, JobFailure failure) => OfFailure(failure) switch
    {
        (FileMissing or FileNotObtained or FormatIncorrect, var description) =>
            new(HttpStatusCode.NotAcceptable, "MPC.10125", $"Input data error. Task {taskId}: {description}"),
        _ => null,
    };

    /// <summary>The error_code and description of a failed task: the product's sentence, then what happened.</summary>
    public static (string Code, string Description) OfFailure(JobFailure failure)
    {
        var (code, message) = failure.Reason switch
        {
            FailureReason.ObjectNotFound => (FileMissing, "The input file does not exist."),
            FailureReason.ObjectDenied or FailureReason.ObjectChanged or FailureReason.ObjectArchived
                or FailureReason.BudgetExceeded or FailureReason.TooManyFragments =>
                (FileNotObtained, "Failed to obtain the input file."),
            FailureReason.ObjectEmpty or FailureReason.NotMedia or FailureReason.Truncated or FailureReason.Encrypted
                or FailureReason.UnknownCodec or FailureReason.OutputTooLarge =>
                (FormatIncorrect, "The format of the input file is incorrect."),
            FailureReason.OutputNotFound or FailureReason.OutputDenied or FailureReason.OutputOccupied =>
                (OperationFailed.Code, OperationFailed.Message),
            _ => (Internal.Code, Internal.Message),
        };
        return (code, $"{message} {failure.Detail}");
    }

    private static MpcError Bad(string code, string message) => new(HttpStatusCode.BadRequest, code, message);

    private static MpcError Unauthenticated(string reason) =>
        new(HttpStatusCode.Unauthorized, GatewayPrefix + "0301", $"Incorrect IAM authentication information: {reason}");

    private static MpcError Forbidden(string reason) =>
        new(HttpStatusCode.Forbidden, GatewayPrefix + "0302", $"The IAM user is not authorized to access the API. {reason}");
}
