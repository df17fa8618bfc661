using System.Diagnostics;
using MediaInfo.Core.Telemetry;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace MediaInfo.Api.Gateway;

/// <summary>The tracing span of an API call. Does nothing without a listener.</summary>
public static class RequestSpan
{
    /// <summary>Starts it as a child of the host's own span, or else of the caller's (W3C Trace Context).</summary>
    public static Activity? Begin(IHeaderDictionary headers) =>
        Activity.Current is null
        && ActivityContext.TryParse(Text(headers.TraceParent), Text(headers.TraceState), isRemote: true, out var caller)
            ? Tracing.Source.StartActivity(Tracing.Request, ActivityKind.Server, caller)
            : Tracing.Source.StartActivity(Tracing.Request, ActivityKind.Server);

    /// <summary>Records which action was called. A protocol calls this only for its own known actions.</summary>
    /// <param name="dialect">The dialect, such as "mps".</param>
    /// <param name="action">The action's name.</param>
    public static void Name(string dialect, string action)
    {
        if (Own is { } span)
        {
            span.DisplayName = $"{dialect} {action}";
            span.SetTag(Tracing.Dialect, dialect).SetTag(Tracing.Action, action);
        }
    }

    /// <summary>Records the calling account.</summary>
    public static void Identify(string account) => Own?.SetTag(Tracing.Account, account);

    /// <summary>Records the error code of a refused call.</summary>
    public static void Refuse(string code) => Own?.SetTag(Tracing.Error, code);

    /// <summary>Records the response's status; 500 and above is a failure of this service.</summary>
    public static void End(Activity? span, int status)
    {
        span?.SetTag(Tracing.Status, status);
        if (status >= StatusCodes.Status500InternalServerError)
        {
            span?.SetStatus(ActivityStatusCode.Error);
        }
    }

    private static Activity? Own => Activity.Current is { OperationName: Tracing.Request } span ? span : null;

    private static string? Text(StringValues header) => header.Count > 0 ? header.ToString() : null;
}
