namespace MediaInfo.Api.Reports.Wire;

/// <summary>What the service does and can do. Source: our own.</summary>
/// <param name="Frames">Whether it can make pictures: it has an ffmpeg.</param>
/// <param name="Packets">Whether jobs read every packet unasked, so that GetBitRate has an answer.</param>
/// <param name="Digest">Whether jobs compute the MD5 unasked.</param>
/// <param name="Uploads">Whether CreateUpload is on.</param>
public sealed record AccountFeatures(bool Frames, bool Packets, bool Digest, bool Uploads);
