using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using MediaInfo.Core.Media;
using MediaInfo.Probing.Output;
using MediaInfo.Probing.Packets;
using MediaInfo.Probing.Tests.Support;
using MediaInfo.TestSupport;

namespace MediaInfo.Probing.Tests.Packets;

[Trait("Platform", "Linux")]
public sealed class BitRateProfileTests(FfprobeRig ffprobe) : IClassFixture<FfprobeRig>
{
    // Each with the packets that ffprobe itself lists, summed by another program's rules: decimals in place of ticks.
    [Theory]
    [InlineData("sample.mp4")]
    [InlineData("rotated.mp4")]
    [InlineData("subtitles.mkv")]
    [InlineData("sound.mp3")]
    public async Task Every_interval_has_the_bytes_of_its_packets(string clip)
    {
        var (counts, _) = await ffprobe.CountAsync(FfprobeRig.Clips(), clip);
        var profile = counts!.BitRates!;
        using var listed = await ListAsync(RepositoryRoot.Combine("tests", "media", clip));
        var streams = listed.RootElement.GetProperty("streams").EnumerateArray().ToList();
        var start = streams.Select(stream => TimeOf(stream, "start_time")).OfType<decimal>().DefaultIfEmpty().Min();
        var packets = listed.RootElement.GetProperty("packets").EnumerateArray()
            .GroupBy(packet => packet.GetProperty("stream_index").GetInt32())
            .ToDictionary(group => group.Key, group => group.ToList());

        Assert.Equal(packets.Keys.Order(), profile.Streams.Select(stream => stream.Index));
        foreach (var stream in profile.Streams)
        {
            var last = 0m;
            var sums = new Dictionary<int, long>();
            foreach (var packet in packets[stream.Index])
            {
                last = TimeOf(packet, "dts_time") ?? TimeOf(packet, "pts_time") ?? last + start;
                last = Math.Max(last - start, 0);
                var point = (int)(last / profile.Interval);
                sums[point] = sums.GetValueOrDefault(point)
                    + long.Parse(packet.GetProperty("size").GetString()!, CultureInfo.InvariantCulture);
            }

            Assert.Equal(sums.Values.Sum(), stream.Bytes.Sum());
            Assert.Equal(
                Enumerable.Range(0, sums.Keys.Max() + 1).Select(point => sums.GetValueOrDefault(point)), stream.Bytes);
            if (stream.Type is "video")
            {
                var keys = packets[stream.Index].Where(
                    packet => packet.GetProperty("flags").GetString()!.StartsWith('K')).ToList();
                Assert.Equal(
                    keys.Select(packet => Math.Round(Math.Max((TimeOf(packet, "pts_time") ?? 0) - start, 0), 3)),
                    stream.KeyFrames);
            }
        }
    }

    [Theory]
    [InlineData("service.ts")]
    [InlineData("rules/jump.ts")]
    [InlineData("hls/segment1.ts")]
    public async Task The_intervals_have_all_bytes_that_were_counted(string clip)
    {
        var (counts, _) = await ffprobe.CountAsync(FfprobeRig.Clips(), clip);

        Assert.NotEmpty(counts!.BitRates!.Streams);
        Assert.All(
            counts.BitRates.Streams, stream => Assert.Equal(counts.Find(stream.Index)!.Bytes, stream.Bytes.Sum()));
    }

    [Fact]
    public void A_long_stream_doubles_the_interval_and_loses_no_byte()
    {
        const int Hours = 3;
        var tally = new BitRateTally(Headers(streams: 2));
        for (var second = 0; second < Hours * 3600; second++)
        {
            tally.Add(new PacketLine(0, second * 1000, second * 1000, 1000, second, IsKey: true));
        }

        tally.Add(new PacketLine(1, 0, 0, 500, 7, IsKey: true));
        var profile = tally.Total();

        Assert.Equal((32m, Hours * 3600m), (profile.Interval, profile.Duration));
        Assert.Equal(Enumerable.Range(0, 32).Sum(), profile.Streams[0].Bytes[0]);
        Assert.Equal((Hours * 3600 / 32) + 1, profile.Streams[0].Bytes.Count);
        Assert.Equal(Enumerable.Range(0, Hours * 3600).Sum(second => (long)second), profile.Streams[0].Bytes.Sum());
        Assert.Equal([7], profile.Streams[1].Bytes);
        Assert.Equal(Hours * 3600, profile.Streams[0].KeyFrameCount);
        Assert.InRange(profile.Streams[0].KeyFrames.Count, BitRateProfile.MaxKeyFrames / 2, BitRateProfile.MaxKeyFrames);
        Assert.Equal([0, 8, 16], profile.Streams[0].KeyFrames.Take(3));
    }

    [Theory]
    [InlineData(long.MaxValue, 1)]
    [InlineData(long.MinValue, 1)]
    [InlineData(long.MaxValue / 2, long.MaxValue)]
    public void A_time_beyond_all_measure_costs_no_memory(long ticks, long duration)
    {
        var tally = new BitRateTally(Headers(streams: 1));
        tally.Add(new PacketLine(0, 0, 0, 1, 10, IsKey: true));
        tally.Add(new PacketLine(0, ticks, ticks, duration, 20, IsKey: true));
        tally.Add(new PacketLine(0, null, null, null, 30, IsKey: false));

        var profile = tally.Total();

        Assert.InRange(profile.Streams[0].Bytes.Count, 1, BitRateProfile.MaxPoints);
        Assert.Equal(60, profile.Streams[0].Bytes.Sum());
    }

    [Fact]
    public void Of_many_streams_the_first_have_a_profile()
    {
        var tally = new BitRateTally(Headers(streams: 100));
        for (var stream = 0; stream < 100; stream++)
        {
            tally.Add(new PacketLine(stream, 0, 0, 1, 10, IsKey: true));
        }

        Assert.Equal(BitRateProfile.MaxStreams, tally.Total().Streams.Count);
    }

    private static FfprobeReport Headers(int streams) => FfprobeReport.Parse(JsonSerializer.SerializeToUtf8Bytes(new
    {
        streams = Enumerable.Range(0, streams).Select(
            index => new { index, codec_type = "video", time_base = "1/1000", start_time = "0.000000" }),
    }))!;

    private static decimal? TimeOf(JsonElement owner, string name) =>
        owner.TryGetProperty(name, out var text)
        && decimal.TryParse(text.GetString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var time)
            ? time
            : null;

    private async Task<JsonDocument> ListAsync(string path)
    {
        using var process = Process.Start(new ProcessStartInfo(
            await ffprobe.PathAsync(), ["-v", "error", "-of", "json", "-show_packets", "-show_streams", path])
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
        })!;
        var document = await JsonDocument.ParseAsync(process.StandardOutput.BaseStream);
        await process.WaitForExitAsync();
        return document;
    }
}
