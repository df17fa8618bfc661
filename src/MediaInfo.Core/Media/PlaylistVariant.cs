namespace MediaInfo.Core.Media;

/// <summary>What an HLS master playlist states of a variant (RFC 8216, 4.3.4.2).</summary>
/// <param name="Codecs">CODECS, such as "avc1.640015,mp4a.40.2"; null if absent.</param>
/// <param name="Width">Width of RESOLUTION in pixels; null if absent.</param>
/// <param name="Height">Height of RESOLUTION in pixels; null if absent.</param>
public sealed record PlaylistVariant(string? Codecs, int? Width, int? Height);
