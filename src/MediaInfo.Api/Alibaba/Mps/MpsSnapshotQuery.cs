using MediaInfo.Api.Alibaba.Rpc;
using MediaInfo.Api.Gateway;
using MediaInfo.Core.Jobs;
using MediaInfo.Core.Jobs.Listing;

namespace MediaInfo.Api.Alibaba.Mps;

/// <summary>Reads the filters of QuerySnapshotJobList.</summary>
/// <parameter name="State" otherwise="All" example="Success" values="All,Submitted,Snapshoting,Success,Fail">
/// Submitted, Snapshoting, Success, Fail or All.
/// </parameter>
/// <parameter name="StartOfJobCreatedTimeRange" otherwise="no bound" example="2024-02-29T00:00:00Z" format="date-time">
/// Jobs submitted from this time on: ISO 8601, UTC.
/// </parameter>
/// <parameter name="EndOfJobCreatedTimeRange" otherwise="no bound" example="2024-02-29T23:59:59Z" format="date-time">
/// Jobs submitted until the end of this second: ISO 8601, UTC.
/// </parameter>
/// <parameter name="PipelineId" otherwise="every pipeline" example="6319baeb09c968d6cb9cac9316fb8497">
/// Only jobs of this pipeline.
/// </parameter>
/// <parameter name="MaximumPageSize" otherwise="10" example="50" type="integer" min="1" max="100">
/// Jobs per page, 1 to 100.
/// </parameter>
/// <parameter name="NextPageToken" otherwise="the first page" example="bjg4YzZjYTE4NGMwZTQ3MDk4YTViNjY1ZTJhMTI2Nzk3">
/// The token of the page before. It does not expire.
/// </parameter>
internal static class MpsSnapshotQuery
{
    private const string Start = "StartOfJobCreatedTimeRange";
    private const string End = "EndOfJobCreatedTimeRange";
    private const string Size = "MaximumPageSize";
    private const string Token = "NextPageToken";
    private const int DefaultPageSize = 10;

    /// <summary>The requested page, or the parameter that is invalid.</summary>
    public static (JobQuery? Query, RpcError? Error) Parse(RpcCall call)
    {
        var (from, to) = (PageParameters.TimeOf(call.Parameters[Start]), PageParameters.TimeOf(call.Parameters[End]));
        var state = call.Parameters["State"] is { } named and not "All" ? named : null;
        var states = state is null ? null : MpsSnapshotMapper.StatesOf(state);
        var size = PageParameters.SizeOf(call.Parameters[Size], DefaultPageSize);
        var token = call.Parameters[Token];
        var after = token is null ? null : JobContinuation.Read(token, JobOrder.NewestFirst);
        var invalid = call.Parameters[Start] is not null && from is null ? Start
            : call.Parameters[End] is not null && to is null ? End
            : state is not null && states is null ? "State"
            : size is null ? Size
            : token is not null && after is null ? Token
            : null;
        return invalid is not null ? (null, MpsErrors.Invalid(invalid)) : (
            new JobQuery(
                new JobFilter(call.Account, MpsApi.SnapshotDialect)
                {
                    States = states,
                    PipelineId = call.Parameters["PipelineId"],
                    CreatedFrom = from,
                    CreatedBefore = InclusiveBound.SecondAfter(to),
                },
                size!.Value)
            {
                After = after,
            },
            null);
    }
}
