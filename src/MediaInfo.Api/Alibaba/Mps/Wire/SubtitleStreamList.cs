using MediaInfo.Api.Alibaba.Streams;

namespace MediaInfo.Api.Alibaba.Mps.Wire;

/// <summary>The wrapped list of subtitle streams. Source: "QueryMediaInfoJobList", response elements.</summary>
/// <param name="SubtitleStream">All of them, in file order.</param>
public sealed record SubtitleStreamList(IReadOnlyList<SubtitleInfo> SubtitleStream);
