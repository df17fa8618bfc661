using MediaInfo.Api.Alibaba.Ims.Actions;
using MediaInfo.Api.Alibaba.Ims.Snapshots.Wire;
using MediaInfo.Api.Alibaba.Rpc;
using MediaInfo.Core.Frames;
using MediaInfo.Core.Jobs;

namespace MediaInfo.Api.Alibaba.Ims.Snapshots.Actions;

/// <summary>GetSnapshotUrls: signed addresses of what a snapshot job made, page by page. It may be a job of an asset.</summary>
/// <remarks>Source: "GetSnapshotUrls" of Intelligent Media Services.</remarks>
/// <parameter name="JobId" required="true" example="88c6ca184c0e47098a5b665e2a126797">The job's id.</parameter>
/// <parameter name="PageNumber" otherwise="1" example="2">The page, from 1.</parameter>
/// <parameter name="PageSize" otherwise="10" example="30">Addresses per page, 1 to 30.</parameter>
/// <parameter name="OrderBy" otherwise="Asc" example="Desc">Asc or Desc, by the frames' time.</parameter>
/// <parameter name="Timeout" otherwise="3600" example="600">
/// How long the addresses are valid, in seconds: 1 to 129,600.
/// </parameter>
public sealed class GetSnapshotUrls(SnapshotJobs jobs, FrameResults made, PictureLinks links) : ImsAction
{
    private const string Id = "JobId";
    private const string LastFirst = "Desc";
    private const int DefaultPageSize = 10;
    private const int MaxPageSize = 30;
    private const int DefaultTimeout = 3600;
    private const int MaxTimeout = 129_600;

    /// <inheritdoc />
    public override bool ChangesState => false;

    /// <inheritdoc />
    public override async Task<RpcAnswer> InvokeAsync(RpcCall call, CancellationToken cancellationToken)
    {
        var parameters = new LibraryParameters(call.Parameters);
        var id = parameters.Text(Id, _ => true);
        var number = parameters.Number("PageNumber", 1, int.MaxValue) ?? 1;
        var size = (int)(parameters.Number("PageSize", 1, MaxPageSize) ?? DefaultPageSize);
        var order = parameters.Text("OrderBy", text => text is "Asc" or LastFirst);
        var lifetime = TimeSpan.FromSeconds(parameters.Number("Timeout", 1, MaxTimeout) ?? DefaultTimeout);
        parameters.Fail(id is null ? ImsErrors.Missing(Id) : null);
        if (parameters.Error is { } wrong)
        {
            return wrong;
        }

        if (await jobs.FindAsync(call.Account, id!, cancellationToken) is not { } job)
        {
            return ImsErrors.NotFound(Id);
        }

        var sets = job.State == JobState.Succeeded ? await made.FindAsync(job.Key, cancellationToken) : null;
        var pictures = sets?.Sets.SelectMany(set => set.Pictures).ToList() ?? [];
        var page = (order is LastFirst ? pictures.AsEnumerable().Reverse() : pictures)
            .Skip((int)Math.Min((number - 1) * size, int.MaxValue))
            .Take(size);
        var vtt = sets?.Sets.Select(set => set.Vtt).FirstOrDefault(file => file is not null);
        return RpcAnswer.Ok(
            new GetSnapshotUrlsResponse(
                call.RequestId,
                pictures.Count,
                await links.OfAsync(call.Account, page, lifetime, cancellationToken),
                await links.OfAsync(call.Account, vtt, lifetime, cancellationToken)),
            SnapshotJson.Wire.GetSnapshotUrlsResponse);
    }
}
