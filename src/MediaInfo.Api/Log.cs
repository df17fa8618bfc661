using Microsoft.Extensions.Logging;

namespace MediaInfo.Api;

/// <summary>Every log message of this project. Event ids: 2000 requests, 2100 ffprobe.</summary>
internal static partial class Log
{
    private const int MaxSent = 128;

    private static readonly Func<ILogger, string, IDisposable?> Scope = LoggerMessage.DefineScope<string>("request {RequestId}");

    /// <summary>Puts the request's id on every line that is logged until the scope is disposed.</summary>
    public static IDisposable? RequestScope(ILogger log, string requestId) => Scope(log, requestId);

    [LoggerMessage(2000, LogLevel.Error, "Request {RequestId} failed")]
    public static partial void RequestFailed(this ILogger log, Exception error, string requestId);

    /// <summary>Notes a refusal. Action and key are what the caller sent, who may be nobody: their begin is enough.</summary>
    public static void RequestRefused(this ILogger log, string requestId, string action, string accessKeyId, string code) =>
        RefusedRequest(log, requestId, Begin(action), Begin(accessKeyId), code);

    [LoggerMessage(2001, LogLevel.Information, "Request {RequestId} refused: {Action} by {AccessKeyId}, {Code}")]
    private static partial void RefusedRequest(ILogger log, string requestId, string action, string accessKeyId, string code);

    private static string Begin(string text) => text.Length > MaxSent ? text[..MaxSent] + "…" : text;

    [LoggerMessage(2100, LogLevel.Information, "Self-test passed: {Ffprobe}")]
    public static partial void FfprobeFound(this ILogger log, string ffprobe);

    [LoggerMessage(2101, LogLevel.Error, "{Problem}")]
    public static partial void FfprobeMissing(this ILogger log, string problem);

    [LoggerMessage(2102, LogLevel.Warning, "ffprobe is not wholly confined: {Sandbox}")]
    public static partial void NotConfined(this ILogger log, string sandbox);
}
