using MediaInfo.Api.Gateway.Signing;
namespace MediaInfo.Api.Alibaba.Signing;

/// <summary>The parts of an Authorization header of signature version 3.</summary>
/// <param name="AccessKeyId">The signer's access key.</param>
/// <param name="SignedHeaders">The names of the signed headers, lower case, in the order sent.</param>
/// <param name="Signature">The signature.</param>
public sealed record Acs3Authorization(string AccessKeyId, IReadOnlyList<string> SignedHeaders, string Signature)
{
    /// <summary>Reads "ACS3-HMAC-SHA256 Credential=…,SignedHeaders=a;b;c,Signature=…"; null for any other text.</summary>
    public static Acs3Authorization? Parse(string header)
    {
        if (!header.StartsWith(Acs3Signature.Algorithm + " ", StringComparison.Ordinal))
        {
            return null;
        }

        var parts = header[Acs3Signature.Algorithm.Length..]
            .Split(',', StringSplitOptions.TrimEntries)
            .Select(part => part.Split('=', 2))
            .Where(part => part.Length == 2)
            .GroupBy(part => part[0], StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.First()[1], StringComparer.Ordinal);
        return parts.GetValueOrDefault("Credential") is { Length: > 0 } credential
            && parts.GetValueOrDefault("SignedHeaders") is { Length: > 0 } names
            && parts.GetValueOrDefault("Signature") is { Length: > 0 } signature
            && SignedNames.Read(names) is { } read
            ? new Acs3Authorization(credential, read, signature)
            : null;
    }
}
