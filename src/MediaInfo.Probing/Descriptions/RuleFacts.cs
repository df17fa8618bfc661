using MediaInfo.Core.Media;
using MediaInfo.Probing.Headers;
using MediaInfo.Probing.Output;

namespace MediaInfo.Probing.Descriptions;

/// <summary>What the rules of a header pass know beyond the description.</summary>
/// <param name="Report">ffprobe's report.</param>
/// <param name="IsEstimate">Whether ffprobe warned that it estimated the duration; see <see cref="FfprobeWarnings"/>.</param>
/// <param name="Playlist">Facts about the segments of an HLS or DASH presentation; null if unknown.</param>
/// <param name="Headers">What the file's own headers say.</param>
public sealed record RuleFacts(FfprobeReport Report, bool IsEstimate, PlaylistFacts? Playlist, HeaderFacts Headers)
{
    /// <summary>The codec that was hidden from ffprobe; null if none was.</summary>
    public HiddenCodec? Hidden { get; init; }

    /// <summary>The MP4 track of a stream; null if there is none.</summary>
    public IsoTrack? TrackOf(MediaStream stream) =>
        Headers.Movie is { } movie && stream.Index < movie.Tracks.Count ? movie.Tracks[stream.Index] : null;
}
