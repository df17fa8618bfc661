namespace MediaInfo.Standalone;

/// <summary>How this process logs.</summary>
internal static class LoggingBuilderExtensions
{
    /// <summary>
    /// One line an event with its request's id; of the web server warnings only, whose lines would hold signed URLs. Settings
    /// under "Logging" come after it and win.
    /// </summary>
    public static ILoggingBuilder AddServiceLogging(this ILoggingBuilder logging) => logging
        .AddSimpleConsole(console =>
        {
            console.SingleLine = true;
            console.IncludeScopes = true;
            console.UseUtcTimestamp = true;
            console.TimestampFormat = "yyyy-MM-dd'T'HH:mm:ss.fff'Z' ";
        })
        .Configure(factory => factory.ActivityTrackingOptions = ActivityTrackingOptions.None)
        .AddFilter("Microsoft.AspNetCore", LogLevel.Warning)

        // A line for each connection beyond the limit would do the attacker's work.
        .AddFilter("Microsoft.AspNetCore.Server.Kestrel.Connections", LogLevel.Error)

        // Off altogether, it leaves its own connection and request ids out of every line.
        .AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.None);
}
