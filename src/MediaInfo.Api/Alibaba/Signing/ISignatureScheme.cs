using MediaInfo.Api.Alibaba.Rpc;
using MediaInfo.Api.Gateway;

namespace MediaInfo.Api.Alibaba.Signing;

/// <summary>One way of signing a request.</summary>
internal interface ISignatureScheme
{
    /// <summary>Whether the request is signed this way.</summary>
    bool Serves(ApiRequest request);

    /// <summary>The request's signature data, or why it is unusable.</summary>
    (SignedRequest? Signed, RpcError? Error) Read(ApiRequest request, RpcParameters parameters);
}
