namespace MediaInfo.Core.Media.Rules;

/// <summary>
/// A fragmented MP4 without an index makes ffprobe visit every fragment: 3,000 fragments of two seconds are 3,000 requests.
/// Where that is too much, ffprobe saw the first fragments and the last. The last one states its time (tfdt; ISO/IEC 14496-12,
/// 8.8.12), so the duration is exact. Without that, what was read is taken for a sample: as many bytes a second in the whole
/// file.
/// </summary>
internal sealed class PartlyReadFragments : IMediaRule<FragmentFacts>
{
    /// <inheritdoc />
    public MediaDescription Apply(MediaDescription media, FragmentFacts facts)
    {
        var marked = media.WithStreams(stream => stream.FrameCount is null ? stream : stream with { FrameCount = null }) with
        {
            Container = media.Container with { PartlyRead = true },
        };
        return facts.HasEnd || facts.ReadBytes <= 0 ? marked : Extrapolated(marked, (decimal)facts.AllBytes / facts.ReadBytes);
    }

    private static MediaDescription Extrapolated(MediaDescription media, decimal factor) =>
        media.WithStreams(
            stream => stream.Duration is { } duration ? stream with { Duration = Scaled(duration, factor) } : stream) with
        {
            Container = media.Container.Duration is { } whole
                ? PlayTime.WithDuration(media.Container, Scaled(whole, factor))
                : media.Container,
            DurationInaccurate = true,
        };

    private static decimal Scaled(decimal seconds, decimal factor) =>
        seconds < decimal.MaxValue / factor ? Math.Round(seconds * factor, 6) : seconds;
}
