using MediaInfo.Api.Alibaba.Rpc;
using MediaInfo.Api.Gateway;

namespace MediaInfo.Api.Alibaba.Signing;

/// <summary>Signature version 3: everything is in headers.</summary>
/// <parameter name="Authorization" otherwise="signature version 1.0 counts"
/// example="ACS3-HMAC-SHA256 Credential=testid,SignedHeaders=host;x-acs-action;…,Signature=…">
/// Header of signature version 3: over method, query, the listed headers and the body's SHA-256.
/// </parameter>
/// <parameter name="x-acs-action" otherwise="the parameter Action counts" example="SubmitMediaInfoJob">
/// Header of signature version 3: the action's name. It must be signed.
/// </parameter>
/// <parameter name="x-acs-version" otherwise="the parameter Version counts" example="2014-06-18">
/// Header of signature version 3: the API's version. It must be signed.
/// </parameter>
/// <parameter name="x-acs-date" otherwise="refused, if there is an Authorization header" example="2024-02-29T12:00:00Z">
/// Header of signature version 3: the time of signing, as Timestamp. It must be signed.
/// </parameter>
/// <parameter name="x-acs-signature-nonce" otherwise="refused, if there is an Authorization header" example="15215528852396">
/// Header of signature version 3: as SignatureNonce. It must be signed.
/// </parameter>
/// <parameter name="x-acs-content-sha256" otherwise="refused, if there is an Authorization header"
/// example="e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855">
/// Header of signature version 3: the body's SHA-256 in lower-case hex. It must be signed.
/// </parameter>
/// <parameter name="x-acs-security-token" otherwise="refused, if the key has a token" example="token">
/// Header of signature version 3: the key's security token.
/// </parameter>
internal sealed class Acs3SignatureScheme : ISignatureScheme
{
    /// <inheritdoc />
    public bool Serves(ApiRequest request) =>
        request.Headers.Authorization.ToString().StartsWith(Acs3Signature.Algorithm + " ", StringComparison.Ordinal);

    /// <inheritdoc />
    public (SignedRequest? Signed, RpcError? Error) Read(ApiRequest request, RpcParameters parameters)
    {
        if (Acs3Authorization.Parse(request.Headers.Authorization.ToString()) is not { } authorization
            || RequiredHeaders(request).Except(authorization.SignedHeaders, StringComparer.Ordinal).Any())
        {
            return (null, RpcErrors.IncompleteSignature);
        }

        var timestamp = Header(request, "x-acs-date");
        var nonce = Header(request, "x-acs-signature-nonce");
        if (timestamp is null || nonce is null)
        {
            return (null, RpcErrors.Missing(timestamp is null ? "Timestamp" : "SignatureNonce"));
        }

        var signed = new SignedRequest(
            authorization.AccessKeyId,
            timestamp,
            nonce,
            Header(request, "x-acs-security-token"),
            authorization.Signature,
            Acs3Signature.StringToSign(CanonicalRequest(request, parameters, authorization)),
            Acs3Signature.Sign,
            RpcErrors.Acs3SignatureDoesNotMatch);
        return (signed, null);
    }

    // The type decides how a body is parsed. If it were unsigned, someone on the way could change that.
    private static IEnumerable<string> RequiredHeaders(ApiRequest request) =>
        request.Body.Length > 0 && request.Headers.ContentType.Count > 0
            ? Acs3Signature.RequiredHeaders.Append("content-type")
            : Acs3Signature.RequiredHeaders;

    // Uses the digest of the received body in place of the sent one: if they differ, the signature does not match.
    private static string CanonicalRequest(ApiRequest request, RpcParameters parameters, Acs3Authorization authorization)
    {
        var digest = Acs3Signature.Digest(request.Body.Span);
        var sent = Header(request, Acs3Signature.ContentDigestHeader);
        return Acs3Signature.CanonicalRequest(
            request.Method,
            "/",
            Acs3Signature.CanonicalQuery(parameters.Query),
            Acs3Signature.CanonicalHeaders(authorization.SignedHeaders, request.Headers),
            string.Join(';', authorization.SignedHeaders),
            string.Equals(sent, digest, StringComparison.Ordinal) ? digest : $"sha256 of the received body is {digest}");
    }

    private static string? Header(ApiRequest request, string name) =>
        request.Headers[name].ToString() is { Length: > 0 } value ? value : null;
}
