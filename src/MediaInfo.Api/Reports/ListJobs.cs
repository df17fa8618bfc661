using MediaInfo.Api.Alibaba.Rpc;
using MediaInfo.Api.Reports.Wire;
using MediaInfo.Core.Jobs;
using MediaInfo.Core.Jobs.Listing;

namespace MediaInfo.Api.Reports;

/// <summary>ListJobs, our own action: the account's jobs of every dialect, newest first, a page at a time.</summary>
public sealed class ListJobs(JobListing listing) : OwnAction
{
    /// <inheritdoc />
    public override bool ChangesState => false;

    /// <inheritdoc />
    public override async Task<RpcAnswer> InvokeAsync(RpcCall call, CancellationToken cancellationToken)
    {
        var (query, error) = JobsQuery.Parse(call);
        if (query is null)
        {
            return error!;
        }

        var page = query.Filter.NeedsDocuments
            ? await listing.SearchAsync(query, cancellationToken)
            : await listing.ListAsync(query, cancellationToken);
        var body = new ListJobsResponse(
            call.RequestId,
            [.. page.Jobs.Select(JobSummaries.Of)])
        {
            NextToken = page.Next is { } after ? JobContinuation.Write(after, query.Order) : null,
        };
        return RpcAnswer.Ok(body, ReportJson.Wire.ListJobsResponse);
    }
}
