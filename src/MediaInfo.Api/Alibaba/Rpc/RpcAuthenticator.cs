using MediaInfo.Api.Alibaba.Signing;
using MediaInfo.Api.Gateway;
using MediaInfo.Api.Gateway.Signing;
using MediaInfo.Core.Accounts;

namespace MediaInfo.Api.Alibaba.Rpc;

/// <summary>Authenticates a request's signer, or the holder of its token. The checks are in the vendor's order.</summary>
public sealed class RpcAuthenticator(
    AccountDirectory accounts, SignatureClock clock, NonceMemory nonces, INonceStore sharedNonces)
{
    private static readonly ISignatureScheme[] Schemes = [new Acs3SignatureScheme(), new RpcSignatureScheme()];

    /// <summary>The caller, or why the request is refused.</summary>
    /// <param name="request">The request.</param>
    /// <param name="parameters">Its parameters.</param>
    /// <param name="changesState">Whether a replay would change something: its nonce is then consumed in every process.</param>
    /// <param name="admit">
    /// Why the caller may not continue, or null. A refused call consumes no nonce, so the rate limit bounds how many are stored.
    /// </param>
    /// <param name="cancellationToken">Cancels the lookup of used nonces.</param>
    public async Task<(Caller? Caller, RpcError? Error)> AuthenticateAsync(
        ApiRequest request,
        RpcParameters parameters,
        bool changesState,
        Func<Caller, RpcError?> admit,
        CancellationToken cancellationToken)
    {
        if (RpcBearer.Serves(request, parameters))
        {
            return HolderOf(RpcBearer.TokenOf(request, parameters), admit);
        }

        if (Array.Find(Schemes, scheme => scheme.Serves(request)) is not { } scheme)
        {
            return (null, RpcErrors.InvalidSignatureMethod);
        }

        var (signed, error) = scheme.Read(request, parameters);
        if (signed is null)
        {
            return (null, error);
        }

        if (SignatureClock.Parse(signed.Timestamp) is not { } signedAt)
        {
            return (null, RpcErrors.TimestampFormat);
        }

        if (!clock.Accepts(signedAt))
        {
            return (null, RpcErrors.TimestampExpired);
        }

        if (accounts.FindCaller(signed.AccessKeyId) is not { Key: { } key } caller)
        {
            return (null, RpcErrors.AccessKeyNotFound);
        }

        if (TokenError(key, signed) is { } token)
        {
            return (null, token);
        }

        if (!ConstantTime.Equal(signed.Signature, signed.Sign(signed.StringToSign, key.Secret)))
        {
            return (null, signed.Mismatch(signed.StringToSign));
        }

        // Only after the signature: only the key holder can consume a nonce or quota; replays cannot.
        if (nonces.Knows(signed.AccessKeyId, signed.Nonce))
        {
            return (null, RpcErrors.NonceUsed);
        }

        return admit(caller) is { } refusal ? (null, refusal)
            : await IsFirstUseAsync(signed, signedAt, changesState, cancellationToken)
                ? (caller, null)
                : (null, RpcErrors.NonceUsed);
    }

    private (Caller? Caller, RpcError? Error) HolderOf(string? token, Func<Caller, RpcError?> admit) =>
        token is null ? (null, RpcErrors.Missing("BearerToken"))
        : accounts.FindTokenHolder(token) is not { } holder ? (null, RpcErrors.BearerTokenUnknown)
        : admit(holder) is { } refusal ? (null, refusal)
        : (holder, null);

    private static RpcError? TokenError(AccessKey key, SignedRequest signed) => (key.SecurityToken, signed.SecurityToken) switch
    {
        (null, _) => null,
        (_, null) => RpcErrors.Missing("SecurityToken"),
        var (expected, sent) => ConstantTime.Equal(sent, expected) ? null : RpcErrors.SecurityTokenMismatch,
    };

    private async Task<bool> IsFirstUseAsync(
        SignedRequest signed, DateTimeOffset signedAt, bool changesState, CancellationToken cancellationToken) =>
        nonces.TryUse(signed.AccessKeyId, signed.Nonce)
        && (!changesState || await sharedNonces.TryUseAsync(signed.AccessKeyId, signed.Nonce, signedAt, cancellationToken));
}
