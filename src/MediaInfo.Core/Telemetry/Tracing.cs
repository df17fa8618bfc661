using System.Diagnostics;

namespace MediaInfo.Core.Telemetry;

/// <summary>
/// The spans of this service and their names. One trace follows a job from its submit call to its completion message.
/// </summary>
/// <remarks>
/// The job's document carries the trace across processes and orchestrations. The span of a step is always a child of the job's
/// analysis; the host's own surrounding spans are linked. Without a listener no spans are created.
/// </remarks>
public static class Tracing
{
    /// <summary>The name of the activity source.</summary>
    public const string SourceName = "MediaInfo";

    /// <summary>An API request, until its response is written.</summary>
    public const string Request = "request";

    /// <summary>The hand-over of a job to the durable host.</summary>
    public const string Dispatch = "dispatch";

    /// <summary>The analysis of a job; in a host that runs steps separately, only its start.</summary>
    public const string Analyze = "analyse";

    /// <summary>One read of the object.</summary>
    public const string Probe = "probe";

    /// <summary>One attempt to deliver a completion message.</summary>
    public const string Callback = "callback";

    /// <summary>One attempt to deliver an event of the media library.</summary>
    public const string LibraryEvent = "library-event";

    /// <summary>One attempt to deliver a published message to a subscriber.</summary>
    public const string TopicMessage = "topic-message";

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

    /// <summary>The tag of an error code or failure reason.</summary>
    public const string Error = "error.type";

    /// <summary>The tag of the response's HTTP status.</summary>
    public const string Status = "http.response.status_code";

    /// <summary>The tag of what a probe reads: "streams", "digest" or "packets".</summary>
    public const string Step = "mediainfo.step";

    /// <summary>The tag of the number of requests that a probe sent to storage.</summary>
    public const string Requests = "mediainfo.probe.requests";

    /// <summary>The tag of the number of bytes that a probe received from storage.</summary>
    public const string Bytes = "mediainfo.probe.bytes";

    /// <summary>The source of all spans.</summary>
    public static ActivitySource Source { get; } = new(SourceName);

    /// <summary>The current span, in a form that another process can continue; null if there is none.</summary>
    public static string? Current => Activity.Current is { IdFormat: ActivityIdFormat.W3C } span ? span.Id : null;

    /// <summary>Whether the current span belongs to this source and has the name.</summary>
    public static bool IsCurrent(string name) =>
        Activity.Current is { } current && ReferenceEquals(current.Source, Source)
        && string.Equals(current.OperationName, name, StringComparison.Ordinal);

    /// <summary>
    /// Starts a span in a stored trace, linked to the current span if that is a different one; null if there is no listener.
    /// </summary>
    /// <param name="name">The span's name.</param>
    /// <param name="kind">The span's kind.</param>
    /// <param name="parent">The stored trace; null continues the current span.</param>
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

    /// <summary>Marks a span as failed.</summary>
    public static void Fail(this Activity? span, string reason) =>
        span?.SetTag(Error, reason).SetStatus(ActivityStatusCode.Error);
}
