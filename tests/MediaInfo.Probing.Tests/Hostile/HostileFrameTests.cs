using MediaInfo.Core.Jobs;
using MediaInfo.Core.Jobs.Orders;
using MediaInfo.Core.Media;
using MediaInfo.Probing.Tests.Frames;
using MediaInfo.Probing.Tests.Support;
using MediaInfo.TestSupport;

namespace MediaInfo.Probing.Tests.Hostile;

/// <summary>
/// Every hostile sample through the real ffmpeg and the real proxy, whether or not ffprobe would have described it. No sample
/// reads what it must not or exceeds its limits, and the next order is carried out.
/// </summary>
[Trait("Platform", "Linux")]
[Collection(nameof(HostileTests))]
public sealed class HostileFrameTests(FrameRig rig) : IClassFixture<FrameRig>
{
    // Bytes in flight when a limit is reached.
    private const long Slack = 8L << 20;

    private static readonly FrameOptions Limits = new()
    {
        TimeLimit = TimeSpan.FromSeconds(3),
        MaxRequests = 500,
        MaxBytes = 32 << 20,
        MaxMemoryBytes = 1L << 30,
        MaxPixels = 1 << 24,
        MaxPictureBytes = 8 << 20,
    };

    private static readonly FrameOrder One = new(FrameOrderKind.Snapshots);

    public static TheoryData<string> Names() => [.. HostileWorld.Shared.Samples.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_hostile_sample_does_no_harm(string name)
    {
        var sample = HostileWorld.Shared.Samples[name];
        var store = new HostileStore(sample, FrameRig.Bucket);

        // As a picture, of which ffmpeg takes the first frame that decodes; a video is looked for in up to eight ways.
        var media = new MediaDescription
        {
            Container = new ContainerDescription { FormatName = "image2" },
            VideoStreams = [new VideoStream { Index = 0 }],
        };
        var read = await rig.ReadAsync(store, sample.Key, media, One, Limits);

        Assert.True(
            read.Outcome.Failure?.Reason is null or FailureReason.NoPicture or FailureReason.BudgetExceeded
                or FailureReason.TimedOut or FailureReason.OutputTooLarge or FailureReason.ProberCrashed
                or FailureReason.ObjectEmpty or FailureReason.ObjectNotFound,
            $"{read.Outcome.Failure}");
        Assert.Equal(read.Outcome.Failure is null ? 1 : 0, read.Pictures.Count);
        Assert.InRange(read.Outcome.Usage.Bytes, 0, Limits.MaxBytes + Slack);
        Assert.InRange(store.Accesses.Count, 0, Limits.MaxRequests);
        Assert.DoesNotContain(
            store.Accesses, access => !string.Equals(access.Bucket, FrameRig.Bucket, StringComparison.Ordinal));
        Assert.False(HostileWorld.Shared.WasCalled(), "A server of this machine was called");
        Assert.DoesNotContain("objects.invalid", read.Outcome.Failure?.Detail ?? "", StringComparison.Ordinal);
        Assert.Empty(ProcessTable.WithCommandLine($"{FrameRig.Bucket}.objects.invalid/hostile/"));
    }

    [Fact]
    public async Task After_them_a_good_clip_gives_its_frames()
    {
        var read = await rig.ReadAsync(FfprobeRig.Clips(), "sample.mp4", One with { KeyFrames = false, Count = 4 });

        Assert.Equal(4, read.Pictures.Count);
    }
}
