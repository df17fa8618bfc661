using System.ComponentModel.DataAnnotations;
using MediaInfo.Core.Configuration;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace MediaInfo.Standalone;

/// <summary>What callers may take of this process's web server. Section "Http".</summary>
public sealed record HttpOptions : ISettings
{
    // The vendors' SDKs send parameters in the query, where three bytes of a text become nine, and fifteen in an address: a call
    // of the media library may so have 14 KiB.
    private const int MaxRequestLineBytes = 32 * 1024;

    /// <summary>Connections at the same time; those beyond are closed at once. Each takes a file descriptor, which jobs need too.</summary>
    [Range(10, 1_000_000, ErrorMessage = "between 10 and 1000000")]
    public int MaxConnections { get; init; } = 2000;

    /// <summary>How long a request's head may take to come.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:05:00", ErrorMessage = "between one second and five minutes")]
    public TimeSpan HeadTimeout { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>How long a connection may stay open without a request.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00", ErrorMessage = "between one second and one hour")]
    public TimeSpan IdleTimeout { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>Sets the server's limits. Those of the headers are the server's own: 100, and 32 KiB in all.</summary>
    internal void Apply(KestrelServerOptions kestrel)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxConcurrentConnections = MaxConnections;
        kestrel.Limits.MaxRequestLineSize = MaxRequestLineBytes;
        kestrel.Limits.RequestHeadersTimeout = HeadTimeout;
        kestrel.Limits.KeepAliveTimeout = IdleTimeout;
    }
}
