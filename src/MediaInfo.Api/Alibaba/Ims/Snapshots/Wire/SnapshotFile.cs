namespace MediaInfo.Api.Alibaba.Ims.Snapshots.Wire;

/// <summary>A job's input or output. Source: "GetSnapshotJob", response elements.</summary>
/// <param name="Type">OSS or Media, as submitted.</param>
/// <param name="Media">An object's URL or a media asset's id, as submitted.</param>
/// <param name="OssFile">The object; absent if its location is not served any more.</param>
public sealed record SnapshotFile(string Type, string Media, OssFile? OssFile);
