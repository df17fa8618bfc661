using MediaInfo.Api.Alibaba.Rpc;
using MediaInfo.Api.Gateway;

namespace MediaInfo.Api.Alibaba.Signing;

/// <summary>Signature version 1.0: everything is in parameters of the query or a form.</summary>
/// <parameter name="AccessKeyId" required="true" example="testid">Signature version 1.0: the access key's id.</parameter>
/// <parameter name="Timestamp" required="true" example="2024-02-29T12:00:00Z">
/// Signature version 1.0: the time of signing, ISO 8601, UTC, within 15 minutes of the server's.
/// </parameter>
/// <parameter name="SignatureNonce" required="true" example="15215528852396">
/// Signature version 1.0: a text that no other request has.
/// </parameter>
/// <parameter name="Signature" required="true" example="OLeaidS1JvxuMvnyHOwuJ+uX5qY=">
/// Signature version 1.0: the HMAC-SHA1 over all other parameters and the HTTP method, in base64.
/// </parameter>
/// <parameter name="SignatureMethod" otherwise="HMAC-SHA1" example="HMAC-SHA1">
/// Signature version 1.0: only HMAC-SHA1.
/// </parameter>
/// <parameter name="SignatureVersion" otherwise="1.0" example="1.0">Signature version 1.0: only 1.0.</parameter>
/// <parameter name="SecurityToken" otherwise="refused, if the key has a token" example="token">
/// Signature version 1.0: the key's security token.
/// </parameter>
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
