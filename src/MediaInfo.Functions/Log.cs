using MediaInfo.Core.Telemetry;
using Microsoft.Extensions.Logging;

namespace MediaInfo.Functions;

/// <summary>All log messages of this project. Event ids: 4000 callbacks, 4100 jobs, 4200 retention.</summary>
internal static partial class Log
{
    [LoggerMessage(
        4000,
        LogLevel.Error,
        "The completion message of job {JobId} of account {Account} was given up after its last delivery")]
    public static partial void CallbackGivenUp(this ILogger log, LoggedText jobId, LoggedText account);

    [LoggerMessage(4001, LogLevel.Error, "A message without a job was removed from the callback poison queue: {Text}")]
    public static partial void UnknownMessageRemoved(this ILogger log, LoggedText text);

    [LoggerMessage(4100, LogLevel.Error, "Job {JobId} of account {Account} was given up: it could not be scheduled")]
    public static partial void AnalysisGivenUp(this ILogger log, LoggedText jobId, LoggedText account);

    [LoggerMessage(4200, LogLevel.Information, "Retention removed the history of {Orchestrations} orchestrations")]
    public static partial void HistoryPurged(this ILogger log, int orchestrations);

    [LoggerMessage(
        4201,
        LogLevel.Warning,
        "Retention did not finish purging the orchestration history within {Limit}; the next sweep will continue")]
    public static partial void PurgeUnfinished(this ILogger log, TimeSpan limit);

    [LoggerMessage(
        4202,
        LogLevel.Warning,
        "Retention could not remove the history of orchestration {InstanceId}; the next sweep will retry")]
    public static partial void NotPurged(this ILogger log, Exception error, LoggedText instanceId);
}
