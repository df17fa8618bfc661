using System.Diagnostics;
using MediaInfo.Core.Analysis;
using MediaInfo.Core.Jobs;

namespace MediaInfo.Core.Telemetry;

/// <summary>The spans of this service and their names. One trace follows a job from its submit call to its completion message.</summary>
/// <remarks>
/// The trace travels in the job's document, so that it goes on in other processes and through orchestrations. A step's span is
/// always a child of the job's analysis, whatever spans of its own the host has around it; those are linked. Where nobody listens
/// no span is made, and nothing is written.
/// </remarks>
public static class Tracing
{
    /// <summary>The name of the source to listen to.</summary>
    public const string SourceName = "MediaInfo";

    /// <summary>An API call, until its answer is written.</summary>
    public const string Request = "request";

    /// <summary>The handing of a job to the durable host.</summary>
    public const string Dispatch = "dispatch";

    /// <summary>The analysis of a job; in a host whose steps run apart, its taking up.</summary>
    public const string Analyze = "analyse";

    /// <summary>One reading of the object.</summary>
    public const string Probe = "probe";

    /// <summary>One attempt to deliver a completion message.</summary>
    public const string Callback = "callback";

    /// <summary>One attempt to deliver an event of the media library.</summary>
    public const string LibraryEvent = "library-event";

    /// <summary>The tag of a job's id.</summary>
    public const string JobId = "mediainfo.job.id";

    /// <summary>The tag of the RequestId of the call that submitted the job, or of the call itself.</summary>
    public const string RequestId = "mediainfo.request.id";

    /// <summary>The tag of an account's id.</summary>
    public const string Account = "mediainfo.account.id";

    /// <summary>The tag of the dialect, such as "mps".</summary>
    public const string Dialect = "mediainfo.dialect";

    /// <summary>The tag of an action's name.</summary>
    public const string Action = "mediainfo.action";

    /// <summary>The tag of an error's code or of the reason of a failure.</summary>
    public const string Error = "error.type";

    /// <summary>The tag of an answer's HTTP status.</summary>
    public const string Status = "http.response.status_code";

    /// <summary>The tag of what a probe reads: "streams", "digest" or "packets".</summary>
    public const string Step = "mediainfo.step";

    /// <summary>The tag of the requests that a probe sent to storage.</summary>
    public const string Requests = "mediainfo.probe.requests";

    /// <summary>The tag of the bytes that a probe received from storage.</summary>
    public const string Bytes = "mediainfo.probe.bytes";

    /// <summary>The source of every span.</summary>
    public static ActivitySource Source { get; } = new(SourceName);

    /// <summary>The current span as it is stored to be gone on with elsewhere; null where there is none.</summary>
    public static string? Current => Activity.Current is { IdFormat: ActivityIdFormat.W3C } span ? span.Id : null;

    /// <summary>Begins the analysis of a job as a child of its submit call; null where nobody listens, or it has begun here already.</summary>
    public static Activity? BeginAnalysis(AnalysisJob job) =>
        Activity.Current is { OperationName: Analyze } current && ReferenceEquals(current.Source, Source)
            ? null
            : Begin(Analyze, ActivityKind.Consumer, job, job.SubmitTrace);

    /// <summary>Begins what is done for a job as a part of its analysis; null where nobody listens.</summary>
    public static Activity? BeginStep(string name, ActivityKind kind, AnalysisJob job) =>
        Begin(name, kind, job, job.AnalysisTrace ?? job.SubmitTrace);

    /// <summary>Begins a span of a stored trace, with the current one linked where that is another; null where nobody listens.</summary>
    /// <param name="name">The span's name.</param>
    /// <param name="kind">Its kind.</param>
    /// <param name="parent">The stored trace; null to go on with the current span.</param>
    public static Activity? Begin(string name, ActivityKind kind, string? parent)
    {
        if (!Source.HasListeners() || !ActivityContext.TryParse(parent, traceState: null, isRemote: true, out var context))
        {
            return Source.StartActivity(name, kind);
        }

        var links = Activity.Current is { } around && around.SpanId != context.SpanId
            ? new[] { new ActivityLink(around.Context) }
            : null;
        return Source.StartActivity(name, kind, context, links: links);
    }

    /// <summary>Notes on a span that its work failed.</summary>
    public static void Fail(this Activity? span, string reason) => span?.SetTag(Error, reason).SetStatus(ActivityStatusCode.Error);

    /// <summary>Notes on the span of a probe what it took, and why it failed.</summary>
    public static void Describe(this Activity? span, StepOutcome outcome)
    {
        span?.SetTag(Requests, outcome.Usage.Requests).SetTag(Bytes, outcome.Usage.Bytes);
        if (outcome.Failure is { } failure)
        {
            span.Fail(failure.Reason.ToString());
        }
    }

    private static Activity? Begin(string name, ActivityKind kind, AnalysisJob job, string? parent) =>
        Begin(name, kind, parent)
            ?.SetTag(JobId, job.Key.Id)
            .SetTag(RequestId, job.RequestId)
            .SetTag(Account, job.Key.Account)
            .SetTag(Dialect, job.Dialect);
}
