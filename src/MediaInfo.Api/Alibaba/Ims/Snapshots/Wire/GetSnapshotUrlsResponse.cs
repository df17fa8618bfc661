namespace MediaInfo.Api.Alibaba.Ims.Snapshots.Wire;

/// <summary>The response of GetSnapshotUrls.</summary>
/// <param name="RequestId">The request's id.</param>
/// <param name="Total">How many pictures the job made; 0 until it succeeds.</param>
/// <param name="SnapshotUrls">A page of their signed addresses.</param>
/// <param name="WebVTTUrl">The signed address of the WebVTT file; absent if the job made none.</param>
public sealed record GetSnapshotUrlsResponse(
    string RequestId, int Total, IReadOnlyList<string> SnapshotUrls, string? WebVTTUrl);
