namespace MediaInfo.Api.Alibaba.Mps.Wire;

/// <summary>The response of QuerySnapshotJobList.</summary>
/// <param name="RequestId">The request's id.</param>
/// <param name="SnapshotJobList">The jobs that exist; an empty list if none do.</param>
/// <param name="NonExistSnapshotJobIds">The ids without a job; omitted if every id has one.</param>
/// <param name="NextPageToken">Token for the next page of a list without ids; absent on the last.</param>
public sealed record QuerySnapshotJobListResponse(
    string RequestId, SnapshotJobList SnapshotJobList, IdList? NonExistSnapshotJobIds, string? NextPageToken);
