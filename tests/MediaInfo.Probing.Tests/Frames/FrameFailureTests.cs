using MediaInfo.Core.Jobs;
using MediaInfo.Core.Jobs.Orders;
using MediaInfo.Core.Objects;
using MediaInfo.Probing.Tests.Support;
using MediaInfo.TestSupport;

namespace MediaInfo.Probing.Tests.Frames;

/// <summary>Objects that show nothing, or not all, and limits that are reached.</summary>
[Trait("Platform", "Linux")]
public sealed class FrameFailureTests(FrameRig rig) : IClassFixture<FrameRig>
{
    private const string Clip = "sample.mp4";

    private static readonly FrameOrder One = new(FrameOrderKind.Snapshots);
    private static readonly FrameOrder Four = One with { KeyFrames = false, Count = 4 };

    [Theory]
    [InlineData("sound.mp3", FailureReason.NoPicture, "The object has neither video nor a cover")]
    [InlineData("rules/undecoded.exr", FailureReason.NoPicture, null)]
    [InlineData("rules/scrambled.ts", FailureReason.Encrypted, null)]
    [InlineData("rules/locked.webm", FailureReason.Encrypted, null)]
    public async Task An_object_without_a_picture_is_refused(string clip, FailureReason reason, string? detail)
    {
        var read = await rig.ReadAsync(FfprobeRig.Clips(), clip, One);

        Assert.Empty(read.Pictures);
        Assert.Equal(reason, read.Outcome.Failure?.Reason);
        Assert.Equal(detail ?? read.Outcome.Failure?.Detail, read.Outcome.Failure?.Detail);
    }

    [Fact]
    public async Task Two_snapshots_of_one_frame_are_one()
    {
        var clip = await rig.MakeAsync("-f lavfi -i testsrc2=s=64x64:r=25:d=1 -frames:v 1 -c:v libx264 -pix_fmt yuv420p", "mp4");

        Assert.Equal([0], (await ReadAsync(clip, One with { Interval = TimeSpan.FromSeconds(1), Count = 2 })).Times);
        Assert.Equal([0], (await ReadAsync(clip, Four with { Count = 2 })).Times);
    }

    // Nobody knows how long a raw stream is.
    [Fact]
    public async Task Without_a_duration_frames_are_taken_until_the_end()
    {
        var clip = await rig.MakeAsync("-f lavfi -i testsrc2=s=64x64:r=25:d=4 -c:v mpeg4 -q:v 5 -f m4v", "m4v");
        var store = Store(clip);
        var media = await rig.DescribeAsync(store, "a");
        media = media with
        {
            Container = media.Container with { Duration = null },
            VideoStreams = [.. media.VideoStreams.Select(stream => stream with { Duration = null })],
        };

        var read = await rig.ReadAsync(store, "a", media, One with { Interval = TimeSpan.FromSeconds(1), KeyFrames = false });

        Assert.Null(read.Outcome.Failure);
        Assert.InRange(read.Pictures.Count, 1, 5);
    }

    // The index says more than is there.
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_cut_file_gives_the_frames_that_it_has(bool keyFrames)
    {
        var whole = await rig.MakeAsync(
            "-f lavfi -i testsrc2=s=160x90:r=25:d=8 -c:v libx264 -g 25 -pix_fmt yuv420p -movflags +faststart", "mp4");

        var read = await ReadAsync(whole[..(whole.Length / 2)], One with { KeyFrames = keyFrames, Count = 8 });

        Assert.Null(read.Outcome.Failure);
        Assert.InRange(read.Pictures.Count, 3, 6);
        Assert.All(read.Times, time => Assert.InRange(time, 0, 6));
    }

    [Fact]
    public async Task Noise_in_the_middle_costs_no_more_than_its_frames()
    {
        var clip = await rig.MakeAsync(
            "-f lavfi -i testsrc2=s=160x90:r=25:d=8 -c:v libx264 -g 25 -pix_fmt yuv420p -movflags +faststart", "mp4");
        new Random(1).NextBytes(clip.AsSpan(clip.Length / 2, clip.Length / 6));

        var read = await ReadAsync(clip, One with { Count = 8 });

        Assert.Null(read.Outcome.Failure);
        Assert.InRange(read.Pictures.Count, 5, 8);
    }

    [Fact]
    public async Task An_object_that_is_gone_is_not_found()
    {
        var media = await rig.DescribeAsync(FfprobeRig.Clips(), Clip);

        var read = await rig.ReadAsync(new ProxyStore(), Clip, media, One);

        Assert.Equal(FailureReason.ObjectNotFound, read.Outcome.Failure?.Reason);
    }

    [Fact]
    public async Task More_bytes_than_the_limit_are_not_read()
    {
        var store = FfprobeRig.Clips();
        store.Put(new ObjectRef(FrameRig.Bucket, "long.ts"), [.. Enumerable.Repeat(File.ReadAllBytes(
            RepositoryRoot.Combine("tests", "media", "service.ts")), 60).SelectMany(bytes => bytes)]);

        var read = await rig.ReadAsync(store, "long.ts", Four with { Count = 50 }, new FrameOptions { MaxBytes = 1 << 20 });

        Assert.Equal(FailureReason.BudgetExceeded, read.Outcome.Failure?.Reason);
        Assert.InRange(read.Outcome.Usage.Bytes, 1 << 20, 8 << 20);
    }

    [Fact]
    public async Task More_requests_than_the_limit_are_not_sent()
    {
        var read = await rig.ReadAsync(FfprobeRig.Clips(), "hls/index.m3u8", Four, new FrameOptions { MaxRequests = 2 });

        Assert.Equal(FailureReason.BudgetExceeded, read.Outcome.Failure?.Reason);
    }

    [Fact]
    public async Task A_run_that_takes_too_long_ends_the_order()
    {
        var store = FfprobeRig.Clips();
        var media = await rig.DescribeAsync(store, Clip);
        store.Before = (_, token) => Task.Delay(TimeSpan.FromMinutes(1), token);

        var read = await rig.ReadAsync(store, Clip, media, One, new FrameOptions { TimeLimit = TimeSpan.FromSeconds(1) });

        Assert.Equal(FailureReason.TimedOut, read.Outcome.Failure?.Reason);
    }

    [Fact]
    public async Task Cancelling_ends_ffmpeg()
    {
        var store = FfprobeRig.Clips();
        var media = await rig.DescribeAsync(store, Clip);
        using var cancel = new CancellationTokenSource();
        store.Before = async (_, token) =>
        {
            await cancel.CancelAsync();
            await Task.Delay(Timeout.Infinite, token);
        };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => rig.ReadAsync(store, Clip, media, Four, cancellationToken: cancel.Token));
    }

    [Fact]
    public async Task A_storage_fault_is_thrown()
    {
        var store = FfprobeRig.Clips();
        var media = await rig.DescribeAsync(store, Clip);
        store.Before = (_, _) => throw new IOException("the disk is gone");

        await Assert.ThrowsAsync<IOException>(() => rig.ReadAsync(store, Clip, media, One));
    }

    [Fact]
    public async Task Without_ffmpeg_there_is_a_clear_failure()
    {
        await using var without = FrameRig.Of("/nonexistent/ffmpeg");
        await without.InitializeAsync();

        var read = await without.ReadAsync(FfprobeRig.Clips(), Clip, One);

        Assert.Equal("EngineMissing: ffmpeg is not available", read.Outcome.Failure?.ToString());
    }

    // A stream whose codec nobody opens, beside one that plays.
    [Fact]
    public async Task A_stream_that_cannot_be_opened_does_not_hide_the_others()
    {
        var read = await rig.ReadAsync(FfprobeRig.Clips(), "rules/unreadable.mp4", One);

        Assert.Equal((64, 36), (read.Only.Width, read.Only.Height));
    }

    [Fact]
    public async Task A_key_with_signs_of_all_kinds_is_read()
    {
        var store = new ProxyStore();
        var clip = await File.ReadAllBytesAsync(RepositoryRoot.Combine("tests", "media", Clip));
        const string key = "a \"b' -i c;%d|$(x)\\/ü.mp4";
        store.Put(new ObjectRef(FrameRig.Bucket, key), clip);

        Assert.Equal(320, (await rig.ReadAsync(store, key, One)).Only.Width);
    }

    private static ProxyStore Store(byte[] clip)
    {
        var store = new ProxyStore();
        store.Put(new ObjectRef(FrameRig.Bucket, "a"), clip);
        return store;
    }

    private Task<ReadFrames> ReadAsync(byte[] clip, FrameOrder order) => rig.ReadAsync(Store(clip), "a", order);
}
