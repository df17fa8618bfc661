using MediaInfo.Core.Accounts;

namespace MediaInfo.Api.Alibaba.Rpc;

/// <summary>An authenticated and permitted call of an action.</summary>
/// <param name="RequestId">The request's id.</param>
/// <param name="Caller">The caller.</param>
/// <param name="Parameters">The parameters.</param>
public sealed record RpcCall(string RequestId, Caller Caller, RpcParameters Parameters)
{
    /// <summary>The calling account's id.</summary>
    public string Account => Caller.Account.Id;
}
