namespace MediaInfo.Probing.Reading;

/// <summary>Bytes that were asked for; the default value if the object ends before them.</summary>
/// <param name="Found">The bytes; empty if they are not cached yet.</param>
/// <param name="Feed">What loads them; null if nothing needs to.</param>
/// <param name="News">Completes at the feed's next response, bytes or end; null without a feed.</param>
internal readonly record struct WantedBytes(ReadOnlyMemory<byte> Found, ObjectFeed? Feed = null, Task? News = null);
