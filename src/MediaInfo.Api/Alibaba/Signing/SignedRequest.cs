using MediaInfo.Api.Alibaba.Rpc;
namespace MediaInfo.Api.Alibaba.Signing;

/// <summary>The signature data that a scheme found in a request, not yet verified.</summary>
/// <param name="AccessKeyId">The claimed signer's access key.</param>
/// <param name="Timestamp">The time of signing, as sent.</param>
/// <param name="Nonce">The nonce.</param>
/// <param name="SecurityToken">The security token; null if none was sent.</param>
/// <param name="Signature">The signature.</param>
/// <param name="StringToSign">The text that this server expects to have been signed.</param>
/// <param name="Sign">Signs a text with a secret, as the scheme does.</param>
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
