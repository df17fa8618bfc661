using MediaInfo.Core.Jobs;
using MediaInfo.Core.Library.Events;
using MediaInfo.Core.Serialization;

namespace MediaInfo.Core.Queues;

/// <summary>The names and versions of this service's queue messages. Those of jobs carry a job's key and nothing else.</summary>
public static class Messages
{
    private const int Version = 1;
    private const string Analyze = "analyze";
    private const string Callback = "callback";
    private const string Event = "library-event";
    private const string Token = "token";

    /// <summary>Asks a worker to run a job.</summary>
    public static string WriteAnalyze(JobKey job) => Envelope.Write(Analyze, Version, job, CoreJson.Default.JobKey);

    /// <summary>The job to run; null for a message of another name or version.</summary>
    public static JobKey? ReadAnalyze(string text) => ReadJob(text, Analyze);

    /// <summary>Asks a worker to look for waiting jobs, and names the one that it was sent for.</summary>
    public static string WriteToken(JobKey job) => Envelope.Write(Token, Version, job, CoreJson.Default.JobKey);

    /// <summary>The job that the token was sent for; null for a message of another name or version.</summary>
    public static JobKey? ReadToken(string text) => ReadJob(text, Token);

    /// <summary>Asks for the delivery of a job's completion message.</summary>
    public static string WriteCallback(JobKey job) => Envelope.Write(Callback, Version, job, CoreJson.Default.JobKey);

    /// <summary>The job to announce; null for a message of another name or version.</summary>
    public static JobKey? ReadCallback(string text) => ReadJob(text, Callback);

    /// <summary>Asks for the delivery of an event of the media library.</summary>
    public static string WriteLibraryEvent(LibraryEvent news) => Envelope.Write(Event, Version, news, CoreJson.Default.LibraryEvent);

    /// <summary>The event to deliver; null for a message of another name or version.</summary>
    public static LibraryEvent? ReadLibraryEvent(string text) =>
        Envelope.Read(text, Event, Version, CoreJson.Default.LibraryEvent)
            is { Id: not null, Account: not null, Type: not null, AssetId: not null, Text: not null } news ? news : null;

    /// <summary>Whose message it is; null for a text that is no message of this service.</summary>
    public static string? AccountOf(string text) =>
        (ReadAnalyze(text) ?? ReadCallback(text) ?? ReadToken(text))?.Account ?? ReadLibraryEvent(text)?.Account;

    /// <summary>What is known of a message that was put off; null for one that never was.</summary>
    public static PutOff? PutOffOf(string text) => Envelope.Read(text)?.PutOff;

    /// <summary>The text of the copy of a message that is put off, to be queued before the message itself is removed.</summary>
    /// <param name="text">The message.</param>
    /// <param name="deliveries">The deliveries that it has used, of earlier copies too.</param>
    /// <param name="now">The time, UTC.</param>
    public static string PutOff(string text, long deliveries, DateTimeOffset now) =>
        Envelope.Read(text) is { } envelope
            ? (envelope with { PutOff = new PutOff(deliveries, envelope.PutOff?.Since ?? now) }).ToText()
            : text;

    // JSON may lack what the types promise. Such a message would fail in every delivery, its last one included.
    private static JobKey? ReadJob(string text, string name) =>
        Envelope.Read(text, name, Version, CoreJson.Default.JobKey) is { Account: not null, Id: not null } job ? job : null;
}
