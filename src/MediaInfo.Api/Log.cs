using Microsoft.Extensions.Logging;

namespace MediaInfo.Api;

/// <summary>Every log message of this project. Event ids: 2000 requests.</summary>
internal static partial class Log
{
    [LoggerMessage(2000, LogLevel.Error, "Request {RequestId} failed")]
    public static partial void RequestFailed(this ILogger log, Exception error, string requestId);

    [LoggerMessage(2001, LogLevel.Information, "Request {RequestId} refused: {Action} by {AccessKeyId}, {Code}")]
    public static partial void RequestRefused(this ILogger log, string requestId, string action, string accessKeyId, string code);
}
