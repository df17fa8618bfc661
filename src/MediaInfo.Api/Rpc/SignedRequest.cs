namespace MediaInfo.Api.Rpc;

/// <summary>What a signature scheme found in a request, before anybody knows whether it is true.</summary>
/// <param name="AccessKeyId">Who claims to have signed.</param>
/// <param name="Timestamp">When, as sent.</param>
/// <param name="Nonce">The nonce.</param>
/// <param name="SecurityToken">The security token; null when none was sent.</param>
/// <param name="Signature">The signature.</param>
/// <param name="StringToSign">What this server finds to have been signed.</param>
/// <param name="Sign">The scheme's signature of that text under a secret.</param>
/// <param name="Mismatch">The error for a wrong signature.</param>
internal sealed record SignedRequest(
    string AccessKeyId,
    string Timestamp,
    string Nonce,
    string? SecurityToken,
    string Signature,
    string StringToSign,
    Func<string, string, string> Sign,
    Func<string, RpcError> Mismatch);
