using System.Net;
using MediaInfo.Core.Jobs;

namespace MediaInfo.Api.Mpc;

/// <summary>The catalogue of Media Processing Center's errors, of calls and of failed tasks.</summary>
/// <remarks>Source: "Error Codes" of the product; those that begin with APIGW are of the vendor's gateway and its signing guide.</remarks>
public static class MpcErrors
{
    /// <summary>What the codes of the vendor's gateway begin with.</summary>
    public const string GatewayPrefix = "APIGW.";

    private const string InvalidParameter = "MPC.10202";
    private const string InvalidParameterText = "Invalid request parameter.";
    private const string FileMissing = "MPC.10053";
    private const string FileNotObtained = "MPC.10052";
    private const string FormatIncorrect = "MPC.10066";
    private const string SystemError = "MPC.10050";
    private const string SystemErrorText = "System error.";

    /// <summary>The path is none of this API's.</summary>
    public static MpcError NoSuchApi { get; } = new(
        HttpStatusCode.NotFound, GatewayPrefix + "0101", "The API does not exist or has not been published in the environment");

    /// <summary>The path has no such method.</summary>
    public static MpcError Method { get; } = Bad("MPC.10204", "Incorrect request method.");

    /// <summary>The body is not sent as JSON.</summary>
    public static MpcError ContentType { get; } = Bad("MPC.10205", "Incorrect request content type.");

    /// <summary>A task is unknown, or cannot be canceled any more.</summary>
    public static MpcError OperationFailed { get; } = Bad("MPC.10212", "Operation failed.");

    /// <summary>Neither a signature nor a token was sent.</summary>
    public static MpcError NoCredential { get; } = Unauthenticated("x-auth-token not found");

    /// <summary>Nobody holds the token.</summary>
    public static MpcError UnknownToken { get; } = Unauthenticated("decrypt token fail");

    /// <summary>Nobody holds the access key.</summary>
    public static MpcError UnknownKey { get; } = Unauthenticated("Get secretKey failed");

    /// <summary>The Authorization header has another form or algorithm, or signs too little.</summary>
    public static MpcError Authorization { get; } = Unauthenticated("the Authorization header is not one of SDK-HMAC-SHA256");

    /// <summary>The security token is missing, or not the key's.</summary>
    public static MpcError SecurityToken { get; } = Unauthenticated("the security token is not that of the access key");

    /// <summary>The project is none of the caller's.</summary>
    public static MpcError ForeignProject { get; } = Forbidden("The project does not belong to the caller.");

    /// <summary>The caller may not call the action.</summary>
    public static MpcError NotAllowed { get; } = Forbidden("The action is not allowed.");

    /// <summary>The account sends more requests than it may.</summary>
    public static MpcError Throttled { get; } = new(
        HttpStatusCode.TooManyRequests, GatewayPrefix + "0308", "The throttling threshold has been reached");

    /// <summary>The body is larger than this service takes.</summary>
    public static MpcError BodyTooLarge { get; } =
        new(HttpStatusCode.RequestEntityTooLarge, InvalidParameter, InvalidParameterText + " The body is too large.");

    /// <summary>The body comes too slowly.</summary>
    public static MpcError BodyTooSlow { get; } =
        new(HttpStatusCode.RequestTimeout, "MPC.10202", "Invalid request parameter. The body was not received in time.");

    /// <summary>The body is not as long as it says, or badly chunked.</summary>
    public static MpcError BodyBroken { get; } = Invalid("The body", "is incomplete or malformed");

    /// <summary>There are more parameters than this service takes.</summary>
    public static MpcError TooManyParameters { get; } = Invalid("The query", "has too many parameters");

    /// <summary>Storage cannot be reached now.</summary>
    public static MpcError Unavailable { get; } =
        new(HttpStatusCode.ServiceUnavailable, SystemError, SystemErrorText + " The service is unavailable for the moment, try again.");

    /// <summary>A fault of this service.</summary>
    public static MpcError Internal { get; } = new(HttpStatusCode.InternalServerError, SystemError, SystemErrorText);

    /// <summary>A parameter is of no use.</summary>
    /// <param name="parameter">Its name, such as "input.bucket".</param>
    /// <param name="problem">What is wrong with it, after its name.</param>
    public static MpcError Invalid(string parameter, string problem) =>
        Bad(InvalidParameter, $"{InvalidParameterText} {parameter} {problem}.");

    /// <summary>The signature is wrong. The text that the server signed tells the caller what differs; it holds no secret.</summary>
    public static MpcError WrongSignature(string stringToSign) => Unauthenticated(
        $"verify aksk signature fail, the server's string to sign is {stringToSign.ReplaceLineEndings("|")}");

    /// <summary>The time of signing is no time, or lies more than 15 minutes from the server's.</summary>
    public static MpcError SigningTime(string sent) => new(
        HttpStatusCode.Unauthorized,
        GatewayPrefix + "0303",
        $"Incorrect IAM authentication information: X-Sdk-Date is not a time like 20240102T030405Z within 15 minutes of now: {sent}");

    /// <summary>The answer to a call that waited for a task whose file cannot be read; null for a task that failed for another reason.</summary>
    /// <param name="taskId">The task, which is kept and can be queried.</param>
    /// <param name="failure">Why it failed.</param>
    public static MpcError? OfInput(string taskId, JobFailure failure) => OfFailure(failure) switch
    {
        (FileMissing or FileNotObtained or FormatIncorrect, var description) =>
            new(HttpStatusCode.NotAcceptable, "MPC.10125", $"Input data error. Task {taskId}: {description}"),
        _ => null,
    };

    /// <summary>The error_code and description of a failed task. The product's sentence comes first, what happened after it.</summary>
    public static (string Code, string Description) OfFailure(JobFailure failure)
    {
        var (code, message) = failure.Reason switch
        {
            FailureReason.ObjectNotFound => (FileMissing, "The input file does not exist."),
            FailureReason.ObjectDenied or FailureReason.ObjectChanged or FailureReason.BudgetExceeded =>
                (FileNotObtained, "Failed to obtain the input file."),
            FailureReason.ObjectEmpty or FailureReason.NotMedia or FailureReason.OutputTooLarge =>
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
