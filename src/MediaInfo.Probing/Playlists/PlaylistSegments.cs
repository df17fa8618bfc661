namespace MediaInfo.Probing.Playlists;

/// <summary>The segments of a playlist or manifest, up to a limit on their number and length.</summary>
internal sealed class PlaylistSegments
{
    /// <summary>Maximum number of segments.</summary>
    public const int MaxCount = 1_000;

    // Total length of all references. A few lines of a manifest can make every reference as long as the longest line.
    private const int MaxCharacters = 1024 * 1024;

    private readonly List<PlaylistSegment> _all = [];
    private int _characters;

    /// <summary>The segments so far, in no particular order.</summary>
    public IReadOnlyList<PlaylistSegment> All => _all;

    /// <summary>Adds a segment; false if the limit is reached.</summary>
    /// <param name="uri">Its reference.</param>
    /// <param name="bytes">How many of its bytes are played; null for all of it.</param>
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
