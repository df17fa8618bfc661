using System.Globalization;
using MediaInfo.Api.Gateway;
using MediaInfo.Core.Jobs.Listing;

namespace MediaInfo.Api.Huawei.Mpc;

/// <summary>The page of tasks that a query asks for.</summary>
/// <param name="Filter">Selects the tasks.</param>
/// <param name="Page">The page's number, from 0.</param>
/// <param name="Size">Tasks per page.</param>
/// <parameter name="status" otherwise="every status" example="SUCCEED"
/// values="INIT,WAITING,PROCESSING,PREPROCESSING,SUCCEED,FAILED,CANCELED">
/// INIT, WAITING, PROCESSING (or PREPROCESSING), SUCCEED, FAILED or CANCELED.
/// </parameter>
/// <parameter name="start_time" otherwise="no bound" example="20240229000000" pattern="^[0-9]{14}$">
/// Tasks created from this second on: yyyyMMddHHmmss, UTC.
/// </parameter>
/// <parameter name="end_time" otherwise="no bound" example="20240229235959" pattern="^[0-9]{14}$">
/// Tasks created until the end of this second: yyyyMMddHHmmss, UTC.
/// </parameter>
/// <parameter name="page" otherwise="0" example="1" type="integer" min="0" max="2147483647">The page, from 0.</parameter>
/// <parameter name="size" otherwise="10" example="50" type="integer" min="1" max="100">Tasks per page, 1 to 100.</parameter>
internal sealed record MpcTaskQuery(JobFilter Filter, int Page, int Size)
{
    private const int DefaultSize = 10;
    private const int MaxSize = 100;
    private static readonly string[] Names = ["status", "start_time", "end_time", "page", "size"];

    /// <summary>The requested page, or the parameter that is invalid.</summary>
    public static async Task<(MpcTaskQuery? Query, MpcError? Error)> ParseAsync(
        MpcCall call, MpcTaskStatus known, CancellationToken cancellationToken)
    {
        if (Array.Find(Names, name => !call.Query.TryGet(name, out _)) is { } repeated)
        {
            return (null, MpcErrors.Invalid(repeated, "is given more than once"));
        }

        var (status, start, end) = (ValueOf(call, "status"), ValueOf(call, "start_time"), ValueOf(call, "end_time"));
        var states = status is null ? null : await known.StatesOfAsync(call.Account, status, cancellationToken);
        var error = status is not null && states is null ? MpcErrors.Invalid("status", "is not one of the documented states")
            : TimeProblem("start_time", start) ?? TimeProblem("end_time", end);
        return error is not null ? (null, error) : Paged(call, call.Tasks with
        {
            States = states,
            CreatedFrom = start is null ? null : MpcTime.Read(start),
            CreatedBefore = end is null ? null : InclusiveBound.SecondAfter(MpcTime.Read(end)),
        });
    }

    private static (MpcTaskQuery? Query, MpcError? Error) Paged(MpcCall call, JobFilter filter)
    {
        if (NumberOf(ValueOf(call, "page"), otherwise: 0) is not { } page)
        {
            return (null, MpcErrors.Invalid("page", "is not a non-negative integer"));
        }

        return NumberOf(ValueOf(call, "size"), DefaultSize) is { } size and >= 1 and <= MaxSize
            ? (new MpcTaskQuery(filter, page, size), null)
            : (null, MpcErrors.Invalid("size", "is not an integer from 1 to 100"));
    }

    private static string? ValueOf(MpcCall call, string name) => call.Query.TryGet(name, out var value) ? value : null;

    private static MpcError? TimeProblem(string name, string? text) =>
        text is null || MpcTime.Read(text) is not null ? null : MpcErrors.Invalid(name, "is not a time such as 20240102030405");

    private static int? NumberOf(string? text, int otherwise) =>
        text is null ? otherwise
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
        : null;
}
