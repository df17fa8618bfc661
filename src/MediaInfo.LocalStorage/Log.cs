using MediaInfo.Core.Telemetry;
using Microsoft.Extensions.Logging;

namespace MediaInfo.LocalStorage;

/// <summary>All log messages of this project. Event ids start at 6000.</summary>
internal static partial class Log
{
    [LoggerMessage(6000, LogLevel.Warning, "The document of job {JobId} of account {Account} cannot be read: {Reason}")]
    public static partial void UnreadableJob(this ILogger logger, LoggedText account, LoggedText jobId, LoggedText reason);

    [LoggerMessage(
        6001,
        LogLevel.Error,
        "Message {MessageId} of queue {Queue} was moved to the table \"poison\" after {DeliveryCount} deliveries")]
    public static partial void Poisoned(this ILogger logger, LoggedText messageId, LoggedText queue, long deliveryCount);

    [LoggerMessage(6002, LogLevel.Information, "The embedded store is in {Directory}, the media in {Media}")]
    public static partial void Opened(this ILogger logger, LoggedText directory, LoggedText media);

    [LoggerMessage(6003, LogLevel.Information, "{Count} messages that an earlier process held are visible again")]
    public static partial void Released(this ILogger logger, int count);
}
