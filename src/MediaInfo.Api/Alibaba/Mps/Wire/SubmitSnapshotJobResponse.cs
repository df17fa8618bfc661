namespace MediaInfo.Api.Alibaba.Mps.Wire;

/// <summary>The response of SubmitSnapshotJob.</summary>
/// <param name="RequestId">The request's id.</param>
/// <param name="SnapshotJob">The job.</param>
public sealed record SubmitSnapshotJobResponse(string RequestId, SnapshotJob SnapshotJob);
