using System.Globalization;
using MediaInfo.Core.Analysis;
using MediaInfo.Core.Jobs;
using MediaInfo.Core.Jobs.Listing;
using Microsoft.AspNetCore.Http;

namespace MediaInfo.Api.Huawei.Mpc.Actions;

/// <summary>GET: up to ten tasks by id, or else a page of the tasks that match a filter, newest first.</summary>
/// <remarks>Source: "Querying Video Parsing Tasks" of Media Processing Center.</remarks>
/// <parameter name="task_id" otherwise="the other parameters count" example="6988812345678901" type="list" items="10">
/// Task ids, repeated or comma-separated, up to 10. All other parameters are then ignored, even wrong ones.
/// </parameter>
public sealed class ListExtractTask(JobService jobs, NumberedListing listing, MpcTaskMapper mapper, MpcTaskStatus status)
    : IMpcAction
{
    private const int MaxIds = 10;

    /// <inheritdoc />
    public string Method => HttpMethods.Get;

    /// <inheritdoc />
    public string Name => nameof(ListExtractTask);

    /// <inheritdoc />
    public async Task<MpcAnswer> InvokeAsync(MpcCall call, CancellationToken cancellationToken)
    {
        var ids = call.Query.List("task_id");
        if (ids.Count > MaxIds)
        {
            return MpcErrors.Invalid("task_id", string.Create(CultureInfo.InvariantCulture, $"names more than {MaxIds} tasks"));
        }

        // Ids override all other parameters.
        if (ids.Count > 0)
        {
            return await AnswerAsync(await FindAsync(call, ids, cancellationToken), cancellationToken);
        }

        var (query, error) = await MpcTaskQuery.ParseAsync(call, status, cancellationToken);
        return query is null
            ? error!
            : await AnswerAsync(
                await listing.ListAsync(query.Filter, query.Page, query.Size, cancellationToken), cancellationToken);
    }

    private async Task<NumberedPage> FindAsync(MpcCall call, IReadOnlyList<string> ids, CancellationToken cancellationToken)
    {
        // Two spellings of a number, such as with a leading zero, are the same task.
        var known = ids.Select(id => JobNumber.Find(call.Account, id)).OfType<string>().Distinct(StringComparer.Ordinal);
        var found = (await jobs.FindAsync(call.Account, known, cancellationToken)).Where(call.Tasks.Matches).ToList();
        return new NumberedPage(found, found.Count);
    }

    private async Task<MpcAnswer> AnswerAsync(NumberedPage page, CancellationToken cancellationToken)
    {
        var tasks = await Task.WhenAll(page.Jobs.Select(job => mapper.MapAsync(job, cancellationToken)));
        return MpcAnswer.Ok(new Wire.ListTasksResponse(page.Total, tasks), MpcJson.Wire.ListTasksResponse);
    }
}
