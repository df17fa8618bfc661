using MediaInfo.Core.Accounts;
using MediaInfo.Core.Jobs;

namespace MediaInfo.Api.Rpc;

/// <summary>An authenticated and permitted call of an action.</summary>
/// <param name="RequestId">The request's id.</param>
/// <param name="Caller">Who calls.</param>
/// <param name="Parameters">The parameters.</param>
/// <param name="Scheduler">Where new jobs go.</param>
public sealed record RpcCall(string RequestId, Caller Caller, RpcParameters Parameters, IJobScheduler Scheduler)
{
    /// <summary>The calling account's id.</summary>
    public string Account => Caller.Account.Id;
}
