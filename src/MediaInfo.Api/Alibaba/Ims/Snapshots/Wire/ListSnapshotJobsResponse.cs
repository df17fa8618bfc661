namespace MediaInfo.Api.Alibaba.Ims.Snapshots.Wire;

/// <summary>The response of ListSnapshotJobs.</summary>
/// <param name="RequestId">The request's id.</param>
/// <param name="Jobs">A page of jobs.</param>
/// <param name="NextPageToken">Token for the next page; absent on the last.</param>
public sealed record ListSnapshotJobsResponse(
    string RequestId, IReadOnlyList<ListedSnapshotJob> Jobs, string? NextPageToken);
