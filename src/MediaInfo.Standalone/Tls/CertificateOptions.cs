namespace MediaInfo.Standalone.Tls;

/// <summary>The files of a certificate. Below the section "Http".</summary>
public sealed record CertificateOptions
{
    /// <summary>
    /// The certificate of https addresses: a PEM file, with the chain after the certificate, or a PFX file. A changed file is
    /// <see href="../deploy.md#tls">read again</see>.
    /// </summary>
    /// <remarks>Ignored without an https address.</remarks>
    public string? Path { get; init; }

    /// <summary>
    /// The PEM file of its private key. Without it, the key is in the file of <c>Http:Certificate:Path</c>.
    /// </summary>
    /// <remarks>Ignored with a PFX file.</remarks>
    public string? KeyPath { get; init; }

    /// <summary>The password of the PFX file, or of an encrypted PEM key. It is never logged.</summary>
    /// <remarks>Ignored for files without a password.</remarks>
    public string? Password { get; init; }
}
