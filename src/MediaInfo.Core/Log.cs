using MediaInfo.Core.Jobs;
using MediaInfo.Core.Telemetry;
using Microsoft.Extensions.Logging;

namespace MediaInfo.Core;

/// <summary>
/// All log messages of this project. Event ids: 1000 jobs, 1200 callbacks, 1210 topics, 1300 the media library, 1400 retention,
/// 1500 queue messages.
/// </summary>
internal static partial class Log
{
    [LoggerMessage(1000, LogLevel.Information, "Job {JobId} accepted: request {RequestId}, {Dialect}, object {Bucket}/{Key}")]
    public static partial void JobAccepted(
        this ILogger log, LoggedText jobId, LoggedText requestId, LoggedText dialect, LoggedText bucket, LoggedText key);

    [LoggerMessage(
        1001,
        LogLevel.Information,
        "Job {JobId} ended: request {RequestId}, {State} {Reason}, {Requests} requests, {Bytes} bytes, {Milliseconds} ms")]
    public static partial void JobEnded(
        this ILogger log,
        LoggedText jobId,
        LoggedText requestId,
        JobState state,
        FailureReason? reason,
        int requests,
        long bytes,
        long milliseconds);

    [LoggerMessage(1003, LogLevel.Information, "Job {JobId} progressed: step {Step} {Percent} %, job {JobPercent} %")]
    public static partial void JobProgressed(
        this ILogger log, LoggedText jobId, LoggedText step, int percent, int jobPercent);

    [LoggerMessage(1004, LogLevel.Warning, "The progress of job {JobId} could not be written")]
    public static partial void ProgressNotNoted(this ILogger log, Exception error, LoggedText jobId);

    [LoggerMessage(1002, LogLevel.Information, "Job {JobId} canceled: request {RequestId}")]
    public static partial void JobCanceled(this ILogger log, LoggedText jobId, LoggedText requestId);

    [LoggerMessage(1500, LogLevel.Warning, "Delivery {DeliveryCount} of message {MessageId} of queue {Queue} failed")]
    public static partial void DeliveryFailed(
        this ILogger log, Exception error, LoggedText queue, LoggedText messageId, long deliveryCount);

    [LoggerMessage(1501, LogLevel.Error, "Message {MessageId} of queue {Queue} has an unknown format")]
    public static partial void MessageRefused(this ILogger log, Exception error, LoggedText queue, LoggedText messageId);

    [LoggerMessage(1502, LogLevel.Error, "Message {MessageId} of queue {Queue} was given up after delivery {DeliveryCount}")]
    public static partial void MessageGivenUp(this ILogger log, LoggedText queue, LoggedText messageId, long deliveryCount);

    [LoggerMessage(1503, LogLevel.Warning, "The lease on message {MessageId} of queue {Queue} was lost to another worker")]
    public static partial void HoldLost(this ILogger log, LoggedText queue, LoggedText messageId);

    [LoggerMessage(1504, LogLevel.Warning, "The lease on message {MessageId} of queue {Queue} could not be renewed")]
    public static partial void RenewFailed(this ILogger log, Exception error, LoggedText queue, LoggedText messageId);

    [LoggerMessage(
        1200,
        LogLevel.Information,
        "Callback of job {JobId} ended: request {RequestId}, message {MessageId}, error {ErrorCode}")]
    public static partial void CallbackEnded(
        this ILogger log, LoggedText jobId, LoggedText requestId, LoggedText messageId, LoggedText errorCode);

    [LoggerMessage(1201, LogLevel.Warning, "Callback of job {JobId} could not be delivered directly and was queued")]
    public static partial void CallbackPutOff(this ILogger log, Exception error, LoggedText jobId);

    [LoggerMessage(
        1210,
        LogLevel.Information,
        "Message {MessageId} of topic {Topic} to subscription {Subscription} ended: error {ErrorCode}")]
    public static partial void TopicMessageEnded(
        this ILogger log, LoggedText messageId, LoggedText topic, LoggedText subscription, LoggedText errorCode);

    [LoggerMessage(
        1211,
        LogLevel.Warning,
        "Message {MessageId} of topic {Topic} was not taken by subscription {Subscription}: try {Failures}")]
    public static partial void TopicMessageFailed(
        this ILogger log, Exception error, LoggedText messageId, LoggedText topic, LoggedText subscription, int failures);

    [LoggerMessage(
        1212,
        LogLevel.Error,
        "Message {MessageId} of topic {Topic} to subscription {Subscription} of account {Account} was given up after {Failures} "
        + "tries")]
    public static partial void TopicMessageGivenUp(
        this ILogger log, LoggedText messageId, LoggedText topic, LoggedText subscription, LoggedText account, int failures);

    [LoggerMessage(1300, LogLevel.Information, "Asset {AssetId} registered: object {Bucket}/{Key}")]
    public static partial void AssetRegistered(this ILogger log, LoggedText assetId, LoggedText bucket, LoggedText key);

    [LoggerMessage(
        1301,
        LogLevel.Information,
        "Event {LibraryEventId} ended: {Type} of asset {AssetId}, message {MessageId}, error {ErrorCode}")]
    public static partial void EventEnded(
        this ILogger log,
        LoggedText libraryEventId,
        LoggedText type,
        LoggedText assetId,
        LoggedText messageId,
        LoggedText errorCode);

    [LoggerMessage(1303, LogLevel.Warning, "No pictures of asset {MediaId} are made: {Problem}")]
    public static partial void NoPictures(this ILogger log, LoggedText mediaId, LoggedText problem);

    [LoggerMessage(
        1302,
        LogLevel.Error,
        "Event {LibraryEventId} was given up after its last delivery: {Type}, asset {AssetId}, account {Account}")]
    public static partial void EventGivenUp(
        this ILogger log, LoggedText libraryEventId, LoggedText type, LoggedText assetId, LoggedText account);

    [LoggerMessage(
        1400,
        LogLevel.Information,
        "Retention removed {Jobs} jobs, {Notes} notes of waiting jobs, {Assets} deleted assets, {Nonces} nonces, "
        + "{TopicMessages} messages of topics")]
    public static partial void Swept(this ILogger log, int jobs, int notes, int assets, int nonces, int topicMessages);

    [LoggerMessage(1401, LogLevel.Warning, "Retention did not finish within {Limit}; the next sweep will continue")]
    public static partial void SweepUnfinished(this ILogger log, TimeSpan limit);

    [LoggerMessage(1402, LogLevel.Warning, "Retention could not remove {Item}; the next sweep will retry")]
    public static partial void NotSwept(this ILogger log, Exception exception, LoggedText item);
}
