namespace MediaInfo.Core.Objects;

/// <summary>The properties of an object in storage.</summary>
/// <param name="Size">Length in bytes.</param>
/// <param name="ETag">The ETag, which changes whenever the content does; quoted as storage sends it.</param>
/// <param name="ContentType">The media type as set by the uploader; null if none.</param>
/// <param name="ContentMd5">The stored MD5 in lower-case hex; null if storage keeps none.</param>
public sealed record ObjectProperties(long Size, string ETag, string? ContentType, string? ContentMd5)
{
    /// <summary>How the content is compressed (Content-Encoding), such as "gzip"; null if it is not.</summary>
    public string? ContentEncoding { get; init; }

    /// <summary>When the content last changed; null if storage does not say.</summary>
    public DateTimeOffset? LastModified { get; init; }
}
