using System.Diagnostics;
using System.Diagnostics.Metrics;
using MediaInfo.Core.Analysis;
using MediaInfo.Core.Jobs;

namespace MediaInfo.Core.Telemetry;

/// <summary>The metrics of this service and their names. No tag holds an id or the name of an account, so that their series stay few.</summary>
public static class Metrics
{
    /// <summary>The name of the meter to listen to.</summary>
    public const string MeterName = "MediaInfo";

    /// <summary>Jobs by state ("accepted", "succeeded", "failed", "canceled"), dialect, and reason where they failed.</summary>
    public const string Jobs = "mediainfo.jobs";

    /// <summary>Seconds that a reading of an object took, by dialect, step and outcome.</summary>
    public const string ProbeDuration = "mediainfo.probe.duration";

    /// <summary>Bytes received from storage by probes, by dialect and step.</summary>
    public const string ProbeBytes = "mediainfo.probe.bytes";

    /// <summary>Requests sent to storage by probes, by dialect and step.</summary>
    public const string ProbeRequests = "mediainfo.probe.requests";

    /// <summary>Attempts to deliver a message, by kind of target ("queue", "http") and outcome ("delivered", "refused", "failed").</summary>
    public const string CallbackAttempts = "mediainfo.callback.attempts";

    /// <summary>Requests that were refused because their account sent too many, by dialect.</summary>
    public const string ThrottledRequests = "mediainfo.throttled.requests";

    /// <summary>Connections that were closed for the sake of others, by reason ("idle", "silent", "refused").</summary>
    public const string ClosedConnections = "mediainfo.closed.connections";

    /// <summary>Seconds for which the oldest message of a queue has waited, by queue; 0 for an empty one.</summary>
    public const string QueueOldestAge = "mediainfo.queue.oldest.age";

    private const string Dialect = "dialect";
    private const string State = "state";
    private const string Reason = "reason";
    private const string Step = "step";
    private const string Outcome = "outcome";
    private const string Target = "target";

    private static readonly Meter Meter = new(MeterName);
    private static readonly Counter<long> JobCount = Meter.CreateCounter<long>(Jobs, "{job}");
    private static readonly Histogram<double> Duration = Meter.CreateHistogram<double>(ProbeDuration, "s");
    private static readonly Counter<long> Bytes = Meter.CreateCounter<long>(ProbeBytes, "By");
    private static readonly Counter<long> Requests = Meter.CreateCounter<long>(ProbeRequests, "{request}");
    private static readonly Counter<long> Attempts = Meter.CreateCounter<long>(CallbackAttempts, "{attempt}");
    private static readonly Counter<long> Throttled = Meter.CreateCounter<long>(ThrottledRequests, "{request}");
    private static readonly Counter<long> Closed = Meter.CreateCounter<long>(ClosedConnections, "{connection}");

    /// <summary>Counts a job that was accepted.</summary>
    public static void JobAccepted(AnalysisJob job) => JobCount.Add(1, new(State, "accepted"), new(Dialect, job.Dialect));

    /// <summary>Counts a job that was brought to its end.</summary>
    public static void JobEnded(AnalysisJob job)
    {
        var tags = new TagList { { State, Name(job.State) }, { Dialect, job.Dialect } };
        if (job.Failure is { } failure)
        {
            tags.Add(Reason, Name(failure.Reason));
        }

        JobCount.Add(1, tags);
    }

    /// <summary>Counts what a reading of an object took.</summary>
    public static void Probed(AnalysisJob job, string step, StepOutcome outcome)
    {
        var tags = new TagList { { Dialect, job.Dialect }, { Step, step } };
        Bytes.Add(outcome.Usage.Bytes, tags);
        Requests.Add(outcome.Usage.Requests, tags);
        tags.Add(Outcome, outcome.Failure is { } failure ? Name(failure.Reason) : "succeeded");
        Duration.Record(outcome.Usage.Milliseconds / 1000.0, tags);
    }

    /// <summary>Makes an attempt to deliver a message, and counts it.</summary>
    /// <param name="target">The kind of target: "queue" or "http".</param>
    /// <param name="send">The attempt; what it throws counts as failed, and is thrown on.</param>
    public static async Task<CallbackResult> CountAttemptAsync(string target, Func<Task<CallbackResult>> send)
    {
        var outcome = "failed";
        try
        {
            var result = await send();
            outcome = result.ErrorCode is null ? "delivered" : "refused";
            return result;
        }
        finally
        {
            Attempts.Add(1, new(Target, target), new(Outcome, outcome));
        }
    }

    /// <summary>Counts a request that was refused because its account sent too many.</summary>
    public static void RequestThrottled(string dialect) => Throttled.Add(1, new KeyValuePair<string, object?>(Dialect, dialect));

    /// <summary>Counts a connection that was closed for the sake of others.</summary>
    /// <param name="reason">"idle": it gave way to another; "silent": no request came; "refused": there was no place for it.</param>
    public static void ConnectionClosed(string reason) => Closed.Add(1, new KeyValuePair<string, object?>(Reason, reason));

    private static string Name<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();
}
