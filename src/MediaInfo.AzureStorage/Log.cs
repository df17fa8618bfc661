using MediaInfo.Core.Telemetry;
using Microsoft.Extensions.Logging;

namespace MediaInfo.AzureStorage;

/// <summary>All log messages of this project. Event ids start at 3000.</summary>
internal static partial class Log
{
    [LoggerMessage(3000, LogLevel.Warning, "The document of job {JobId} of account {Account} cannot be read: {Reason}")]
    public static partial void UnreadableJob(this ILogger logger, LoggedText account, LoggedText jobId, LoggedText reason);

    [LoggerMessage(3001, LogLevel.Information, "Queue {Queue} was missing and has been created")]
    public static partial void QueueCreated(this ILogger logger, LoggedText queue);

    [LoggerMessage(
        3002,
        LogLevel.Error,
        "Message {MessageId} of queue {Queue} was moved to the poison queue after {DeliveryCount} deliveries")]
    public static partial void Poisoned(this ILogger logger, LoggedText messageId, LoggedText queue, long deliveryCount);

    [LoggerMessage(
        3003,
        LogLevel.Information,
        "Storage at {Address} has {Containers} containers and {Queues} queues of this service")]
    public static partial void Initialized(this ILogger logger, LoggedText address, int containers, int queues);

    [LoggerMessage(3004, LogLevel.Warning, "The lanes of waiting work could not be listed; all possible lanes are polled")]
    public static partial void LanesNotListed(this ILogger logger, Exception error);

    [LoggerMessage(3005, LogLevel.Warning, "Storage rejected a message to queue {Queue}")]
    public static partial void MessageRejected(this ILogger logger, Exception error, LoggedText queue);
}
