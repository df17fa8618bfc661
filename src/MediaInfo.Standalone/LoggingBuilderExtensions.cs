using Microsoft.Extensions.Logging.Console;

namespace MediaInfo.Standalone;

/// <summary>How this process logs.</summary>
internal static class LoggingBuilderExtensions
{
    /// <summary>
    /// Logs one line per event, with the request id. The web server logs warnings only, because its other lines would contain
    /// signed URLs. Settings under "Logging" are applied later and win.
    /// </summary>
    public static ILoggingBuilder AddServiceLogging(this ILoggingBuilder logging) => logging
        .AddConsole(console => console.FormatterName = LineFormatter.FormatterName)
        .AddConsoleFormatter<LineFormatter, ConsoleFormatterOptions>()
        .Configure(factory => factory.ActivityTrackingOptions = ActivityTrackingOptions.None)
        .AddFilter("Microsoft.AspNetCore", LogLevel.Warning)

        // One line per connection over the limit would let an attacker flood the log.
        .AddFilter("Microsoft.AspNetCore.Server.Kestrel.Connections", LogLevel.Error)

        // Turned off completely, so its own connection and request ids stay out of every line.
        .AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.None);
}
