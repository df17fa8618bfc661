using System.Globalization;
using System.Text;
using MediaInfo.Core.Telemetry;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;

namespace MediaInfo.Standalone;

/// <summary>
/// Writes an event as one line: time, level, category, id, scopes, message, exception. Text from an exception or a library cannot
/// break the line or send control sequences to the terminal.
/// </summary>
/// <param name="time">The clock.</param>
internal sealed class LineFormatter(TimeProvider time) : ConsoleFormatter(FormatterName)
{
    /// <summary>The name under "Logging:Console:FormatterName".</summary>
    public const string FormatterName = "line";

    // Enough for an exception and its inner exceptions, each with a stack trace.
    private const int MaxLength = 32 * 1024;

    /// <inheritdoc />
    public override void Write<TState>(in LogEntry<TState> logEntry, IExternalScopeProvider? scopeProvider, TextWriter textWriter)
    {
        var at = time.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
        var line = new StringBuilder().Append(
            CultureInfo.InvariantCulture, $"{at} {NameOf(logEntry.LogLevel)}: {logEntry.Category}[{logEntry.EventId.Id}]");
        scopeProvider?.ForEachScope((scope, text) => text.Append(CultureInfo.InvariantCulture, $" => {scope}"), line);
        line.Append(CultureInfo.InvariantCulture, $" {logEntry.Formatter(logEntry.State, logEntry.Exception)}");
        if (logEntry.Exception is { } exception)
        {
            line.Append(CultureInfo.InvariantCulture, $" {exception}");
        }

        textWriter.WriteLine(LoggedText.Neutral(line.ToString().ReplaceLineEndings(" "), MaxLength));
    }

    private static string NameOf(LogLevel level) => level switch
    {
        LogLevel.Trace => "trce",
        LogLevel.Debug => "dbug",
        LogLevel.Information => "info",
        LogLevel.Warning => "warn",
        LogLevel.Error => "fail",
        _ => "crit",
    };
}
