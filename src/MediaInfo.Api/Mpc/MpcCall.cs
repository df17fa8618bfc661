using MediaInfo.Core.Accounts;
using MediaInfo.Core.Jobs;
using MediaInfo.Core.Jobs.Listing;

namespace MediaInfo.Api.Mpc;

/// <summary>An authenticated and permitted call of an action.</summary>
/// <param name="RequestId">The request's id.</param>
/// <param name="Caller">Who calls.</param>
/// <param name="Project">The project of the path, one of the caller's.</param>
/// <param name="Query">The parameters of the query.</param>
/// <param name="ContentType">The media type of the body as sent; empty for none.</param>
/// <param name="Body">The body's bytes.</param>
/// <param name="Scheduler">Where new jobs go.</param>
public sealed record MpcCall(
    string RequestId,
    Caller Caller,
    string Project,
    MpcQuery Query,
    string ContentType,
    ReadOnlyMemory<byte> Body,
    IJobScheduler Scheduler)
{
    /// <summary>The calling account's id.</summary>
    public string Account => Caller.Account.Id;

    /// <summary>The tasks of the project.</summary>
    public JobFilter Tasks => new(Account, MpcApi.Dialect) { Project = Project };
}
