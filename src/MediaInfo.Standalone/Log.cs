using MediaInfo.Core.Telemetry;

namespace MediaInfo.Standalone;

/// <summary>Every log message of this project. Event ids: 5000 queues, 5100 periodic work, 5200 the web server.</summary>
internal static partial class Log
{
    [LoggerMessage(5000, LogLevel.Warning, "Queue {Queue} could not be read")]
    public static partial void ReceiveFailed(this ILogger log, Exception error, LoggedText queue);

    [LoggerMessage(5100, LogLevel.Warning, "Periodic work failed and will be retried: {Work}")]
    public static partial void PeriodicWorkFailed(this ILogger log, Exception error, LoggedText work);

    [LoggerMessage(5200, LogLevel.Information, "Health checks are also served on {Address}")]
    public static partial void HealthListens(this ILogger log, LoggedText address);

    [LoggerMessage(5201, LogLevel.Information, "The certificate {Path} was reloaded; it is valid until {End}")]
    public static partial void CertificateReloaded(this ILogger log, LoggedText path, LoggedText end);

    [LoggerMessage(5202, LogLevel.Warning, "The certificate {Path} cannot be used, so the one before it stays: {Problem}")]
    public static partial void CertificateKept(this ILogger log, LoggedText path, LoggedText problem);

    [LoggerMessage(5203, LogLevel.Warning, "The object {Key} of bucket {Bucket} could not be served")]
    public static partial void ObjectFailed(this ILogger log, Exception error, LoggedText bucket, LoggedText key);

    [LoggerMessage(5204, LogLevel.Information, "The settings have no account, so the one in {Path} is used")]
    public static partial void FirstAccountUsed(this ILogger log, LoggedText path);

    [LoggerMessage(
        5205, LogLevel.Warning, "The certificate {Path} is valid from {Begin} to {End} only, so callers refuse it now")]
    public static partial void CertificateOutOfDate(this ILogger log, LoggedText path, LoggedText begin, LoggedText end);
}
