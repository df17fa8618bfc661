namespace MediaInfo.Core.Media.Rules;

/// <summary>
/// The average frame rate is that of the packets where ffprobe has none, or one that is more than a fiftieth off: ffprobe averages
/// over the first second or so, which for variable rates says nothing of the rest.
/// </summary>
internal sealed class MeasuredFrameRate : IMediaRule<PacketCounts>
{
    // A handful of packets is no evidence against ffprobe.
    private const int MinPackets = 25;
    private const double Tolerance = 0.02;
    private const double SameRate = 0.001;

    /// <inheritdoc />
    public MediaDescription Apply(MediaDescription media, PacketCounts facts) => media.Container.IsImage ? media : media.WithStreams(
        stream => stream is VideoStream { IsAttachedPicture: false } video
            && facts.Find(video.Index) is { Count: >= MinPackets, Rate: { IsPositive: true } rate }
            && !IsWithin(Tolerance, video.AverageFrameRate, rate)
                ? video with { AverageFrameRate = IsWithin(SameRate, video.FrameRate, rate) ? video.FrameRate : rate }
                : stream);

    private static bool IsWithin(double tolerance, Rational? stated, Rational measured) =>
        stated is { IsPositive: true } known && Math.Abs((known.Value / measured.Value) - 1) <= tolerance;
}
