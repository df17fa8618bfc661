using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace MediaInfo.Core.Telemetry;

/// <summary>
/// The metrics of this service and their names. No tag holds an id or an account name, which keeps the number of series small.
/// </summary>
public static class Metrics
{
    /// <summary>The name of the meter.</summary>
    public const string MeterName = "MediaInfo";

    /// <summary>Jobs by state ("accepted", "succeeded", "failed", "canceled"), dialect, and failure reason.</summary>
    public const string Jobs = "mediainfo.jobs";

    /// <summary>Duration of reading an object in seconds, by dialect, step and outcome.</summary>
    public const string ProbeDuration = "mediainfo.probe.duration";

    /// <summary>Bytes that probes received from storage, by dialect and step.</summary>
    public const string ProbeBytes = "mediainfo.probe.bytes";

    /// <summary>Requests that probes sent to storage, by dialect and step.</summary>
    public const string ProbeRequests = "mediainfo.probe.requests";

    /// <summary>Delivery attempts, by target type ("queue", "http") and outcome ("delivered", "refused", "failed").</summary>
    public const string CallbackAttempts = "mediainfo.callback.attempts";

    /// <summary>Requests throttled because their account sent too many, by dialect.</summary>
    public const string ThrottledRequests = "mediainfo.throttled.requests";

    /// <summary>Connections closed to make room for others, by reason ("idle", "silent", "refused").</summary>
    public const string ClosedConnections = "mediainfo.closed.connections";

    /// <summary>Steps that run now and may take long: frames and tags. By dialect and step.</summary>
    public const string LongSteps = "mediainfo.long.steps";

    /// <summary>Age of the oldest message in each queue in seconds, by queue; 0 for an empty queue.</summary>
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
    private static readonly UpDownCounter<long> Long = Meter.CreateUpDownCounter<long>(LongSteps, "{step}");
    private static readonly Counter<long> Closed = Meter.CreateCounter<long>(ClosedConnections, "{connection}");

    /// <summary>Counts an accepted job.</summary>
    /// <param name="dialect">The dialect, such as "mps".</param>
    public static void JobAccepted(string dialect) => JobCount.Add(1, new(State, "accepted"), new(Dialect, dialect));

    /// <summary>Counts an ended job.</summary>
    /// <param name="dialect">The dialect, such as "mps".</param>
    /// <param name="state">The final state of the job.</param>
    /// <param name="reason">Why the job failed; null unless it failed.</param>
    public static void JobEnded(string dialect, string state, string? reason)
    {
        var tags = new TagList { { State, Tag(state) }, { Dialect, dialect } };
        if (reason is not null)
        {
            tags.Add(Reason, Tag(reason));
        }

        JobCount.Add(1, tags);
    }

    /// <summary>Records the cost of reading an object.</summary>
    /// <param name="dialect">The dialect of the job, such as "mps".</param>
    /// <param name="step">"streams", "digest", "packets", "frames" or "tags".</param>
    /// <param name="reason">Why the read failed; null if it succeeded.</param>
    /// <param name="requests">Requests sent to storage.</param>
    /// <param name="bytes">Bytes received from storage.</param>
    /// <param name="duration">The duration of the read.</param>
    public static void Probed(string dialect, string step, string? reason, int requests, long bytes, TimeSpan duration)
    {
        var tags = new TagList { { Dialect, dialect }, { Step, step } };
        Bytes.Add(bytes, tags);
        Requests.Add(requests, tags);
        tags.Add(Outcome, reason is null ? "succeeded" : Tag(reason));
        Duration.Record(duration.TotalSeconds, tags);
    }

    /// <summary>Counts a step that may take long, until the result is disposed.</summary>
    /// <param name="dialect">The dialect of the job, such as "mps".</param>
    /// <param name="step">The step, such as "frames".</param>
    public static IDisposable LongStepBegun(string dialect, string step)
    {
        var tags = new TagList { { Dialect, dialect }, { Step, step } };
        Long.Add(1, tags);
        return new Finally(() => Long.Add(-1, tags));
    }

    /// <summary>Counts a delivery attempt.</summary>
    /// <param name="target">The target type: "queue" or "http".</param>
    /// <param name="outcome">"delivered", "refused" or "failed".</param>
    public static void CallbackAttempted(string target, string outcome) =>
        Attempts.Add(1, new(Target, target), new(Outcome, outcome));

    /// <summary>Counts a throttled request.</summary>
    public static void RequestThrottled(string dialect) => Throttled.Add(1, new KeyValuePair<string, object?>(Dialect, dialect));

    /// <summary>Counts a connection that was closed to make room for others.</summary>
    /// <param name="reason">
    /// "idle": it made way for another one; "silent": no request arrived; "refused": there was no room for it.
    /// </param>
    public static void ConnectionClosed(string reason) => Closed.Add(1, new KeyValuePair<string, object?>(Reason, reason));

    // States and reasons come from enums; tags are lower case.
    private static string Tag(string name) => name.ToLowerInvariant();

    private sealed class Finally(Action end) : IDisposable
    {
        public void Dispose() => end();
    }
}
