using MediaInfo.Api.Alibaba.Ims.Wire;
using MediaInfo.Api.Alibaba.Rpc;
using MediaInfo.Core.Jobs;
using MediaInfo.Core.Jobs.Listing;

namespace MediaInfo.Api.Alibaba.Ims.Actions;

/// <summary>ListMediaInfoJobs: the account's jobs, a page at a time.</summary>
/// <remarks>Source: the Go SDK of Intelligent Media Services (ListMediaInfoJobsRequest).</remarks>
/// <parameter name="JobId" otherwise="all jobs that pass the filters" example="88c6ca184c0e47098a5b665e2a126797">
/// Only this job, if it passes the filters.
/// </parameter>
public sealed class ListMediaInfoJobs(JobListing listing, ImsJobMapper mapper) : ImsAction
{
    private const int DefaultPageSize = 10;

    /// <inheritdoc />
    public override bool ChangesState => false;

    /// <inheritdoc />
    public override async Task<RpcAnswer> InvokeAsync(RpcCall call, CancellationToken cancellationToken)
    {
        var (query, error) = ImsJobQuery.Parse(call, ImsApi.Dialect, DefaultPageSize);
        if (query is null)
        {
            return error!;
        }

        var page = call.Parameters["JobId"] is { } id
            ? await listing.FindAsync(query.Filter, id, cancellationToken)
            : await listing.ListAsync(query, cancellationToken);
        var mapped = await Task.WhenAll(page.Jobs.Select(job => mapper.MapAsync(job, cancellationToken)));
        var next = page.Next is { } after ? JobContinuation.Write(after, query.Order) : null;
        return RpcAnswer.Ok(new ListMediaInfoJobsResponse(call.RequestId, mapped, next), ImsJson.Wire.ListMediaInfoJobsResponse);
    }
}
