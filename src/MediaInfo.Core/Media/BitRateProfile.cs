using System.Text.Json.Serialization;

namespace MediaInfo.Core.Media;

/// <summary>How the bit rates of a file's streams change over time. Its size has a bound, whatever the file's length.</summary>
/// <param name="Interval">Seconds for each point: <see cref="FirstInterval"/>, doubled until the file fits.</param>
/// <param name="Streams">The first streams with times, at most <see cref="MaxStreams"/>.</param>
public sealed record BitRateProfile(decimal Interval, IReadOnlyList<StreamBitRate> Streams)
{
    /// <summary>The maximum number of points of a stream.</summary>
    public const int MaxPoints = 600;

    /// <summary>The maximum number of key frames of a stream whose times are kept.</summary>
    public const int MaxKeyFrames = 2_000;

    /// <summary>The maximum number of streams; later ones have no profile.</summary>
    public const int MaxStreams = 32;

    /// <summary>The interval of a short file, in seconds.</summary>
    public const decimal FirstInterval = 0.25m;

    /// <summary>Seconds from the file's start to the end of what is shown last, 6 decimals.</summary>
    public decimal Duration { get; init; }

    /// <summary>The ETag of the object version that was read; null if not kept.</summary>
    public string? ETag { get; init; }

    /// <summary>How many numbers the profile has.</summary>
    [JsonIgnore]
    public int Size => Streams.Sum(stream => stream.Bytes.Count + stream.KeyFrames.Count);
}
