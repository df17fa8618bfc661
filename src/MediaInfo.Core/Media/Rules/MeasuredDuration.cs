namespace MediaInfo.Core.Media.Rules;

/// <summary>
/// Replaces estimated durations by those of the packets. ffprobe takes the first frames' bit rate for that of all: a minute of
/// silence before nine minutes of noise, as ADTS, becomes 18097 s instead of 600 s. Where a transport stream's clock jumps,
/// ffprobe takes the jump for time: two clips of four seconds become 20003 s.
/// </summary>
internal sealed class MeasuredDuration : IMediaRule<PacketCounts>
{
    /// <inheritdoc />
    public MediaDescription Apply(MediaDescription media, PacketCounts facts)
    {
        var isEstimate = media.DurationInaccurate || facts.Streams.Any(stream => PlayTime.HasJumps(stream, media));
        if (!isEstimate || PlayTime.OfWhole(facts, media) is not { } whole)
        {
            return media;
        }

        var exact = media.WithStreams(
            stream => PlayTime.Of(facts.Find(stream.Index), media) is { } duration ? stream with { Duration = duration } : stream);
        return exact with { Container = PlayTime.WithDuration(exact.Container, whole), DurationInaccurate = false };
    }
}
