using MediaInfo.Api.Gateway;
using MediaInfo.Api.Gateway.Signing;
using MediaInfo.Api.Huawei.Signing;
using MediaInfo.Core.Accounts;

namespace MediaInfo.Api.Huawei.Mpc;

/// <summary>Authenticates a request's sender by its signature or else its token.</summary>
/// <remarks>The scheme has no nonce: for 15 minutes anyone who has seen a request can replay it.</remarks>
/// <parameter name="project_id" in="path" required="true" example="f0e1d2c3b4a5968778695a4b3c2d1e0f">
/// One of the account's projects (<c>Accounts:List:N:ProjectIds</c>).
/// </parameter>
/// <parameter name="Authorization" otherwise="X-Auth-Token counts"
/// example="SDK-HMAC-SHA256 Access=testid, SignedHeaders=x-sdk-date, Signature=…">
/// Header: the signature over method, path, query, the listed headers and the body's SHA-256.
/// </parameter>
/// <parameter name="X-Sdk-Date" otherwise="refused, if there is an Authorization header" example="20240229T120000Z">
/// Header: the time of signing, UTC, within 15 minutes of the server's. It must be signed.
/// </parameter>
/// <parameter name="X-Sdk-Content-Sha256" otherwise="the digest of the received body" example="UNSIGNED-PAYLOAD">
/// Header: the body's SHA-256 in lower-case hex; UNSIGNED-PAYLOAD only without a JSON body.
/// </parameter>
/// <parameter name="X-Security-Token" otherwise="refused, if the key has a token" example="token">
/// Header: the key's security token. It must be signed.
/// </parameter>
/// <parameter name="X-Auth-Token" otherwise="refused, if there is no Authorization header" example="testtoken">
/// Header: a token of the account, in place of a signature.
/// </parameter>
public sealed class MpcAuthenticator(AccountDirectory accounts, SignatureClock clock, TimeProvider time)
{
    private const string TokenHeader = "X-Auth-Token";
    private const string SecurityTokenHeader = "x-security-token";

    /// <summary>The caller, or why the request is refused. A signature takes precedence over a token.</summary>
    public (Caller? Caller, MpcError? Error) Authenticate(ApiRequest request, MpcQuery query)
    {
        if (request.Headers.Authorization.Count > 0)
        {
            return VerifySignature(request, query);
        }

        var token = request.Headers[TokenHeader].ToString();
        return token.Length == 0 ? (null, MpcErrors.NoCredential)
            : accounts.FindTokenHolder(token) is { } holder ? (holder, null)
            : (null, MpcErrors.UnknownToken);
    }

    private (Caller? Caller, MpcError? Error) VerifySignature(ApiRequest request, MpcQuery query)
    {
        if (SdkHmacAuthorization.Parse(request.Headers.Authorization.ToString()) is not { } authorization
            || RequiredHeaders(request).Except(authorization.Names, StringComparer.OrdinalIgnoreCase).Any())
        {
            return (null, MpcErrors.Authorization);
        }

        var date = request.Headers[SdkHmacSignature.DateHeader].ToString();
        if (SignatureClock.ParseCompact(date) is not { } signedAt || !clock.Accepts(signedAt))
        {
            return (null, MpcErrors.SigningTime(date, SignatureClock.WriteCompact(time.GetUtcNow())));
        }

        if (accounts.FindCaller(authorization.AccessKeyId) is not { Key: { } key } caller)
        {
            return (null, MpcErrors.UnknownKey);
        }

        var token = request.Headers[SecurityTokenHeader].ToString();
        if (key.SecurityToken is { } expected && !ConstantTime.Equal(token, expected))
        {
            return (null, MpcErrors.SecurityToken);
        }

        var received = StringToSign(request, query, authorization, request.Host);
        // The vendor's .NET SDK signs the host without its port.
        return Matches(received) || Matches(StringToSign(request, query, authorization, WithoutPort(request.Host)))
            ? (caller, null)
            : (null, MpcErrors.WrongSignature($"The server's string to sign is {received.ReplaceLineEndings("|")}"));

        bool Matches(string text) => ConstantTime.Equal(authorization.Signature, SdkHmacSignature.Sign(text, key.Secret));
    }

    private static IEnumerable<string> RequiredHeaders(ApiRequest request) => request.Headers.ContainsKey(SecurityTokenHeader)
        ? [SdkHmacSignature.DateHeader, SecurityTokenHeader]
        : [SdkHmacSignature.DateHeader];

    private static string StringToSign(ApiRequest request, MpcQuery query, SdkHmacAuthorization authorization, string host) =>
        SdkHmacSignature.StringToSign(
            request.Headers[SdkHmacSignature.DateHeader].ToString(),
            SdkHmacSignature.CanonicalRequest(
                request.Method,
                SdkHmacSignature.CanonicalPath(request.Path),
                SdkHmacSignature.CanonicalQuery(query.All),
                SdkHmacSignature.CanonicalHeaders(authorization.Names, request.Headers, host),
                authorization.SignedHeaders,
                ContentDigest(request)));

    // Uses the digest of the received body in place of the sent one: if they differ, the signature does not match. A body that is
    // used must be signed.
    private static string ContentDigest(ApiRequest request)
    {
        var digest = SdkHmacSignature.Digest(request.Body.Span);
        var sent = request.Headers[SdkHmacSignature.ContentDigestHeader].ToString();
        return sent switch
        {
            "" => digest,
            SdkHmacSignature.UnsignedPayload when request.Body.IsEmpty
                || !MpcProtocol.IsJson(request.Headers.ContentType.ToString()) => sent,
            _ when string.Equals(sent, digest, StringComparison.Ordinal) => digest,
            _ => $"sha256 of the received body is {digest}",
        };
    }

    private static string WithoutPort(string host)
    {
        var colon = host.LastIndexOf(':');
        return colon > host.LastIndexOf(']') ? host[..colon] : host;
    }
}
