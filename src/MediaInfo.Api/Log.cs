using MediaInfo.Core.Telemetry;
using Microsoft.Extensions.Logging;

namespace MediaInfo.Api;

/// <summary>Every log message of this project. Event ids: 2000 requests.</summary>
internal static partial class Log
{
    private static readonly Func<ILogger, LoggedText, IDisposable?> Scope =
        LoggerMessage.DefineScope<LoggedText>("request {RequestId}");

    /// <summary>Adds the request's id to every line logged until the scope is disposed.</summary>
    public static IDisposable? RequestScope(ILogger log, LoggedText requestId) => Scope(log, requestId);

    [LoggerMessage(2000, LogLevel.Error, "Request {RequestId} failed")]
    public static partial void RequestFailed(this ILogger log, Exception error, LoggedText requestId);

    [LoggerMessage(2001, LogLevel.Information, "Request {RequestId} refused: {Action} by {AccessKeyId}, {Code}. {Reason}")]
    public static partial void RequestRefused(
        this ILogger log, LoggedText requestId, LoggedText action, LoggedText accessKeyId, LoggedText code, LoggedText reason);
}
