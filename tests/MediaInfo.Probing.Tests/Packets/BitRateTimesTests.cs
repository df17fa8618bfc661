using MediaInfo.Core.Media;
using MediaInfo.Probing.Packets;

namespace MediaInfo.Probing.Tests.Packets;

public sealed class BitRateTimesTests
{
    private const string Plain = "matroska,webm";
    private const string Transport = "mpegts";
    private const long Hour = 3_600_000;

    [Fact]
    public void A_stream_without_times_has_no_profile()
    {
        var file = new PacketTimes(Plain, "video", "audio").Run(1, 0, 50);
        for (var i = 0; i < 50; i++)
        {
            file.Add(0, null);
        }

        Assert.Equal([1], file.Profile.Streams.Select(stream => stream.Index));
    }

    [Fact]
    public void Streams_without_times_take_no_place_of_those_with_times()
    {
        var file = new PacketTimes(Plain, [.. Enumerable.Repeat("video", 40)]);
        for (var stream = 0; stream < 40; stream++)
        {
            file.Add(stream, stream < 20 ? null : 0);
        }

        Assert.Equal(Enumerable.Range(20, 20), file.Profile.Streams.Select(stream => stream.Index));
    }

    [Fact]
    public void Key_frames_without_a_time_count()
    {
        var stream = new PacketTimes(Plain, "video").Add(0, null).Run(0, 0, 2).Add(0, null).Profile.Streams.Single();

        Assert.Equal(4, stream.KeyFrameCount);
        Assert.Equal([0, 0.04m], stream.KeyFrames);
        Assert.Equal([40], stream.Bytes);
    }

    [Fact]
    public void The_file_ends_when_its_last_picture_does_though_it_was_decoded_earlier()
    {
        var file = new PacketTimes(Plain, "video")
            .Add(new PacketLine(0, Pts: 0, Dts: -80, 40, 10, IsKey: true))
            .Add(new PacketLine(0, Pts: 80, Dts: -40, 40, 10, IsKey: false))
            .Add(new PacketLine(0, Pts: 40, Dts: 0, 40, 10, IsKey: false));

        Assert.Equal(0.12m, file.Profile.Duration);
    }

    [Theory]
    [InlineData(Plain, 26 * Hour)]
    [InlineData(Plain, -26 * Hour)]
    [InlineData(Plain, 20 * 1000)]
    [InlineData(Plain, long.MaxValue)]
    [InlineData(Plain, long.MinValue)]
    [InlineData(Transport, 26 * Hour)]
    [InlineData(Transport, -26 * Hour)]
    public void One_wild_time_does_not_change_the_place_of_others(string format, long wild)
    {
        var file = new PacketTimes(format, "video", "audio").Run(0, 0, 25).Run(1, 0, 25).Add(0, wild)
            .Run(0, 1040, 25).Run(1, 1000, 25).Profile;

        Assert.Equal((0.25m, 2.04m), (file.Interval, file.Duration));
        Assert.Equal(51, file.Streams[0].KeyFrameCount);
        Assert.Equal(50, file.Streams[0].KeyFrames.Count);
        Assert.Equal(510, file.Streams[0].Bytes.Sum());
        Assert.InRange(file.Streams[0].Bytes.Max(), 60, 80);
    }

    [Theory]
    [InlineData(26 * Hour)]
    [InlineData(-26 * Hour)]
    public void A_wild_time_at_the_end_or_at_the_start_is_not_believed(long wild)
    {
        var end = new PacketTimes(Plain, "video").Run(0, 0, 25).Add(0, wild).Profile;
        var start = new PacketTimes(Plain, "video", "audio").Add(0, wild).Run(0, 40, 24).Run(1, 0, 25).Profile;

        Assert.Equal((0.25m, 1m), (end.Interval, end.Duration));
        Assert.Equal((0.25m, 1m), (start.Interval, start.Duration));
        Assert.Equal((260, 250), (end.Streams[0].Bytes.Sum(), start.Streams[0].Bytes.Sum()));
    }

    [Theory]
    [InlineData(20_000_000)]
    [InlineData(100)]
    [InlineData(-20_000_000)]
    public void Where_the_clock_of_a_transport_stream_jumps_the_profile_goes_on(long jump)
    {
        var file = new PacketTimes(Transport, "video", "audio", "subtitle").Add(2, 0)
            .Run(0, 0, 100).Run(1, 0, 100).Run(0, jump, 100).Run(1, jump, 100).Add(2, jump + 3000).Profile;

        Assert.Equal((0.25m, 8m), (file.Interval, file.Duration));
        Assert.All(file.Streams.Take(2), stream => Assert.InRange(stream.Bytes.Max(), 60, 80));
        Assert.All(file.Streams.Take(2), stream => Assert.Equal(32, stream.Bytes.Count));
        Assert.Equal(29, file.Streams[2].Bytes.Count);
    }

    [Fact]
    public void A_gap_in_a_file_whose_clock_does_not_jump_is_a_gap()
    {
        var file = new PacketTimes(Plain, "subtitle").Add(0, 0).Add(0, 60_000).Add(0, 200_000).Add(0, 201_000).Profile;

        Assert.Equal(201.04m, file.Duration);
        Assert.Equal(
            [0, 60 * 4, 200 * 4, 201 * 4],
            Expanded(file).Select(place => place - (place % (int)(file.Interval / 0.25m))).Order());
        static IEnumerable<int> Expanded(BitRateProfile profile) => profile.Streams[0].Bytes
            .Select((bytes, point) => (bytes, point)).Where(place => place.bytes > 0)
            .Select(place => place.point * (int)(profile.Interval / 0.25m));
    }

    [Fact]
    public void A_sparse_stream_is_in_step_with_the_file()
    {
        var file = new PacketTimes(Plain, "video", "subtitle").Add(1, 0).Run(0, 0, 1500).Add(1, 59_000).Profile;

        Assert.Equal(60m, file.Duration);
        Assert.Equal(10, file.Streams[1].Bytes[59 * 4]);
    }

    [Fact]
    public void Streams_may_lie_one_behind_another_in_the_file()
    {
        var file = new PacketTimes(Plain, "video", "audio").Run(0, 0, 1500).Run(1, 0, 1500).Profile;

        Assert.Equal((0.25m, 60m), (file.Interval, file.Duration));
        Assert.Equal(file.Streams[0].Bytes, file.Streams[1].Bytes);
    }

    [Fact]
    public void A_stream_may_begin_later_than_the_file()
    {
        var file = new PacketTimes(Plain, "video", "audio").Run(0, 0, 1500).Run(1, 59_000, 25).Profile;

        Assert.Equal(0, file.Streams[1].Bytes.Take(59 * 4).Sum());
        Assert.Equal(250, file.Streams[1].Bytes.Sum());
    }

    [Fact]
    public void A_day_has_a_profile_of_few_points()
    {
        var file = new PacketTimes(Plain, "video");
        for (var second = 0; second < 86_400; second++)
        {
            file.Add(0, second * 1000L, duration: 1000);
        }

        Assert.Equal((256m, 86_400m), (file.Profile.Interval, file.Profile.Duration));
        Assert.Equal(864_000, file.Profile.Streams[0].Bytes.Sum());
    }

    [Fact]
    public void A_wild_duration_does_not_lengthen_the_file()
    {
        var file = new PacketTimes(Plain, "video").Run(0, 0, 25).Add(0, 1000, duration: long.MaxValue).Profile;

        Assert.InRange(file.Duration, 1m, 1.04m);
    }
}
