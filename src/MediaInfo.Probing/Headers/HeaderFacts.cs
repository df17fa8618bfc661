namespace MediaInfo.Probing.Headers;

/// <summary>What a file's own headers say that ffprobe does not print; each member is null if it was not read.</summary>
public sealed record HeaderFacts
{
    /// <summary>An MP4, QuickTime or HEIF file.</summary>
    public IsoMovie? Movie { get; init; }

    /// <summary>What the fragments of an MP4 hold, by track id.</summary>
    public IReadOnlyDictionary<uint, TrackTotals>? Fragments { get; init; }

    /// <summary>A picture.</summary>
    public PictureFacts? Picture { get; init; }

    /// <summary>AAC with one header for the whole file.</summary>
    public AdifFacts? Adif { get; init; }

    /// <summary>A chained Ogg file.</summary>
    public OggFacts? Ogg { get; init; }

    /// <summary>How streams of other containers than MP4 are encrypted.</summary>
    public EncryptionFacts? Encryption { get; init; }

    /// <summary>The clock of a transport stream, if it was measured.</summary>
    public TransportFacts? Transport { get; init; }

    /// <summary>Who wrote a Matroska file.</summary>
    public MatroskaWriter? Matroska { get; init; }
}
