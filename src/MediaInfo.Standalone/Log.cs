using MediaInfo.Core.Telemetry;

namespace MediaInfo.Standalone;

/// <summary>Every log message of this project. Event ids: 5000 queues, 5100 periodic work, 5200 the web server.</summary>
internal static partial class Log
{
    [LoggerMessage(5000, LogLevel.Warning, "Queue {Queue} could not be read")]
    public static partial void ReceiveFailed(this ILogger log, Exception error, LoggedText queue);

    [LoggerMessage(5001, LogLevel.Warning, "Delivery {DeliveryCount} of message {MessageId} of queue {Queue} failed")]
    public static partial void DeliveryFailed(
        this ILogger log, Exception error, LoggedText queue, LoggedText messageId, long deliveryCount);

    [LoggerMessage(5002, LogLevel.Error, "Message {MessageId} of queue {Queue} has an unknown format")]
    public static partial void MessageRefused(this ILogger log, Exception error, LoggedText queue, LoggedText messageId);

    [LoggerMessage(5003, LogLevel.Error, "Message {MessageId} of queue {Queue} was given up after delivery {DeliveryCount}")]
    public static partial void MessageGivenUp(this ILogger log, LoggedText queue, LoggedText messageId, long deliveryCount);

    [LoggerMessage(5004, LogLevel.Warning, "The lease on message {MessageId} of queue {Queue} was lost to another worker")]
    public static partial void HoldLost(this ILogger log, LoggedText queue, LoggedText messageId);

    [LoggerMessage(5005, LogLevel.Warning, "The lease on message {MessageId} of queue {Queue} could not be renewed")]
    public static partial void RenewFailed(this ILogger log, Exception error, LoggedText queue, LoggedText messageId);

    [LoggerMessage(5100, LogLevel.Warning, "Periodic work failed and will be retried: {Work}")]
    public static partial void PeriodicWorkFailed(this ILogger log, Exception error, LoggedText work);

    [LoggerMessage(5200, LogLevel.Information, "Health checks are also served on {Address}")]
    public static partial void HealthListens(this ILogger log, LoggedText address);
}
