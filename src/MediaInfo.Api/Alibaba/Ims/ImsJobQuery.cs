using MediaInfo.Api.Alibaba.Rpc;
using MediaInfo.Api.Gateway;
using MediaInfo.Core.Jobs;
using MediaInfo.Core.Jobs.Listing;

namespace MediaInfo.Api.Alibaba.Ims;

/// <summary>Reads the parameters of a list of jobs.</summary>
/// <parameter name="Status" otherwise="every status" example="Success" values="Init,Success,Fail">
/// Init, Success or Fail.
/// </parameter>
/// <parameter name="StartOfCreateTime" otherwise="no bound" example="2024-02-29T00:00:00Z" format="date-time">
/// Jobs submitted from this time on: ISO 8601, UTC.
/// </parameter>
/// <parameter name="EndOfCreateTime" otherwise="no bound" example="2024-02-29T23:59:59Z" format="date-time">
/// Jobs submitted until the end of this second: ISO 8601, UTC.
/// </parameter>
/// <parameter name="OrderBy" otherwise="CreateTimeDesc" example="CreateTimeAsc" values="CreateTimeDesc,CreateTimeAsc">
/// CreateTimeDesc or CreateTimeAsc.
/// </parameter>
/// <parameter name="PageSize" otherwise="10 for ListMediaInfoJobs, 20 for ListSnapshotJobs" example="50" type="integer" min="1"
/// max="100">
/// Jobs per page, 1 to 100.
/// </parameter>
/// <parameter name="NextPageToken" otherwise="the first page" example="bjg4YzZjYTE4NGMwZTQ3MDk4YTViNjY1ZTJhMTI2Nzk3">
/// The token of the page before, with the same OrderBy. It does not expire.
/// </parameter>
internal static class ImsJobQuery
{
    private const string Start = "StartOfCreateTime";
    private const string End = "EndOfCreateTime";

    /// <summary>The requested page, or the parameter that is invalid.</summary>
    /// <param name="call">The call.</param>
    /// <param name="dialect">The dialect of the jobs.</param>
    /// <param name="pageSize">The number of jobs on a page if the caller gives none.</param>
    public static (JobQuery? Query, RpcError? Error) Parse(RpcCall call, string dialect, int pageSize)
    {
        if (Array.Find(
            [Start, End], bound => call.Parameters[bound] is { } text && PageParameters.TimeOf(text) is null) is { } wrong)
        {
            return (null, ImsErrors.Invalid(wrong));
        }

        var status = call.Parameters["Status"];
        var states = status is null ? null : ImsJobStatus.StatesOf(status);
        return status is not null && states is null
            ? (null, ImsErrors.Invalid("Status"))
            : Page(call, pageSize, new JobFilter(call.Account, dialect)
            {
                States = states,
                CreatedFrom = PageParameters.TimeOf(call.Parameters[Start]),
                CreatedBefore = InclusiveBound.SecondAfter(PageParameters.TimeOf(call.Parameters[End])),
            });
    }

    private static (JobQuery? Query, RpcError? Error) Page(RpcCall call, int pageSize, JobFilter filter)
    {
        if (OrderOf(call.Parameters["OrderBy"]) is not { } order)
        {
            return (null, ImsErrors.Invalid("OrderBy"));
        }

        if (PageParameters.SizeOf(call.Parameters["PageSize"], pageSize) is not { } size)
        {
            return (null, ImsErrors.Invalid("PageSize"));
        }

        var token = call.Parameters["NextPageToken"];
        var after = token is null ? null : JobContinuation.Read(token, order);
        return token is not null && after is null
            ? (null, ImsErrors.Invalid("NextPageToken"))
            : (new JobQuery(filter, size) { Order = order, After = after }, null);
    }

    private static JobOrder? OrderOf(string? text) => text switch
    {
        null or "CreateTimeDesc" => JobOrder.NewestFirst,
        "CreateTimeAsc" => JobOrder.OldestFirst,
        _ => null,
    };
}
