namespace MediaInfo.Api.Mps.Wire;

/// <summary>The wrapped list of subtitle streams.</summary>
/// <param name="SubtitleStream">All of them, in file order.</param>
public sealed record SubtitleStreamList(IReadOnlyList<SubtitleStream> SubtitleStream);
