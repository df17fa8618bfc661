namespace MediaInfo.Core.Probing;

/// <summary>An ffprobe that runs.</summary>
/// <param name="Path">Where it is.</param>
/// <param name="Version">The first line it prints of itself.</param>
public sealed record FoundFfprobe(string Path, string Version);
