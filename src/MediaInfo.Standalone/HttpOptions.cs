using System.ComponentModel.DataAnnotations;
using System.Net;
using MediaInfo.Core.Configuration;
using MediaInfo.Standalone.Connections;
using MediaInfo.Standalone.Tls;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace MediaInfo.Standalone;

/// <summary>Limits on what callers may use of this process's web server. Section "Http".</summary>
public sealed record HttpOptions : ISettings
{
    // The vendors' SDKs send parameters in the query string. Percent encoding turns a 3-byte character into 9 bytes, or 15 inside
    // a URL value, so a media library call can reach 14 KiB.
    private const int MaxRequestLineBytes = 32 * 1024;

    /// <summary>
    /// Maximum concurrent connections. At the limit the connection idle longest is closed, or the new one if none is idle. Each
    /// takes a file descriptor, which jobs need too.
    /// </summary>
    [Range(10, 1_000_000, ErrorMessage = "between 10 and 1000000")]
    public int MaxConnections { get; init; } = 2000;

    /// <summary>
    /// Maximum concurrent connections from one address, loopback included; for IPv6, from one /64 network. Behind a reverse proxy
    /// every connection comes from one address: set this to <see cref="MaxConnections"/> there.
    /// </summary>
    [Range(1, 1_000_000, ErrorMessage = "between 1 and 1000000")]
    public int MaxConnectionsPerAddress { get; init; } = 1000;

    /// <summary>
    /// Time limit for a request's head, from the connection's start for its first request, from the first byte for later
    /// requests.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:05:00", ErrorMessage = "between one second and five minutes")]
    public TimeSpan HeadTimeout { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>How long a connection may stay open between two requests.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00", ErrorMessage = "between one second and one hour")]
    public TimeSpan IdleTimeout { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>A port that serves only health checks; null for none. The paths are the same as on the API port.</summary>
    [Range(1, 65_535, ErrorMessage = "between 1 and 65535")]
    public int? HealthPort { get; init; }

    /// <summary>The IP address that <see cref="HealthPort"/> listens on.</summary>
    public string HealthAddress { get; init; } = "127.0.0.1";

    /// <summary>The certificate of https addresses.</summary>
    public CertificateOptions Certificate { get; init; } = new();

    /// <inheritdoc />
    public IEnumerable<string> Problems()
    {
        if (!IPAddress.TryParse(HealthAddress, out _))
        {
            yield return $"{nameof(HealthAddress)}: an IP address, such as 127.0.0.1 or 0.0.0.0";
        }

        if (CertificateReader.ProblemOf(Certificate) is { } problem)
        {
            yield return $"{nameof(Certificate)}:{problem}";
        }
    }

    /// <summary>Sets the server's limits. Header limits stay at Kestrel's defaults: 100 headers, 32 KiB in total.</summary>
    internal void Apply(KestrelServerOptions kestrel, TimeProvider time)
    {
        kestrel.Limits.MaxRequestLineSize = MaxRequestLineBytes;
        kestrel.UseGate(new ConnectionLimits(MaxConnections, MaxConnectionsPerAddress, HeadTimeout), IdleTimeout, time);
    }
}
