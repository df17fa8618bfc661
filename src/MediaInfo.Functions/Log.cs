using Microsoft.Extensions.Logging;

namespace MediaInfo.Functions;

/// <summary>Every log message of this project. Event ids: 4000 callbacks.</summary>
internal static partial class Log
{
    [LoggerMessage(4000, LogLevel.Error, "The completion message of job {JobId} of account {Account} was given up after its last delivery")]
    public static partial void CallbackGivenUp(this ILogger log, string jobId, string account);

    [LoggerMessage(4001, LogLevel.Error, "A message that names no job was removed from the poison queue of completion messages: {Text}")]
    public static partial void UnknownMessageRemoved(this ILogger log, string text);
}
