namespace MediaInfo.Api.Mpc.Wire;

/// <summary>An object, or the directory of one.</summary>
/// <param name="Bucket">The bucket.</param>
/// <param name="Location">The region.</param>
/// <param name="Object">An input's key as it is, or an output's directory.</param>
/// <param name="FileName">The name of an output file; null leaves it to the service.</param>
public sealed record ObsObjInfo(string? Bucket, string? Location, string? Object, string? FileName);
