using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace MediaInfo.Standalone.Connections;

/// <summary>Puts a gate before a web server.</summary>
internal static class KestrelExtensions
{
    // The server would allow hours for a long answer. Short ones come within the grace.
    private static readonly MinDataRate SlowestReader = new(bytesPerSecond: 16 * 1024, gracePeriod: TimeSpan.FromSeconds(10));

    /// <summary>Lets every listener's connections through a gate. The server closes what is silent later on, or sends and reads too slowly.</summary>
    /// <param name="kestrel">The server.</param>
    /// <param name="limits">What callers may take.</param>
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
            // The vendors' SDKs speak no other, and a connection stays what it seems to be: one request at a time.
            listener.Protocols = HttpProtocols.Http1;
            listener.Use(next => connection => gate.RunAsync(connection, next));
        });
    }

    /// <summary>Tells the gate that a connection is not silent.</summary>
    public static IApplicationBuilder UseGate(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        context.Features.Get<HeldConnection>()?.Speak();
        return next(context);
    });
}
