using MediaInfo.Api.Gateway;
using MediaInfo.Api.Signing;
using MediaInfo.Core.Accounts;

namespace MediaInfo.Api.Rpc;

/// <summary>Finds out who signed a request. The checks stand in the vendor's order.</summary>
public sealed class RpcAuthenticator(AccountDirectory accounts, SignatureClock clock, NonceMemory nonces)
{
    private static readonly string[] Required = ["AccessKeyId", RpcSignature.SignatureParameter, "Timestamp", "SignatureNonce"];

    /// <summary>The caller, or why he is refused.</summary>
    public (Caller? Caller, RpcError? Error) Authenticate(ApiRequest request, RpcParameters parameters)
    {
        if (Array.Find(Required, name => parameters[name] is null) is { } missing)
        {
            return (null, RpcErrors.Missing(missing));
        }

        if (SchemeError(parameters) is { } scheme)
        {
            return (null, scheme);
        }

        if (TimeError(parameters["Timestamp"]!) is { } expired)
        {
            return (null, expired);
        }

        if (accounts.FindCaller(parameters["AccessKeyId"]!) is not { } caller)
        {
            return (null, RpcErrors.AccessKeyNotFound);
        }

        return SignatureError(request, parameters, caller.Key) is { } wrong ? (null, wrong) : (caller, null);
    }

    // Absent is allowed: the vendor's own list of common parameters does not insist on them.
    private static RpcError? SchemeError(RpcParameters parameters)
    {
        var method = parameters["SignatureMethod"] ?? "HMAC-SHA1";
        var version = parameters["SignatureVersion"] ?? "1.0";
        return method.Equals("HMAC-SHA1", StringComparison.OrdinalIgnoreCase) && version is "1.0" && parameters["SignatureType"] is null
            ? null
            : RpcErrors.InvalidSignatureMethod;
    }

    private RpcError? TimeError(string timestamp) => SignatureClock.Parse(timestamp) switch
    {
        null => RpcErrors.TimestampFormat,
        { } at when !clock.Accepts(at) => RpcErrors.TimestampExpired,
        _ => null,
    };

    private RpcError? SignatureError(ApiRequest request, RpcParameters parameters, AccessKey key)
    {
        var stringToSign = RpcSignature.StringToSign(request.Method, RpcSignature.CanonicalQuery(parameters.All));
        if (!RpcSignature.Matches(parameters[RpcSignature.SignatureParameter]!, RpcSignature.Sign(stringToSign, key.Secret)))
        {
            return RpcErrors.SignatureDoesNotMatch(stringToSign);
        }

        // Only after the signature: nobody but the key's holder can use a nonce up.
        return nonces.TryUse(key.Id, parameters["SignatureNonce"]!) ? null : RpcErrors.NonceUsed;
    }
}
