using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace MediaInfo.Standalone.Connections;

/// <summary>Puts a connection gate in front of a web server.</summary>
internal static class KestrelExtensions
{
    // Kestrel's default would allow hours for a long response. Short ones finish within the grace period.
    private static readonly MinDataRate SlowestReader = new(bytesPerSecond: 16 * 1024, gracePeriod: TimeSpan.FromSeconds(10));

    /// <summary>
    /// Sends every listener's connections through a gate. Kestrel closes connections that later go silent or are too slow.
    /// </summary>
    /// <param name="kestrel">The server.</param>
    /// <param name="limits">The connection limits.</param>
    /// <param name="idle">How long a connection may stay open between two requests.</param>
    /// <param name="time">The clock.</param>
    public static void UseGate(this KestrelServerOptions kestrel, ConnectionLimits limits, TimeSpan idle, TimeProvider time)
    {
        var gate = new ConnectionGate(limits, time);
        kestrel.AddServerHeader = false;
        kestrel.Limits.MinResponseDataRate = SlowestReader;
        kestrel.Limits.RequestHeadersTimeout = limits.Head;
        kestrel.Limits.KeepAliveTimeout = idle;
        kestrel.ConfigureEndpointDefaults(listener =>
        {
            // First, so that a connection is counted, and timed, before its TLS handshake. With TLS, callers may choose HTTP/2.
            listener.Use(next => connection => gate.RunAsync(connection, next));
        });
    }

    /// <summary>Tells the gate that a request has arrived on a connection.</summary>
    public static IApplicationBuilder UseGate(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        context.Features.Get<HeldConnection>()?.Speak();
        return next(context);
    });
}
