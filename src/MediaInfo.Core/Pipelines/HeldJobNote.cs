namespace MediaInfo.Core.Pipelines;

/// <summary>A stored note of a waiting job.</summary>
/// <param name="Held">The job.</param>
/// <param name="ETag">The version of the note.</param>
public sealed record HeldJobNote(HeldJob Held, string ETag);
