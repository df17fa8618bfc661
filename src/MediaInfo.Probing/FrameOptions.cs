using System.ComponentModel.DataAnnotations;
using MediaInfo.Core.Configuration;

namespace MediaInfo.Probing;

/// <summary>How ffmpeg is found, and what taking frames may cost. Section "Frames".</summary>
/// <remarks><see href="../limits.md">limits.md</see> says what happens at each limit.</remarks>
public sealed record FrameOptions : ISettings
{
    /// <summary>
    /// The ffmpeg binary. Without it, the service uses the <see href="../operate.md#which-ffmpeg">newest</see> of those beside
    /// the app and on PATH.
    /// </summary>
    public string? FfmpegPath { get; init; }

    /// <summary>How long one ffmpeg run may take for one picture.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00", ErrorMessage = "between one second and one hour")]
    public TimeSpan TimeLimit { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>The private memory of one ffmpeg, in bytes.</summary>
    /// <remarks>Ignored outside Linux.</remarks>
    [Range(64L << 20, 1L << 40, ErrorMessage = "between 64 MiB and 1 TiB")]
    public long MaxMemoryBytes { get; init; } = 2L << 30;

    /// <summary>Storage requests of one order of pictures.</summary>
    [Range(1, 1_000_000, ErrorMessage = "between 1 and 1000000")]
    public int MaxRequests { get; init; } = 20_000;

    /// <summary>Bytes that one order of pictures may read from storage.</summary>
    [Range(1L << 20, 1L << 40, ErrorMessage = "between 1 MiB and 1 TiB")]
    public long MaxBytes { get; init; } = 8L << 30;

    /// <summary>Frames of one order of pictures.</summary>
    [Range(1, 100_000, ErrorMessage = "between 1 and 100000")]
    public int MaxFrames { get; init; } = 1_000;

    /// <summary>The pixels of a frame that ffmpeg may decode.</summary>
    [Range(1 << 16, int.MaxValue, ErrorMessage = "between 65536 and 2147483647")]
    public int MaxPixels { get; init; } = 1 << 27;

    /// <summary>The width and the height of a picture, in pixels. A larger frame is scaled down.</summary>
    /// <remarks>Ignored for sprites, whose sides may have 16383 pixels, as many as all formats allow.</remarks>
    [Range(16, 16_383, ErrorMessage = "between 16 and 16383")]
    public int MaxSide { get; init; } = 4_096;

    /// <summary>The size of a picture's file, in bytes.</summary>
    [Range(1 << 20, 1 << 30, ErrorMessage = "between 1 MiB and 1 GiB")]
    public int MaxPictureBytes { get; init; } = 64 << 20;

    /// <summary>How many ffmpeg processes take the frames of one order at the same time.</summary>
    [Range(1, 32, ErrorMessage = "between 1 and 32")]
    public int AtOnce { get; init; } = 2;
}
