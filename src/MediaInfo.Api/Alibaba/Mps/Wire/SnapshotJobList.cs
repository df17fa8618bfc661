namespace MediaInfo.Api.Alibaba.Mps.Wire;

/// <summary>The wrapped list of snapshot jobs. Source: "QuerySnapshotJobList", response elements.</summary>
/// <param name="SnapshotJob">The jobs, newest first.</param>
public sealed record SnapshotJobList(IReadOnlyList<SnapshotJob> SnapshotJob);
