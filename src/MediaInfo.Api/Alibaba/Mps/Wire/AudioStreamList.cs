namespace MediaInfo.Api.Alibaba.Mps.Wire;

/// <summary>The wrapped list of audio streams. Source: "QueryMediaInfoJobList", response elements.</summary>
/// <param name="AudioStream">All of them, in file order.</param>
public sealed record AudioStreamList(IReadOnlyList<AudioStream> AudioStream);
