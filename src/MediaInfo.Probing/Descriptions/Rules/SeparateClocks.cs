using MediaInfo.Core.Media;
using MediaInfo.Core.Media.Rules;

namespace MediaInfo.Probing.Descriptions.Rules;

/// <summary>
/// Programs of a transport stream have clocks of their own, and ffprobe takes the distance between clocks for time: the file is
/// no longer than its longest stream.
/// </summary>
internal sealed class SeparateClocks : IMediaRule<RuleFacts>
{
    // Streams of one program do not start at the same time, but within seconds of each other.
    private const decimal MaxOffset = 10;

    /// <inheritdoc />
    public MediaDescription Apply(MediaDescription media, RuleFacts facts)
    {
        var longest = media.Streams.Where(stream => stream is VideoStream or AudioStream).Max(stream => stream.Duration);
        return media.Container.FormatName is "mpegts" && media.Programs.Count > 1 && longest is { } duration
            && media.Container.Duration > duration + MaxOffset
                ? media with { Container = PlayTime.WithDuration(media.Container, duration) }
                : media;
    }
}
