namespace MediaInfo.Api.Mpc.Wire;

/// <summary>What a task's caller sent of objects, to be shown again.</summary>
/// <param name="Input">The object to parse.</param>
/// <param name="Output">Where the metadata is written as well; null for nowhere.</param>
public sealed record SubmittedObjects(ObsObjInfo Input, ObsObjInfo? Output);
