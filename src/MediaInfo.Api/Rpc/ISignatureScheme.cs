using MediaInfo.Api.Gateway;

namespace MediaInfo.Api.Rpc;

/// <summary>One way of signing a request.</summary>
internal interface ISignatureScheme
{
    /// <summary>Whether the request is signed this way.</summary>
    bool Serves(ApiRequest request);

    /// <summary>What the request says of its signature, or why it says nothing of use.</summary>
    (SignedRequest? Signed, RpcError? Error) Read(ApiRequest request, RpcParameters parameters);
}
