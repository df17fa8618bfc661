using MediaInfo.Api.Alibaba.Rpc;
using MediaInfo.Api.Gateway;

namespace MediaInfo.Api.Alibaba.Signing;

/// <summary>Signature version 1.0: everything is in parameters of the query or a form.</summary>
internal sealed class RpcSignatureScheme : ISignatureScheme
{
    private static readonly string[] Required = ["AccessKeyId", RpcSignature.SignatureParameter, "Timestamp", "SignatureNonce"];

    /// <inheritdoc />
    public bool Serves(ApiRequest request) => request.Headers.Authorization.Count == 0;

    /// <inheritdoc />
    public (SignedRequest? Signed, RpcError? Error) Read(ApiRequest request, RpcParameters parameters)
    {
        if (Array.Find(Required, name => parameters[name] is null) is { } missing)
        {
            return (null, RpcErrors.Missing(missing));
        }

        // They may be absent: the vendor's own list of common parameters does not require them.
        var method = parameters["SignatureMethod"] ?? "HMAC-SHA1";
        var version = parameters["SignatureVersion"] ?? "1.0";
        if (!method.Equals("HMAC-SHA1", StringComparison.OrdinalIgnoreCase)
            || version is not "1.0"
            || parameters["SignatureType"] is not null)
        {
            return (null, RpcErrors.InvalidSignatureMethod);
        }

        var signed = new SignedRequest(
            parameters["AccessKeyId"]!,
            parameters["Timestamp"]!,
            parameters["SignatureNonce"]!,
            parameters["SecurityToken"],
            parameters[RpcSignature.SignatureParameter]!,
            RpcSignature.StringToSign(request.Method, RpcSignature.CanonicalQuery(parameters.All)),
            RpcSignature.Sign,
            RpcErrors.SignatureDoesNotMatch);
        return (signed, null);
    }
}
