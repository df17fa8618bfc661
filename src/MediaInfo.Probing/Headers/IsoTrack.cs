namespace MediaInfo.Probing.Headers;

/// <summary>
/// A track of an MP4 or QuickTime file, as its own headers describe it. Its position is ffprobe's stream index.
/// </summary>
public sealed record IsoTrack
{
    /// <summary>The track's id (tkhd), which fragments refer to.</summary>
    public uint Id { get; init; }

    /// <summary>Ticks per second (mdhd); 0 if unknown.</summary>
    public uint Timescale { get; init; }

    /// <summary>Where the type of the box stsd stands in the file; null if the track has none.</summary>
    public long? DescriptionAt { get; init; }

    /// <summary>The four-character code of the first sample entry; null if there is none.</summary>
    public string? SampleEntry { get; init; }

    /// <summary>The code of the format that was encrypted (frma); null without one.</summary>
    public string? Original { get; init; }

    /// <summary>The scheme of the encryption (schm), such as "cenc"; null if not stated.</summary>
    public string? Scheme { get; init; }

    /// <summary>The types of the boxes in the first sample entry, such as "avcC".</summary>
    public IReadOnlyList<string> EntryBoxes { get; init; } = [];

    /// <summary>The MPEG-4 audio object type (ISO/IEC 14496-3, 1.5.1), such as 42 for USAC; null if not stated.</summary>
    public int? AudioObjectType { get; init; }

    /// <summary>Channels of an audio sample entry; null if the track is no audio.</summary>
    public int? Channels { get; init; }

    /// <summary>Samples per second of an audio sample entry; null if the track is no audio.</summary>
    public int? SampleRate { get; init; }

    /// <summary>Where the types of boxes about encrypted samples stand in the file (senc, saiz, saio).</summary>
    public IReadOnlyList<long> SampleKeysAt { get; init; } = [];

    /// <summary>Number of samples that moov itself lists (stsz, stz2).</summary>
    public long Samples { get; init; }

    /// <summary>Whether the samples are encrypted.</summary>
    public bool IsEncrypted =>
        Scheme is not null || Original is not null || IsEncryptedEntry(SampleEntry);

    /// <summary>
    /// Whether a sample entry says that its samples are encrypted: those of ISO/IEC 14496-12, of FairPlay and of Audible.
    /// </summary>
    public static bool IsEncryptedEntry(string? entry) =>
        entry is "encv" or "enca" or "encs" or "enct" or "encm" or "drmi" or "drms" or "drmt" or "aavd";
}
