namespace MediaInfo.Core.Pipelines;

/// <summary>A stored note about a waiting job.</summary>
/// <param name="Held">The job.</param>
/// <param name="ETag">The ETag of the note.</param>
public sealed record HeldJobNote(HeldJob Held, string ETag);
