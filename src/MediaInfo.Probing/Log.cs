using MediaInfo.Core.Telemetry;
using Microsoft.Extensions.Logging;

namespace MediaInfo.Probing;

/// <summary>Every log message of this project. Event ids: 1100 probes.</summary>
internal static partial class Log
{
    [LoggerMessage(1100, LogLevel.Error, "{Tool} was killed by signal {Signal} while reading {Bucket}/{Key}")]
    public static partial void ToolCrashed(this ILogger log, LoggedText tool, int signal, LoggedText bucket, LoggedText key);

    [LoggerMessage(1102, LogLevel.Information, "{Tool} ended with {How}")]
    public static partial void ToolEnded(this ILogger log, LoggedText tool, LoggedText how);

    [LoggerMessage(
        1101,
        LogLevel.Warning,
        "The orphan guard shell could not be started: a child may outlive this process if the process is killed")]
    public static partial void OrphanGuardFailed(this ILogger log, Exception error);

    [LoggerMessage(1110, LogLevel.Information, "Self-test passed: {Tool}")]
    public static partial void ToolFound(this ILogger log, LoggedText tool);

    [LoggerMessage(1111, LogLevel.Error, "{Problem}")]
    public static partial void ToolMissing(this ILogger log, LoggedText problem);

    [LoggerMessage(1114, LogLevel.Warning, "There are no {Uses}. {Problem}")]
    public static partial void ToolNotAvailable(this ILogger log, LoggedText uses, LoggedText problem);

    [LoggerMessage(1113, LogLevel.Warning, "This system is not Linux: it has {Lacking}. Analyse only media that you trust")]
    public static partial void LackingProtections(this ILogger log, LoggedText lacking);

    [LoggerMessage(1112, LogLevel.Warning, "What reads media is not fully confined: {Sandbox}")]
    public static partial void NotConfined(this ILogger log, LoggedText sandbox);
}
