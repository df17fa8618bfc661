namespace MediaInfo.Core.Objects;

/// <summary>What storage says of an object.</summary>
/// <param name="Size">Length in bytes.</param>
/// <param name="ETag">Changes whenever the content does; quoted as storage sends it.</param>
/// <param name="ContentType">The stored media type, as the uploader set it; null when none.</param>
/// <param name="ContentMd5">The stored MD5 as lower-case hex; null when storage keeps none.</param>
public sealed record ObjectProperties(long Size, string ETag, string? ContentType, string? ContentMd5);
