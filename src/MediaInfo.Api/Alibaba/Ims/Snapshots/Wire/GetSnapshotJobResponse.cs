namespace MediaInfo.Api.Alibaba.Ims.Snapshots.Wire;

/// <summary>The response of GetSnapshotJob.</summary>
/// <param name="RequestId">The request's id.</param>
/// <param name="SnapshotJob">The job.</param>
public sealed record GetSnapshotJobResponse(string RequestId, SnapshotJob SnapshotJob);
