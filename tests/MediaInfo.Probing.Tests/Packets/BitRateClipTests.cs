using System.Diagnostics;
using MediaInfo.Core.Media;
using MediaInfo.Core.Objects;
using MediaInfo.Probing.Tests.Support;
using MediaInfo.TestSupport;

namespace MediaInfo.Probing.Tests.Packets;

[Trait("Platform", "Linux")]
public sealed class BitRateClipTests(FfprobeRig ffprobe, FfmpegRig ffmpeg)
    : IClassFixture<FfprobeRig>, IClassFixture<FfmpegRig>, IDisposable
{
    private const int Packet = 188;

    private readonly string _folder = Directory.CreateTempSubdirectory("bit-rates").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Raw_H264_has_no_times_and_so_no_profile()
    {
        var (counts, profile) = await MeasureAsync(await MakeAsync("raw.h264", "-an", "-bsf:v", "h264_mp4toannexb"));

        Assert.Equal(100, counts.CountOf(0));
        Assert.Empty(profile.Streams);
    }

    [Theory]
    [InlineData("pictures.mp4")]
    [InlineData("pictures.mkv")]
    [InlineData("pictures.ts")]
    public async Task Pictures_that_were_reordered_last_as_long_as_they_are_shown(string name)
    {
        var (_, profile) = await MeasureAsync(await MakeAsync(name, "-an"));

        Assert.Equal(4.0m, Math.Round(profile.Duration, 2));
    }

    [Fact]
    public async Task A_transport_stream_that_is_on_air_for_ten_hours_starts_at_zero()
    {
        var (_, profile) = await MeasureAsync(await MakeAsync("late.ts", "-output_ts_offset", "36000"));

        Assert.Equal(0.25m, profile.Interval);
        Assert.InRange(profile.Duration, 3.9m, 4.2m);
    }

    [Fact]
    public async Task A_transport_stream_whose_clock_wraps_goes_on()
    {
        var (_, profile) = await MeasureAsync(await MakeAsync("wraps.ts", "-output_ts_offset", "95441.7"));

        Assert.Equal(0.25m, profile.Interval);
        Assert.InRange(profile.Duration, 3.9m, 4.2m);
    }

    [Fact]
    public async Task A_clip_that_is_played_thrice_has_a_profile_of_thrice_its_length()
    {
        var once = await File.ReadAllBytesAsync(await MakeAsync("once.ts", "-c", "copy"));
        var thrice = Path.Combine(_folder, "thrice.ts");
        await File.WriteAllBytesAsync(thrice, [.. once, .. once, .. once]);

        var (_, profile) = await MeasureAsync(thrice);

        Assert.Equal(0.25m, profile.Interval);
        Assert.InRange(profile.Duration, 11.8m, 12.3m);
        Assert.All(profile.Streams, stream => Assert.InRange(stream.Bytes.Count, 47, 49));
    }

    [Fact]
    public async Task The_profile_of_a_clock_that_jumps_is_as_long_as_the_packets()
    {
        var (counts, profile) = await MeasureAsync(RepositoryRoot.Combine("tests", "media", "rules", "jump.ts"));

        Assert.Equal(0.25m, profile.Interval);
        Assert.InRange(profile.Duration - counts.Streams.Max(stream => stream.Played)!.Value, -0.5m, 0.5m);
    }

    [Fact]
    public async Task One_wild_time_of_a_transport_stream_costs_no_detail()
    {
        var path = await MakeAsync("wild.ts", "-c", "copy");
        var bytes = await File.ReadAllBytesAsync(path);
        Assert.True(MakeWild(bytes, picture: 50));
        await File.WriteAllBytesAsync(path, bytes);

        var (_, profile) = await MeasureAsync(path);

        Assert.Equal(0.25m, profile.Interval);
        Assert.InRange(profile.Duration, 3.9m, 4.2m);
    }

    // Flips the highest bits of a picture's times: half the range of the clock away.
    private static bool MakeWild(Span<byte> file, int picture)
    {
        for (var at = 0; at + Packet <= file.Length; at += Packet)
        {
            var packet = file.Slice(at, Packet);
            var start = packet.IndexOf((ReadOnlySpan<byte>)[0, 0, 1, 0xE0]);
            if ((packet[1] & 0x40) == 0 || start < 0 || picture-- > 0)
            {
                continue;
            }

            packet[start + 9] ^= 0x08;
            if ((packet[start + 7] & 0x40) != 0)
            {
                packet[start + 14] ^= 0x08;
            }

            return true;
        }

        return false;
    }

    private async Task<(PacketCounts Counts, BitRateProfile Profile)> MeasureAsync(string path)
    {
        var store = new ProxyStore();
        var key = Path.GetFileName(path);
        store.Put(new ObjectRef(FfprobeRig.Bucket, key), await File.ReadAllBytesAsync(path));
        var (counts, outcome) = await ffprobe.CountAsync(store, key);
        Assert.Null(outcome.Failure);
        var profile = counts!.BitRates!;
        Assert.All(profile.Streams, stream => Assert.Equal(counts.Find(stream.Index)!.Bytes, stream.Bytes.Sum()));
        return (counts, profile);
    }

    private async Task<string> MakeAsync(string name, params string[] options)
    {
        var path = Path.Combine(_folder, name);
        using var process = Process.Start(new ProcessStartInfo(
            await ffmpeg.PathAsync(),
            ["-v", "error", "-i", RepositoryRoot.Combine("tests", "media", "sample.mp4"), "-c", "copy", .. options, path])
        {
            UseShellExecute = false,
        })!;
        await process.WaitForExitAsync();
        Assert.Equal(0, process.ExitCode);
        return path;
    }
}
