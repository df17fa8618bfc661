namespace MediaInfo.Api.Alibaba.Ims.Snapshots.Wire;

/// <summary>An object. Source: "GetSnapshotJob", response elements.</summary>
/// <param name="Bucket">The bucket.</param>
/// <param name="Location">The location, such as "oss-cn-hangzhou".</param>
/// <param name="Object">The object's key; of an output with its marks for numbers.</param>
public sealed record OssFile(string Bucket, string Location, string Object);
