namespace MediaInfo.Probing.Playlists;

/// <summary>One object that a media playlist plays.</summary>
/// <param name="Uri">Its reference, as written.</param>
/// <param name="Bytes">How many of its bytes are played; null for all of it.</param>
internal sealed record PlaylistSegment(string Uri, long? Bytes);
