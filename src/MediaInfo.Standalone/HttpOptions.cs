using System.ComponentModel.DataAnnotations;
using System.Net;
using MediaInfo.Core.Configuration;
using MediaInfo.Standalone.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace MediaInfo.Standalone;

/// <summary>What callers may take of this process's web server. Section "Http".</summary>
public sealed record HttpOptions : ISettings
{
    // The vendors' SDKs send parameters in the query, where three bytes of a text become nine, and fifteen in an address: a call
    // of the media library may so have 14 KiB.
    private const int MaxRequestLineBytes = 32 * 1024;

    /// <summary>
    /// Connections at the same time. Beyond them the longest idle one is closed, or the new one where none is idle. Each takes a file
    /// descriptor, which jobs need too.
    /// </summary>
    [Range(10, 1_000_000, ErrorMessage = "between 10 and 1000000")]
    public int MaxConnections { get; init; } = 2000;

    /// <summary>
    /// Those of one address, the loopback address included; of IPv6, of one network (/64). Behind a reverse proxy all come from one
    /// address: then set as many as <see cref="MaxConnections"/>.
    /// </summary>
    [Range(1, 1_000_000, ErrorMessage = "between 1 and 1000000")]
    public int MaxConnectionsPerAddress { get; init; } = 1000;

    /// <summary>How long a request's head may take to come: of a connection's first from its beginning, of others from their first byte.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:05:00", ErrorMessage = "between one second and five minutes")]
    public TimeSpan HeadTimeout { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>How long a connection may stay open between two requests.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00", ErrorMessage = "between one second and one hour")]
    public TimeSpan IdleTimeout { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>A port for health alone; null for none. There too, the paths are those of the API's own port.</summary>
    [Range(1, 65_535, ErrorMessage = "between 1 and 65535")]
    public int? HealthPort { get; init; }

    /// <summary>The IP address that <see cref="HealthPort"/> listens on.</summary>
    public string HealthAddress { get; init; } = "127.0.0.1";

    /// <inheritdoc />
    public IEnumerable<string> Problems() =>
        IPAddress.TryParse(HealthAddress, out _) ? [] : [$"{nameof(HealthAddress)}: an IP address, such as 127.0.0.1 or 0.0.0.0"];

    /// <summary>Sets the server's limits. Those of the headers are the server's own: 100, and 32 KiB in all.</summary>
    internal void Apply(KestrelServerOptions kestrel, TimeProvider time)
    {
        kestrel.Limits.MaxRequestLineSize = MaxRequestLineBytes;
        kestrel.UseGate(new ConnectionLimits(MaxConnections, MaxConnectionsPerAddress, HeadTimeout), IdleTimeout, time);
    }
}
