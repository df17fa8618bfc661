namespace MediaInfo.Api.Alibaba.Ims.Library.Wire;

/// <summary>Pictures that were made of an asset. Source: "SnapshotComplete" of ApsaraVideo VOD, SnapshotInfos.</summary>
/// <param name="Status">Always "Success": a job that failed has no pictures.</param>
/// <param name="SnapshotType">CoverSnapshot, NormalSnapshot or SpriteSnapshot.</param>
/// <param name="SnapshotCount">How many pictures there are.</param>
/// <param name="SnapshotFormat">Their keys, with {Count}, or for sprites {TileCount}, for the number in five digits.</param>
/// <param name="SnapshotRegular">Their addresses, unsigned, with the same mark.</param>
/// <param name="JobId">The job that made them.</param>
public sealed record SnapshotInfo(
    string Status, string SnapshotType, string SnapshotCount, string SnapshotFormat, string SnapshotRegular, string JobId);
