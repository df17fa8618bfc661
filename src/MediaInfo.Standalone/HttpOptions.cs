using System.ComponentModel.DataAnnotations;
using System.Net;
using MediaInfo.Core.Configuration;
using MediaInfo.Standalone.Connections;
using MediaInfo.Standalone.Tls;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace MediaInfo.Standalone;

/// <summary>What callers may take of Standalone's web server. Section "Http".</summary>
/// <remarks>
/// A Functions app ignores all of them: the platform's front end and the host have limits of their own.
/// </remarks>
public sealed record HttpOptions : ISettings
{
    // The vendors' SDKs send parameters in the query string. Percent encoding turns a 3-byte character into 9 bytes, or 15 inside
    // a URL value, so a media library call can reach 14 KiB.
    private const int MaxRequestLineBytes = 32 * 1024;

    /// <summary>Connections at the same time. Each takes a file descriptor, which jobs need too.</summary>
    [Range(10, 1_000_000, ErrorMessage = "between 10 and 1000000")]
    public int MaxConnections { get; init; } = 2000;

    /// <summary>
    /// Connections of one address at the same time; for IPv6, of one /64 network. Behind a reverse proxy, set it to
    /// <c>Http:MaxConnections</c>.
    /// </summary>
    [Range(1, 1_000_000, ErrorMessage = "between 1 and 1000000")]
    public int MaxConnectionsPerAddress { get; init; } = 1000;

    /// <summary>
    /// How long a request's head may take to arrive: a connection's first head from the start of the connection, others from
    /// their first byte.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:05:00", ErrorMessage = "between one second and five minutes")]
    public TimeSpan HeadTimeout { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>How long a connection may stay open between two requests.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00", ErrorMessage = "between one second and one hour")]
    public TimeSpan IdleTimeout { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>A second port that answers for health alone.</summary>
    [Range(1, 65_535, ErrorMessage = "between 1 and 65535")]
    public int? HealthPort { get; init; }

    /// <summary>The IP address that <c>Http:HealthPort</c> listens on.</summary>
    /// <remarks>Ignored without <c>Http:HealthPort</c>.</remarks>
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
