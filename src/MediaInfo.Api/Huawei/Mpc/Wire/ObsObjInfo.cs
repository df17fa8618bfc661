namespace MediaInfo.Api.Huawei.Mpc.Wire;

/// <summary>An object, or the directory of one.</summary>
/// <param name="Bucket">The bucket.</param>
/// <param name="Location">The region.</param>
/// <param name="Object">An input's key, not encoded, or an output's directory.</param>
/// <param name="FileName">The name of an output file; null lets the service choose.</param>
public sealed record ObsObjInfo(string? Bucket, string? Location, string? Object, string? FileName);
