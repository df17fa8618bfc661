using Microsoft.Extensions.Logging;

namespace MediaInfo.AzureStorage.Tests.Support;

/// <summary>Records what was logged.</summary>
public sealed class RecordingLogger<T> : ILogger<T>
{
    public IList<LogEntry> Entries { get; } = [];

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        Entries.Add(new LogEntry(eventId.Id, logLevel, formatter(state, exception)));
}
