namespace MediaInfo.Api.Alibaba.Mns;

/// <summary>The parts of the Authorization header.</summary>
/// <param name="AccessKeyId">The signer's access key.</param>
/// <param name="Signature">The signature.</param>
/// <param name="Scope">Day, region, product and a constant of a signature version 4; null for an HMAC-SHA1.</param>
public sealed record MnsAuthorization(string AccessKeyId, string Signature, string? Scope)
{
    private const string CredentialPart = MnsSignature4.Algorithm + " Credential=";
    private const string SignaturePart = ",Signature=";

    /// <summary>
    /// Reads "MNS key:signature", or "MNS4-HMAC-SHA256 Credential=key/day/region/mns/aliyun_v4_request,Signature=…"; null for any
    /// other text.
    /// </summary>
    public static MnsAuthorization? Parse(string header) =>
        header.StartsWith(MnsSignature.Scheme + " ", StringComparison.Ordinal) ? OfHmacSha1(header)
        : header.StartsWith(CredentialPart, StringComparison.Ordinal) ? OfVersion4(header)
        : null;

    private static MnsAuthorization? OfHmacSha1(string header)
    {
        var text = header[MnsSignature.Scheme.Length..].Trim();
        return text.LastIndexOf(':') is > 0 and var colon && colon < text.Length - 1
            ? new MnsAuthorization(text[..colon], text[(colon + 1)..], Scope: null)
            : null;
    }

    private static MnsAuthorization? OfVersion4(string header)
    {
        var text = header[CredentialPart.Length..];
        var end = text.IndexOf(SignaturePart, StringComparison.Ordinal);
        return end > 0
            && text[..end].Split('/') is [{ Length: > 0 } key, var day, var region, MnsApi.Product, MnsSignature4.Request]
            ? new MnsAuthorization(
                key, text[(end + SignaturePart.Length)..], $"{day}/{region}/{MnsApi.Product}/{MnsSignature4.Request}")
            : null;
    }
}
