using MediaInfo.Api.Gateway;

namespace MediaInfo.Api.Alibaba.Rpc;

/// <summary>The token that some SDKs send in place of a signature.</summary>
/// <remarks>Nothing protects such a request from being replayed, and its nonce is not looked at.</remarks>
/// <parameter name="SignatureType" otherwise="a key signs" example="BEARERTOKEN">
/// BEARERTOKEN says that a token replaces the signature; any other value is refused. It may be the header x-acs-signature-type.
/// </parameter>
/// <parameter name="BearerToken" otherwise="the header x-acs-bearer-token counts" example="testtoken">
/// A token of the account, with SignatureType.
/// </parameter>
/// <parameter name="x-acs-signature-type" otherwise="the parameter SignatureType counts" example="BEARERTOKEN">
/// Header: as SignatureType.
/// </parameter>
/// <parameter name="x-acs-bearer-token" otherwise="the parameter BearerToken counts" example="testtoken">
/// Header: a token of the account, with SignatureType.
/// </parameter>
internal static class RpcBearer
{
    private const string Bearer = "BEARERTOKEN";

    /// <summary>Whether a token replaces the signature.</summary>
    public static bool Serves(ApiRequest request, RpcParameters parameters) =>
        request.Headers.Authorization.Count == 0
        && (parameters["SignatureType"] is Bearer || request.Headers["x-acs-signature-type"].ToString() is Bearer);

    /// <summary>The token; null if none was sent.</summary>
    public static string? TokenOf(ApiRequest request, RpcParameters parameters) =>
        request.Headers["x-acs-bearer-token"].ToString() is { Length: > 0 } token ? token : parameters["BearerToken"];
}
