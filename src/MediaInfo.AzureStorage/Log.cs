using MediaInfo.Core.Telemetry;
using Microsoft.Extensions.Logging;

namespace MediaInfo.AzureStorage;

/// <summary>Everything that this project logs. Its event ids begin at 3000.</summary>
internal static partial class Log
{
    [LoggerMessage(3000, LogLevel.Warning, "The document of job {JobId} of account {Account} cannot be read: {Reason}")]
    public static partial void UnreadableJob(this ILogger logger, LoggedText account, LoggedText jobId, LoggedText reason);

    [LoggerMessage(3001, LogLevel.Information, "Queue {Queue} was missing and is there now")]
    public static partial void QueueCreated(this ILogger logger, LoggedText queue);

    [LoggerMessage(3002, LogLevel.Error, "Message {MessageId} of queue {Queue} is poison after {DeliveryCount} deliveries")]
    public static partial void Poisoned(this ILogger logger, LoggedText messageId, LoggedText queue, long deliveryCount);

    [LoggerMessage(3003, LogLevel.Information, "Storage at {Address} holds {Containers} containers and {Queues} queues of this service")]
    public static partial void Initialized(this ILogger logger, LoggedText address, int containers, int queues);

    [LoggerMessage(3004, LogLevel.Warning, "The lanes of waiting work could not be listed; every possible one is looked at")]
    public static partial void LanesNotListed(this ILogger logger, Exception error);
}
