using MediaInfo.Core.Jobs.Orders;
using MediaInfo.Probing.Tests.Support;

namespace MediaInfo.Probing.Tests.Frames;

/// <summary>Other versions of ffmpeg take the same frames, and their pictures look alike.</summary>
[Trait("Platform", "Linux")]
public sealed class OtherFfmpegTests
{
    // Of 64 bits. Decoders and scalers round in different ways.
    private const int MaxDistance = 4;

    private static readonly FrameOrder Snapshots = new(FrameOrderKind.Snapshots) { Count = 3, Format = PictureFormat.Png };

    public static TheoryData<string, string, bool> Clips
    {
        get
        {
            var all = new TheoryData<string, string, bool>();
            string[] clips =
            [
                "sample.mp4", "service.ts", "subtitles.mkv", "rotated.mp4", "hls/index.m3u8", "cover.mp3", "rules/turned.jpg",
                "rules/turned.webp", "rules/fragmented.mp4", "rules/variable.mp4", "rules/clear.wmv",
            ];
            foreach (var release in OtherTools.Releases)
            {
                foreach (var clip in clips)
                {
                    all.Add(release, clip, true);
                    all.Add(release, clip, false);
                }
            }

            return all;
        }
    }

    [OtherToolsTheory]
    [MemberData(nameof(Clips))]
    public async Task Pictures_are_those_of_the_same_frames_and_look_alike(string release, string clip, bool keyFrames)
    {
        await using var main = new FrameRig();
        await using var other = FrameRig.Of(OtherTools.Ffmpeg(release));
        await main.InitializeAsync();
        await other.InitializeAsync();
        var store = FfprobeRig.Clips();
        var media = await main.DescribeAsync(store, clip);
        var order = Snapshots with { KeyFrames = keyFrames };

        var ours = await main.ReadAsync(store, clip, media, order);
        var theirs = await other.ReadAsync(store, clip, media, order);

        Assert.Null(theirs.Outcome.Failure);
        Assert.Equal(
            ours.Pictures.Select(picture => (picture.Width, picture.Height)),
            theirs.Pictures.Select(picture => (picture.Width, picture.Height)));
        foreach (var (a, b) in ours.Pictures.Zip(theirs.Pictures))
        {
            // Where a presentation begins with sound, they count from the sound or from the picture.
            Assert.Equal(a.Times[0], b.Times[0], 0.03);
            Assert.InRange(
                PictureDistance.Between(await HashAsync(main, a.Content), await HashAsync(main, b.Content)), 0, MaxDistance);
        }
    }

    private static async Task<ulong> HashAsync(FrameRig rig, ReadOnlyMemory<byte> picture) =>
        PictureDistance.HashOf(await rig.GreyAsync(picture, PictureDistance.Width, PictureDistance.Height));
}
