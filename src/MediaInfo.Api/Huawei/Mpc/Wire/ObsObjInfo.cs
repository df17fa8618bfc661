namespace MediaInfo.Api.Huawei.Mpc.Wire;

/// <summary>An object, or the directory of one. Source: "Creating a Video Parsing Task".</summary>
/// <param name="Bucket">The bucket. Required.</param>
/// <param name="Location">The region, one of <c>Objects:Locations</c>. Required.</param>
/// <param name="Object">
/// An input's key, not percent-encoded and required, or an output's directory; null for the root of an output's bucket.
/// </param>
/// <param name="FileName">The name of an output file; null for an input, or to let the service choose.</param>
public sealed record ObsObjInfo(string? Bucket, string? Location, string? Object, string? FileName);
