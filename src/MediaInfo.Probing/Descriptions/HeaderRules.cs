using MediaInfo.Core.Media.Rules;
using MediaInfo.Probing.Descriptions.Rules;

namespace MediaInfo.Probing.Descriptions;

/// <summary>The rules that a header pass needs. docs/rules.md lists them.</summary>
public static class HeaderRules
{
    /// <summary>
    /// The rules in the order in which they apply: names, then what streams are, then durations, and rates last, because they
    /// follow from durations.
    /// </summary>
    public static RuleBook<RuleFacts> All { get; } = new(
        new RefusedPicture(),
        new MotionPicture(),
        new RefusedAdif(),
        new OldHlsName(),
        new OldWebPName(),
        new CodecNameOfTag(),
        new EncryptedTracks(),
        new EncryptedStreams(),
        new SampleEncryption(),
        new UnreadableStream(),
        new TiledPicture(),
        new ShownPicture(),
        new StillPicture(),
        new EstimatedDuration(),
        new ChainedOgg(),
        new JumpingClock(),
        new MatroskaStatistics(),
        new PartlyIndexed(),
        new ImplausibleSize(),
        new PlausibleFrameRate(),
        new SegmentBitRate(),
        new NominalBitRate(),
        new RestOfBitRate());
}
