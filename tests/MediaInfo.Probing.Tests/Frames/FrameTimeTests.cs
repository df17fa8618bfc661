using MediaInfo.Core.Jobs.Orders;
using MediaInfo.Probing.Tests.Support;

namespace MediaInfo.Probing.Tests.Frames;

/// <summary>Which frames an order takes.</summary>
[Trait("Platform", "Linux")]
public sealed class FrameTimeTests(FrameRig rig) : IClassFixture<FrameRig>
{
    private static readonly FrameOrder Exact = new(FrameOrderKind.Snapshots) { KeyFrames = false };

    // 25 frames a second and a key frame every two, 4 seconds.
    private const string Clip = "sample.mp4";

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1.98, 0)]
    [InlineData(2, 2)]
    [InlineData(3.9, 2)]
    public async Task A_key_frame_is_the_nearest_before_the_time(double time, double taken) =>
        Assert.Equal([taken], await TimesAsync(Clip, Exact with { KeyFrames = true, Start = TimeSpan.FromSeconds(time) }));

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1.5, 1.48)]
    [InlineData(2.52, 2.52)]
    [InlineData(3.99, 3.96)]
    public async Task An_exact_frame_is_the_one_on_screen(double time, double taken) =>
        Assert.Equal([taken], await TimesAsync(Clip, Exact with { Start = TimeSpan.FromSeconds(time) }));

    // A transport stream has no index: a seek ends behind the key frame.
    [Theory]
    [InlineData("service.ts", 1.5, 1.48, 1)]
    [InlineData("service.ts", 2.5, 2.48, 2)]
    [InlineData("subtitles.mkv", 1.5, 1.46, 0)]
    [InlineData("hls/index.m3u8", 3.5, 3.48, 2)]
    public async Task Every_container_is_searched_alike(string clip, double time, double exact, double key)
    {
        var order = Exact with { Start = TimeSpan.FromSeconds(time) };

        Assert.Equal([exact], await TimesAsync(clip, order), Near);
        Assert.Equal([key], await TimesAsync(clip, order with { KeyFrames = true }), Near);
    }

    [Fact]
    public async Task Frames_come_at_intervals_until_the_end()
    {
        var order = Exact with { Start = TimeSpan.FromSeconds(0.5), Interval = TimeSpan.FromSeconds(1) };

        Assert.Equal([0.48, 1.48, 2.48, 3.48], await TimesAsync(Clip, order), Near);
        Assert.Equal([0.48, 1.48], await TimesAsync(Clip, order with { Count = 2 }), Near);
        Assert.Equal([0.48, 1.48, 2.48, 3.48], await TimesAsync(Clip, order with { Count = 20 }), Near);
    }

    [Fact]
    public async Task A_count_is_spread_evenly()
    {
        Assert.Equal([0, 1, 2, 3], await TimesAsync(Clip, Exact with { Count = 4 }), Near);
        Assert.Equal([2, 3], await TimesAsync(Clip, Exact with { Count = 2, Start = TimeSpan.FromSeconds(2) }), Near);
    }

    [Fact]
    public async Task A_key_frame_that_is_nearest_to_several_times_is_taken_once() =>
        Assert.Equal([0, 2], await TimesAsync(Clip, Exact with { KeyFrames = true, Count = 8 }), Near);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Behind_the_end_the_last_frame_is_taken(bool keyFrames)
    {
        var read = await rig.ReadAsync(
            FfprobeRig.Clips(), Clip, Exact with { KeyFrames = keyFrames, Start = TimeSpan.FromSeconds(1000) });

        Assert.InRange(read.Only.Times[0], 2, 4);
    }

    [Fact]
    public async Task A_cover_is_one_frame()
    {
        var order = new FrameOrder(FrameOrderKind.Cover) { Count = 5, Start = TimeSpan.FromSeconds(2) };

        Assert.Equal([2], await TimesAsync(Clip, order));
    }

    [Fact]
    public async Task More_frames_than_the_limit_are_refused()
    {
        var order = Exact with { Interval = TimeSpan.FromMilliseconds(10) };

        var read = await rig.ReadAsync(FfprobeRig.Clips(), Clip, order, new FrameOptions { MaxFrames = 100 });

        Assert.Equal("BudgetExceeded: The order asks for more than 100 frames", read.Outcome.Failure?.ToString());
        Assert.Empty(read.Pictures);
    }

    [Fact]
    public async Task The_progress_is_told()
    {
        var read = await rig.ReadAsync(FfprobeRig.Clips(), Clip, Exact with { Count = 4 });

        Assert.Equal([0.25, 0.5, 0.75, 1, 1], read.Shares);
        Assert.Equal([1, 2, 3, 4], read.Pictures.Select(picture => picture.Number));
    }

    private static bool Near(double a, double b) => Math.Abs(a - b) < 0.05;

    private static bool Near(IReadOnlyList<double> a, IReadOnlyList<double> b) =>
        a.Count == b.Count && a.Zip(b).All(pair => Near(pair.First, pair.Second));

    private async Task<IReadOnlyList<double>> TimesAsync(string clip, FrameOrder order)
    {
        var read = await rig.ReadAsync(FfprobeRig.Clips(), clip, order);
        Assert.Null(read.Outcome.Failure);
        return read.Times;
    }
}
