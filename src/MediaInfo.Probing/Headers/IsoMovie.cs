namespace MediaInfo.Probing.Headers;

/// <summary>What an ISO media file's own boxes say that ffprobe does not print.</summary>
public sealed record IsoMovie
{
    /// <summary>The major brand (ftyp); null if there is none.</summary>
    public string? Brand { get; init; }

    /// <summary>The tracks in file order.</summary>
    public IReadOnlyList<IsoTrack> Tracks { get; init; } = [];

    /// <summary>Whether fragments may follow (mvex).</summary>
    public bool IsFragmented { get; init; }

    /// <summary>What samples of fragments are by default, by track id (trex).</summary>
    public IReadOnlyDictionary<uint, TrackDefaults> Defaults { get; init; } = new Dictionary<uint, TrackDefaults>();

    /// <summary>Whether an index of the fragments (sidx) is before the first.</summary>
    public bool IsIndexed { get; init; }

    /// <summary>The first fragment's offset; null if there is none.</summary>
    public long? FirstFragment { get; init; }

    /// <summary>Whether a whole file of its own, such as the clip of a motion photo, follows the picture.</summary>
    public bool HasClipBehind { get; init; }

    /// <summary>The picture in a HEIF file's meta box; null if there is none.</summary>
    public PictureFacts? Picture { get; init; }
}
