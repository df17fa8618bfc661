namespace MediaInfo.Core.Probing.Playlists;

/// <summary>The segments of a playlist or manifest, as long as they are few enough to be looked at.</summary>
internal sealed class PlaylistSegments
{
    /// <summary>Most segments.</summary>
    public const int MaxCount = 1_000;

    // Of all their references together. A manifest of some lines can make each as long as the longest line.
    private const int MaxCharacters = 1024 * 1024;

    private readonly List<PlaylistSegment> _all = [];
    private int _characters;

    /// <summary>The segments so far, in no order that means anything.</summary>
    public IReadOnlyList<PlaylistSegment> All => _all;

    /// <summary>Adds a segment; false where it is one too many.</summary>
    /// <param name="uri">Its reference.</param>
    /// <param name="bytes">How many of its bytes are played; null for all.</param>
    public bool TryAdd(string uri, long? bytes)
    {
        if (_all.Count == MaxCount || uri.Length > MaxCharacters - _characters)
        {
            return false;
        }

        _characters += uri.Length;
        _all.Add(new PlaylistSegment(uri, bytes));
        return true;
    }
}
