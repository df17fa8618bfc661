using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace MediaInfo.Functions.Tests.Support;

/// <summary>Records what was logged.</summary>
public sealed class RecordingLogs : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<(int Event, LogLevel Level, string Text)> _entries = new();

    /// <summary>The log entries, oldest first.</summary>
    public IReadOnlyList<(int Event, LogLevel Level, string Text)> Entries => [.. _entries];

    /// <inheritdoc />
    public ILogger CreateLogger(string categoryName) => this;

    /// <inheritdoc />
    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    /// <inheritdoc />
    public bool IsEnabled(LogLevel logLevel) => true;

    /// <inheritdoc />
    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        _entries.Enqueue((eventId.Id, logLevel, formatter(state, exception)));

    /// <inheritdoc />
    public void Dispose() => _entries.Clear();
}
