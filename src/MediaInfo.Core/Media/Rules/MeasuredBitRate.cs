namespace MediaInfo.Core.Media.Rules;

/// <summary>
/// A stream's bit rate is that of its packets where ffprobe states none, or one that is more than a twentieth off: ffprobe prints
/// the rate of the first frame for a VBR MP3, the encoder's target for Vorbis, and that of the indexed part of a fragmented MP4.
/// </summary>
internal sealed class MeasuredBitRate : IMediaRule<PacketCounts>
{
    private const decimal BitsPerByte = 8;
    private const decimal Tolerance = 0.05m;

    /// <inheritdoc />
    public MediaDescription Apply(MediaDescription media, PacketCounts facts) => media.WithStreams(
        stream => RateOf(stream, facts.Find(stream.Index), media) is { } rate && !IsClose(stream.BitRate, rate)
            ? stream is VideoStream video ? video with { BitRate = rate, DerivedBitRate = null } : stream with { BitRate = rate }
            : stream);

    private static long? RateOf(MediaStream stream, StreamPackets? packets, MediaDescription media) =>
        stream is VideoStream { IsAttachedPicture: false } or AudioStream
        && !media.Container.IsImage
        && packets is { Bytes: > 0 and var bytes } && PlayTime.Of(packets, media) is { } duration
        && bytes * BitsPerByte / duration is >= 1 and < long.MaxValue and var rate
            ? (long)rate
            : null;

    private static bool IsClose(long? stated, long measured) =>
        stated is { } rate && Math.Abs(rate - measured) <= measured * Tolerance;
}
