using MediaInfo.Core.Configuration;

namespace MediaInfo.Standalone.Tls;

/// <summary>An https address needs a certificate.</summary>
/// <param name="configuration">All settings.</param>
/// <param name="certificate">The certificate.</param>
internal sealed class HttpsCheck(IConfiguration configuration, ServerCertificate certificate) : ISettingsCheck
{
    /// <inheritdoc />
    public IEnumerable<string> Problems()
    {
        var isHttps = configuration["urls"]?.Contains("https://", StringComparison.OrdinalIgnoreCase) == true
            || configuration["https_ports"] is { Length: > 0 };

        // The web server can also take a certificate from settings of its own.
        return isHttps && !certificate.IsSet && !configuration.GetSection("Kestrel:Certificates:Default").Exists()
            ? ["Http:Certificate:Path: an https address needs a certificate"]
            : [];
    }
}
