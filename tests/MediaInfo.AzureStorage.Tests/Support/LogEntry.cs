using Microsoft.Extensions.Logging;

namespace MediaInfo.AzureStorage.Tests.Support;

public sealed record LogEntry(int EventId, LogLevel Level, string Message);
