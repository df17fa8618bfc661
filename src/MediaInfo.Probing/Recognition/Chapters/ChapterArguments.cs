using System.Globalization;
using MediaInfo.Core.Media;
using MediaInfo.Probing.Processes;
using VideoStream = MediaInfo.Core.Media.VideoStream;

namespace MediaInfo.Probing.Recognition.Chapters;

/// <summary>ffmpeg's arguments for one pass that detects changes of scene, black and silence.</summary>
/// <remarks>
/// The filters tell the log what they detect, at the level "info"; standard output has the progress. The picture is scaled down
/// first. The scores of changes are those of RGB, because FFmpeg 4.1 has no others. The picture itself goes to the null output,
/// so that there is progress where nothing is detected.
/// </remarks>
public static class ChapterArguments
{
    // Whatever the picture's shape: what is kept of it must not have less than a row.
    private const int Width = 320;
    private const int Height = 180;

    // Cuts of films score 0.3 and more, movement mostly less (FFmpeg's documentation of "select").
    private const double Change = 0.3;
    private const double ShortestBlack = 0.1;
    private const double ShortestSilence = 0.5;
    private const int SilenceLevel = -50;

    /// <summary>The arguments.</summary>
    /// <param name="url">The object's address behind the proxy.</param>
    /// <param name="media">Its description.</param>
    public static IReadOnlyList<string> Of(string url, MediaDescription media)
    {
        var (picture, sound) = (PictureOf(media), media.AudioStreams.Count > 0);
        var graph = string.Join(
            ';', new[] { picture is null ? null : Picture(picture), sound ? Sound : null }.OfType<string>());
        var maps = $"{(picture is null ? "" : "-map [v] ")}{(sound ? "-map [a] " : "")}";
        return FfmpegArguments.Reading(
            url,

            // Its filters make pictures a little better, which detectors do not need.
            reading => reading.WithCustomArgument("-loglevel info -skip_loop_filter all"),
            writing => writing.WithCustomArgument($"-filter_complex \"{graph}\" {maps}-f null -progress pipe:1"));
    }

    /// <summary>The stream with the picture to look at; null if the object has none that changes.</summary>
    public static VideoStream? PictureOf(MediaDescription media) => media.Kind == MediaKind.Image ? null : media.MainVideo;

    private static string Picture(VideoStream stream) => string.Create(
        CultureInfo.InvariantCulture,
        $"[0:{stream.Index}]scale={Width}:{Height}:flags=fast_bilinear,blackdetect=d={ShortestBlack}:pix_th=0.1,split[x][v];"
            + $"[x]format=rgb24,select='gt(scene,{Change})',metadata=print,nullsink");

    private static string Sound => string.Create(
        CultureInfo.InvariantCulture, $"[0:a:0]silencedetect=n={SilenceLevel}dB:d={ShortestSilence}[a]");
}
