namespace MediaInfo.Standalone.Tls;

/// <summary>The files of a certificate. Below the section "Http".</summary>
public sealed record CertificateOptions
{
    /// <summary>A PEM file with the certificate and its chain, or a PFX file; null if nothing listens on https.</summary>
    public string? Path { get; init; }

    /// <summary>The PEM file of the private key; null if the key is in the file of the certificate.</summary>
    public string? KeyPath { get; init; }

    /// <summary>The password of the PFX file or of an encrypted PEM key; null for none.</summary>
    public string? Password { get; init; }
}
