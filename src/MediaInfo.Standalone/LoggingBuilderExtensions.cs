using Microsoft.Extensions.Logging.Console;

namespace MediaInfo.Standalone;

/// <summary>How this process logs.</summary>
internal static class LoggingBuilderExtensions
{
    /// <summary>
    /// One line an event with its request's id; of the web server warnings only, whose lines would hold signed URLs. Settings
    /// under "Logging" come after it and win.
    /// </summary>
    public static ILoggingBuilder AddServiceLogging(this ILoggingBuilder logging) => logging
        .AddConsole(console => console.FormatterName = LineFormatter.FormatterName)
        .AddConsoleFormatter<LineFormatter, ConsoleFormatterOptions>()
        .Configure(factory => factory.ActivityTrackingOptions = ActivityTrackingOptions.None)
        .AddFilter("Microsoft.AspNetCore", LogLevel.Warning)

        // A line for each connection beyond the limit would do the attacker's work.
        .AddFilter("Microsoft.AspNetCore.Server.Kestrel.Connections", LogLevel.Error)

        // Off altogether, it leaves its own connection and request ids out of every line.
        .AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.None);
}
