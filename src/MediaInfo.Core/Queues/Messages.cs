using System.Text.Json;
using MediaInfo.Core.Jobs;

namespace MediaInfo.Core.Queues;

/// <summary>The names and versions of this service's queue messages. Job messages carry only the job's key.</summary>
public static class Messages
{
    /// <summary>The name of messages that request delivery of a completion message.</summary>
    public const string Callback = "callback";

    /// <summary>The name of messages that ask a worker to run a job.</summary>
    public const string Analyze = "analyze";

    private const int Version = 1;

    /// <summary>Writes the message that asks a worker to run a job.</summary>
    public static string WriteAnalyze(JobKey job) => Envelope.Write(Analyze, Version, job, JobJson.Default.JobKey);

    /// <summary>The job to run; null for a message with another name or version.</summary>
    public static JobKey? ReadAnalyze(string text) => ReadJob(text, Analyze);

    /// <summary>Writes the message that requests delivery of a job's completion message.</summary>
    public static string WriteCallback(JobKey job) => Envelope.Write(Callback, Version, job, JobJson.Default.JobKey);

    /// <summary>The job to announce; null for a message with another name or version.</summary>
    public static JobKey? ReadCallback(string text) => ReadJob(text, Callback);

    /// <summary>The account named in the data of every message; null if the text is not a message of this service.</summary>
    public static string? AccountOf(string text) =>
        Envelope.Read(text) is { Data.ValueKind: JsonValueKind.Object } envelope
        && envelope.Data.TryGetProperty("account", out var account)
        && account.ValueKind == JsonValueKind.String
            ? account.GetString()
            : null;

    /// <summary>The history of a postponed message; null if it was never postponed.</summary>
    public static PutOff? PutOffOf(string text) => Envelope.Read(text)?.PutOff;

    /// <summary>The text of the copy that replaces a postponed message. Queue the copy before removing the original.</summary>
    /// <param name="text">The original message.</param>
    /// <param name="deliveries">The number of deliveries used, including those of earlier copies.</param>
    /// <param name="now">The current time, UTC.</param>
    public static string PutOff(string text, long deliveries, DateTimeOffset now) =>
        Envelope.Read(text) is { } envelope
            ? (envelope with { PutOff = new PutOff(deliveries, envelope.PutOff?.Since ?? now) }).ToText()
            : text;

    // JSON may lack members that the type requires. Such a message would fail on every delivery, including the last.
    private static JobKey? ReadJob(string text, string name) =>
        Envelope.Read(text, name, Version, JobJson.Default.JobKey) is { Account: not null, Id: not null } job ? job : null;
}
