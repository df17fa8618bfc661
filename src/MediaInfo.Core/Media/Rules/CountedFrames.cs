namespace MediaInfo.Core.Media.Rules;

/// <summary>
/// The frame count is that of the packets where the container states none, or fewer. A partly fragmented MP4 states only the
/// frames before its first fragment: ffprobe prints 4 frames for a file of hundreds.
/// </summary>
/// <remarks>A container that states more is right: an edit list hides packets at the start, and a cut file still lost its rest.</remarks>
internal sealed class CountedFrames : IMediaRule<PacketCounts>
{
    /// <inheritdoc />
    public MediaDescription Apply(MediaDescription media, PacketCounts facts) => media.WithStreams(
        stream => stream is VideoStream or AudioStream
            && facts.CountOf(stream.Index) is { } counted && (stream.FrameCount is not { } stated || stated < counted)
                ? stream with { FrameCount = counted }
                : stream);
}
