using System.Globalization;
using FFMpegCore.Arguments;

namespace MediaInfo.Probing.Frames;

/// <summary>The filters that make a picture of a frame.</summary>
internal static class FrameFilters
{
    // 100 cd/m2 of the source become the white of SDR.
    private const string Linear = "t=linear:npl=100";

    /// <summary>Adds the filters, in order.</summary>
    /// <param name="filters">Where to add them.</param>
    /// <param name="source">What shows the frame.</param>
    /// <param name="seek">How to get at it.</param>
    /// <param name="size">The size of the picture.</param>
    /// <param name="dark">How to tell and pass over black frames; null takes every frame.</param>
    /// <param name="encoding">How the picture is written.</param>
    public static void Add(
        VideoFilterOptions filters,
        FrameSource source,
        FrameSeek seek,
        FrameSize size,
        DarkFrames? dark,
        PictureEncoding encoding)
    {
        if (dark?.Until is null)
        {
            TellTimes(filters);
        }

        if (source.IsInterlaced)
        {
            filters.WithCustomFilter("yadif", "deint=interlaced");
        }

        if (dark?.Until is { } until)
        {
            filters.WithCustomFilter("trim", $"start={Seconds(seek.From)}:end={Seconds(until)}");
        }
        else if (seek.IsExact && !source.IsStill)
        {
            // The frame that is on screen at the time, in milliseconds, is the first that comes out.
            filters.WithCustomFilter("fps", $"1000:start_time={Seconds(seek.Time)}:round=up");
        }

        Turn(filters, source.IsStill ? source.Rotation : 0);
        Resize(filters, source, size);
        if (dark is not null)
        {
            filters.BlackFrame(0, dark.Threshold);
            filters.WithCustomFilter("metadata", dark.Filter);
        }

        if (dark?.Until is not null)
        {
            TellTimes(filters);
        }

        encoding.Convert(filters);

        // The output numbers its frames from zero, and would repeat one to fill the time before it.
        filters.WithCustomFilter("setpts", "0");
    }

    // The time of each frame that comes here; none is dropped.
    private static void TellTimes(VideoFilterOptions filters) => filters.WithCustomFilter("select", "1+0*isnan(print(t,24))");

    // Versions of FFmpeg differ in which pictures they turn upright, so they turn none.
    private static void Turn(VideoFilterOptions filters, int degrees)
    {
        switch (degrees)
        {
            case 90:
                filters.WithCustomFilter("transpose", "clock");
                break;
            case 180:
                filters.HorizontalFlip().VerticalFlip();
                break;
            case 270:
                filters.WithCustomFilter("transpose", "cclock");
                break;
        }
    }

    // Scaled first: the other filters then have less to do.
    private static void Resize(VideoFilterOptions filters, FrameSource source, FrameSize size)
    {
        var (width, height) = size.Scale;
        var told = source.WholeWidth is null ? "" : "+0*print(iw,24)";
        var matrix = source.HdrTransfer is null ? source.Matrix : "auto";
        filters.WithCustomFilter("scale", $"w={width}{told}:h={height}:flags=bicubic:in_color_matrix={matrix}");
        if (source.HdrTransfer is { } transfer)
        {
            ToneMap(filters, transfer, source.IsFullRange ? "pc" : "tv");
        }

        filters.WithCustomFilter("format", "rgb24").WithCustomFilter("setsar", "1");
        if (size.IsPadded)
        {
            filters.WithCustomFilter(
                "pad",
                string.Create(
                    CultureInfo.InvariantCulture, $"{size.Width}:{size.Height}:(ow-iw)/2:(oh-ih)/2:color={size.Color}"));
        }
    }

    private static void ToneMap(VideoFilterOptions filters, string transfer, string range) => filters
        .WithCustomFilter("zscale", $"tin={transfer}:pin=bt2020:min=bt2020nc:rin={range}:{Linear}")
        .WithCustomFilter("format", "gbrpf32le")
        .WithCustomFilter("zscale", "p=bt709")
        .WithCustomFilter("tonemap", "tonemap=hable:desat=0")
        .WithCustomFilter("zscale", "t=bt709:m=bt709:r=tv")
        .WithCustomFilter("format", "yuv444p")
        .WithCustomFilter("scale", "in_color_matrix=bt709");

    /// <summary>A time as ffmpeg reads it.</summary>
    internal static string Seconds(decimal seconds) => seconds.ToString("0.######", CultureInfo.InvariantCulture);
}
