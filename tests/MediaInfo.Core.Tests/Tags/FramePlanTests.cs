using MediaInfo.Core.Jobs.Orders;
using MediaInfo.Core.Media;
using MediaInfo.Core.Tags;

namespace MediaInfo.Core.Tests.Tags;

public sealed class FramePlanTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    [Fact]
    public void There_is_a_frame_for_each_interval()
    {
        var order = FramePlan.Of(Film(10.5m), Second * 2, most: 100);

        Assert.Equal(
            new FrameOrder(FrameOrderKind.Snapshots) { KeyFrames = false, Interval = Second * 2, Count = 6 }, order);
    }

    [Fact]
    public void Too_many_frames_are_spread_evenly()
    {
        var order = FramePlan.Of(Film(7_200), Second, most: 100)!;

        Assert.Equal(100, order.Count);
        Assert.Equal(Second * 72, order.Interval);
    }

    [Fact]
    public void A_picture_is_one_frame()
    {
        var picture = Film(null) with { Container = new ContainerDescription { FormatName = "png_pipe" } };

        Assert.Equal(1, FramePlan.Of(picture, Second, most: 100)!.Count);
    }

    [Fact]
    public void Sound_with_a_cover_has_no_frames() => Assert.Null(FramePlan.Of(
        new MediaDescription
        {
            Container = new ContainerDescription(),
            VideoStreams = [new VideoStream { Index = 0, IsAttachedPicture = true }],
        },
        Second,
        most: 100));

    [Fact]
    public void A_video_of_unknown_length_gets_the_most_frames() =>
        Assert.Equal(100, FramePlan.Of(Film(null), Second, 100)!.Count);

    private static MediaDescription Film(decimal? duration) => new()
    {
        Container = new ContainerDescription { FormatName = "mov,mp4,m4a,3gp,3g2,mj2", Duration = duration },
        VideoStreams = [new VideoStream { Index = 0, Width = 320, Height = 240 }],
    };
}
