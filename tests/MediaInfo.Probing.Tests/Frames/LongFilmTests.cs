using MediaInfo.Core.Jobs.Orders;
using MediaInfo.Core.Objects;
using MediaInfo.Probing.Tests.Support;

namespace MediaInfo.Probing.Tests.Frames;

/// <summary>A frame in the middle of a film of two hours is read without the film.</summary>
[Trait("Platform", "Linux")]
public sealed class LongFilmTests(FrameRig rig) : IClassFixture<FrameRig>
{
    private const int Minutes = 50;
    private const string Film =
        "-f lavfi -i testsrc2=s=160x90:r=1:d=7200 -c:v libx264 -preset ultrafast -qp 2 -g 10 -pix_fmt yuv420p";

    public static TheoryData<string> Releases => [.. OtherTools.Releases];

    [Theory]
    [InlineData("mp4", "")]
    [InlineData("mp4", "-movflags +faststart")]
    [InlineData("mkv", "")]
    [InlineData("ts", "")]
    public Task A_frame_at_fifty_minutes_costs_a_few_megabytes(string extension, string options) =>
        CostsLittleAsync(rig, extension, options);

    // The ffmpeg of npm is too old to use such an index.
    [OtherToolsTheory]
    [MemberData(nameof(Releases))]
    public async Task Nor_does_it_cost_more_in_fragments_with_an_index(string release)
    {
        await using var other = FrameRig.Of(OtherTools.Ffmpeg(release));
        await other.InitializeAsync();

        await CostsLittleAsync(other, "mp4", "-movflags +dash+frag_keyframe+global_sidx+empty_moov+skip_trailer");
    }

    // The headers are read once for all frames of an order.
    [Fact]
    public async Task Ten_frames_cost_less_than_ten_times_one()
    {
        var store = new ProxyStore();
        store.Put(new ObjectRef(FrameRig.Bucket, "film.mkv"), await rig.MakeAsync(Film, "mkv"));
        var media = await rig.DescribeAsync(store, "film.mkv");
        var order = new FrameOrder(FrameOrderKind.Snapshots) { Start = TimeSpan.FromMinutes(5), Count = 1 };

        var one = await rig.ReadAsync(store, "film.mkv", media, order);
        var ten = await rig.ReadAsync(store, "film.mkv", media, order with { Count = 10 });

        Assert.Equal(10, ten.Pictures.Count);
        Assert.True(ten.Outcome.Usage.Requests < 10 * one.Outcome.Usage.Requests, $"{one.Outcome.Usage} {ten.Outcome.Usage}");
    }

    private async Task CostsLittleAsync(FrameRig reader, string extension, string options)
    {
        var film = await rig.MakeAsync($"{Film} {options}", extension);
        Assert.True(film.Length > 30_000_000, $"{film.Length}");
        var store = new ProxyStore();
        store.Put(new ObjectRef(FrameRig.Bucket, $"film.{extension}"), film);
        var media = await rig.DescribeAsync(store, $"film.{extension}");
        foreach (var keyFrames in (bool[])[true, false])
        {
            var order = new FrameOrder(FrameOrderKind.Snapshots) { Start = TimeSpan.FromMinutes(Minutes), KeyFrames = keyFrames };

            var read = await reader.ReadAsync(store, $"film.{extension}", media, order);

            Assert.InRange(read.Only.Times[0], (Minutes * 60) - (keyFrames ? 10 : 1), Minutes * 60);
            Assert.InRange(read.Outcome.Usage.Bytes, 1, 5_000_000);
            Assert.InRange(read.Outcome.Usage.Requests, 1, 60);
        }
    }
}
