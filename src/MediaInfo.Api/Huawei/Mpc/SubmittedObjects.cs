using MediaInfo.Api.Huawei.Mpc.Wire;

namespace MediaInfo.Api.Huawei.Mpc;

/// <summary>The objects of a task request, kept to be returned later.</summary>
/// <param name="Input">The object to parse.</param>
/// <param name="Output">Where the metadata is also written as a file; null for nowhere.</param>
public sealed record SubmittedObjects(ObsObjInfo Input, ObsObjInfo? Output);
