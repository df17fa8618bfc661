using MediaInfo.Core.Media;
using MediaInfo.Core.Media.Rules;

namespace MediaInfo.Probing.Descriptions.Rules;

/// <summary>
/// Where the clock of a transport stream jumps, ffprobe takes the jump for time: two joined clips of 4 s, the second from
/// 20000 s on, become 20003 s at 106 bit/s. The duration is what the clock references count without jumps, and is marked as
/// an estimate.
/// </summary>
internal sealed class JumpingClock : IMediaRule<RuleFacts>
{
    /// <inheritdoc />
    public MediaDescription Apply(MediaDescription media, RuleFacts facts) => facts.Headers.Transport is { HasJumps: true } clock
        ? PlayTime.WithDuration(media, clock.Duration) with { DurationInaccurate = true }
        : media;
}
