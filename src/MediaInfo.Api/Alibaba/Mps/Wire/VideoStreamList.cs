namespace MediaInfo.Api.Alibaba.Mps.Wire;

/// <summary>The wrapped list of video streams. Source: "QueryMediaInfoJobList", response elements.</summary>
/// <param name="VideoStream">All of them, in file order.</param>
public sealed record VideoStreamList(IReadOnlyList<VideoStream> VideoStream);
