using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using MediaInfo.Api.Gateway;
using MediaInfo.Api.Gateway.Signing;
using MediaInfo.Core.Accounts;

namespace MediaInfo.Api.Alibaba.Mns;

/// <summary>Authenticates a request's sender by its signature.</summary>
/// <remarks>The scheme has no nonce: for 15 minutes anyone who has seen a request can replay it.</remarks>
/// <parameter name="Authorization" required="true" example="MNS testid:OLeaidS1JvxuMvnyHOwuJ+uX5qY=">
/// Header: the HMAC-SHA1 over method, Content-MD5, Content-Type, Date, the headers that begin with x-mns-, path and query; or the
/// Java client's signature version 4.
/// </parameter>
/// <parameter name="Date" required="true" example="Thu, 29 Feb 2024 12:00:00 GMT">
/// Header: the time of signing, within 15 minutes of the server's. Clients that cannot set it send x-mns-date.
/// </parameter>
/// <parameter name="Content-MD5" otherwise="the body is not signed" example="ZDQxZDhjZDk4ZjAwYjIwNGU5ODAwOTk4ZWNmODQyN2U=">
/// Header: the body's MD5 in lower-case hex, or its bytes, as base64.
/// </parameter>
/// <parameter name="security-token" otherwise="refused, if the key has a token" example="token">
/// Header: the key's security token.
/// </parameter>
public sealed class MnsAuthenticator(AccountDirectory accounts, SignatureClock clock)
{
    private const string DateHeader = MnsApi.HeaderPrefix + "date";
    private const string SecurityTokenHeader = "security-token";
    private const string DateForm = "ddd, dd MMM yyyy HH:mm:ss 'GMT'";

    /// <summary>The caller, or why the request is refused.</summary>
    public (Caller? Caller, MnsError? Error) Authenticate(ApiRequest request)
    {
        var header = request.Headers.Authorization.ToString();
        if (header.Length == 0)
        {
            return (null, MnsErrors.MissingAuthorization);
        }

        if (MnsAuthorization.Parse(header) is not { } authorization)
        {
            return (null, MnsErrors.InvalidAuthorization);
        }

        var date = request.Headers.Date.ToString() is { Length: > 0 } sent ? sent : request.Headers[DateHeader].ToString();
        if (date.Length == 0)
        {
            return (null, MnsErrors.MissingDate);
        }

        if (!DateTimeOffset.TryParseExact(
            date, DateForm, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var signedAt))
        {
            return (null, MnsErrors.InvalidDate);
        }

        if (!clock.Accepts(signedAt))
        {
            return (null, MnsErrors.TimeExpired);
        }

        if (accounts.FindCaller(authorization.AccessKeyId) is not { Key: { } key } caller)
        {
            return (null, MnsErrors.UnknownKey);
        }

        if (key.SecurityToken is { } token && !ConstantTime.Equal(request.Headers[SecurityTokenHeader].ToString(), token))
        {
            return (null, MnsErrors.SecurityToken);
        }

        return !Expected(request, authorization, date, signedAt, key.Secret)
                .Any(expected => ConstantTime.Equal(authorization.Signature, expected))
            ? (null, MnsErrors.SignatureDoesNotMatch)
            : IsDigest(request) ? (caller, null) : (null, MnsErrors.InvalidDigest);
    }

    // Names that need no encoding are the rule. Of others, some clients sign the path as they send it, some before they encode
    // it.
    private static IEnumerable<string> Expected(
        ApiRequest request, MnsAuthorization authorization, string date, DateTimeOffset signedAt, string secret)
    {
        if (authorization.Scope is not { } scope)
        {
            return new[] { request.Path, PercentEncoding.EncodePath(request.Path) }.Distinct(StringComparer.Ordinal).Select(
                path => MnsSignature.Sign(
                    MnsSignature.StringToSign(request.Method, date, request.Headers, path + request.QueryString), secret));
        }

        var text = MnsSignature4.StringToSign(
            request.Method, request.Path, request.QueryString, request.Headers, signedAt, scope);
        return [MnsSignature4.Sign(text, secret, scope)];
    }

    // The vendor's clients encode the hexadecimal digits, not the bytes, as base64.
    [SuppressMessage("Security", "CA5351", Justification = "The header is defined as an MD5.")]
    private static bool IsDigest(ApiRequest request)
    {
        var sent = request.Headers.ContentMD5.ToString();
        if (sent.Length == 0)
        {
            return true;
        }

        var digest = MD5.HashData(request.Body.Span);
        return string.Equals(sent, Convert.ToBase64String(digest), StringComparison.Ordinal)
            || string.Equals(
                sent,
                Convert.ToBase64String(Encoding.ASCII.GetBytes(Convert.ToHexStringLower(digest))),
                StringComparison.Ordinal);
    }
}
