using MediaInfo.Core.Accounts;
using MediaInfo.Core.Jobs.Listing;

namespace MediaInfo.Api.Huawei.Mpc;

/// <summary>An authenticated and permitted call of an action.</summary>
/// <param name="RequestId">The request's id.</param>
/// <param name="Caller">The caller.</param>
/// <param name="Project">The project in the path, one of the caller's.</param>
/// <param name="Query">The parameters of the query.</param>
/// <param name="ContentType">The body's media type as sent; empty for none.</param>
/// <param name="Body">The body's bytes.</param>
public sealed record MpcCall(
    string RequestId,
    Caller Caller,
    string Project,
    MpcQuery Query,
    string ContentType,
    ReadOnlyMemory<byte> Body)
{
    /// <summary>The calling account's id.</summary>
    public string Account => Caller.Account.Id;

    /// <summary>The tasks of the project.</summary>
    public JobFilter Tasks => new(Account, MpcApi.Dialect) { Project = Project };
}
