using System.Text.RegularExpressions;
using MediaInfo.Api.Gateway.Signing;

namespace MediaInfo.Api.Huawei.Signing;

/// <summary>The parts of Huawei's Authorization header.</summary>
/// <param name="AccessKeyId">The signer's access key.</param>
/// <param name="SignedHeaders">The names of the signed headers as sent, joined by ";".</param>
/// <param name="Signature">The signature: 64 lower-case hex digits.</param>
public sealed partial record SdkHmacAuthorization(string AccessKeyId, string SignedHeaders, string Signature)
{
    /// <summary>The names of the signed headers, in the order sent.</summary>
    public IReadOnlyList<string> Names => SignedHeaders.Split(';');

    /// <summary>Reads "SDK-HMAC-SHA256 Access=…, SignedHeaders=a;b;c, Signature=…"; null for any other text.</summary>
    public static SdkHmacAuthorization? Parse(string header) => Form().Match(header) is { Success: true } match
        && SignedNames.Read(match.Groups["names"].Value) is not null
        ? new SdkHmacAuthorization(match.Groups["access"].Value, match.Groups["names"].Value, match.Groups["signature"].Value)
        : null;

    [GeneratedRegex(
        @"\ASDK-HMAC-SHA256 Access=(?<access>[^,\s]+), ?SignedHeaders=(?<names>[^,\s]+), ?Signature=(?<signature>[0-9a-f]{64})\z",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Form();
}
