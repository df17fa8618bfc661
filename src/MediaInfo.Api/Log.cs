using Microsoft.Extensions.Logging;

namespace MediaInfo.Api;

/// <summary>Every log message of this project. Event ids: 2000 requests, 2100 ffprobe.</summary>
internal static partial class Log
{
    private static readonly Func<ILogger, string, IDisposable?> Scope = LoggerMessage.DefineScope<string>("request {RequestId}");

    /// <summary>Puts the request's id on every line that is logged until the scope is disposed.</summary>
    public static IDisposable? RequestScope(ILogger log, string requestId) => Scope(log, requestId);

    [LoggerMessage(2000, LogLevel.Error, "Request {RequestId} failed")]
    public static partial void RequestFailed(this ILogger log, Exception error, string requestId);

    [LoggerMessage(2001, LogLevel.Information, "Request {RequestId} refused: {Action} by {AccessKeyId}, {Code}")]
    public static partial void RequestRefused(this ILogger log, string requestId, string action, string accessKeyId, string code);

    [LoggerMessage(2100, LogLevel.Information, "Self-test passed: {Ffprobe}")]
    public static partial void FfprobeFound(this ILogger log, string ffprobe);

    [LoggerMessage(2101, LogLevel.Error, "{Problem}")]
    public static partial void FfprobeMissing(this ILogger log, string problem);
}
