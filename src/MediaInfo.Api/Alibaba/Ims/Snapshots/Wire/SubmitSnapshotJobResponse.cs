namespace MediaInfo.Api.Alibaba.Ims.Snapshots.Wire;

/// <summary>The response of SubmitSnapshotJob.</summary>
/// <param name="RequestId">The request's id.</param>
/// <param name="JobId">The job's id.</param>
public sealed record SubmitSnapshotJobResponse(string RequestId, string JobId);
