namespace MediaInfo.Api.Alibaba.Mps.Wire;

/// <summary>Where pictures are written, as submitted. Source: "SubmitSnapshotJob", response elements.</summary>
/// <param name="Bucket">The bucket; the account needs it with Access ReadWrite. Required.</param>
/// <param name="Location">The region, one of <c>Objects:Locations</c>. Required.</param>
/// <param name="Object">
/// The key, percent-encoded once. Several snapshots need <c>{Count}</c> in it, sprites <c>{TileCount}</c>; WebVTT ends in .vtt.
/// Required.
/// </param>
/// <param name="RoleArn">Returned as given; absent if the call had none.<example>"acs:ram::1:role/testrole"</example></param>
public sealed record SnapshotOutputFile(string? Bucket, string? Location, string? Object, string? RoleArn);
