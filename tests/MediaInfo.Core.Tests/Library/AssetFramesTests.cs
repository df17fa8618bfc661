using MediaInfo.Core.Jobs;
using MediaInfo.Core.Jobs.Orders;
using MediaInfo.Core.Library;
using MediaInfo.Core.Media;
using MediaInfo.Core.Objects;
using MediaInfo.TestSupport.Descriptions;
using MediaInfo.TestSupport.Library;
using NSubstitute;

namespace MediaInfo.Core.Tests.Library;

public sealed class AssetFramesTests
{
    private static readonly MediaDescription Video = FfprobeFixture.Describe("sample.mp4");

    private readonly LibraryWorld _world = new();

    public AssetFramesTests() => _world.FrameReader.FindProblemAsync(default).ReturnsForAnyArgs((string?)null);

    [Fact]
    public async Task A_video_gets_a_cover_snapshots_and_a_sprite()
    {
        var asset = await _world.RegisterAnalyzedAsync(LibraryWorld.Draft(), Video);

        Assert.Equal(AssetWorkState.Running, asset.Frames?.State);
        Assert.Equal(
            [FrameOrderKind.Cover, FrameOrderKind.Snapshots, FrameOrderKind.Sprite],
            JobOf(asset).Extras.Frames.Select(order => order.Kind));
        Assert.Equal((false, false), (JobOf(asset).Extras.Digest, JobOf(asset).Extras.Packets));
    }

    [Fact]
    public async Task An_owner_gets_only_the_pictures_that_they_want()
    {
        var draft = LibraryWorld.Draft() with
        {
            CoverUrl = "https://example.com/cover.png",
            Wishes = new AssetWishes { Snapshots = true, Sprite = false },
        };

        var asset = await _world.RegisterAnalyzedAsync(draft, Video);

        Assert.Equal(FrameOrderKind.Snapshots, Assert.Single(JobOf(asset).Extras.Frames).Kind);
    }

    [Fact]
    public async Task The_cover_is_the_exact_frame_that_the_owner_chose()
    {
        var draft = LibraryWorld.Draft() with
        {
            Wishes = new AssetWishes { Snapshots = false, Sprite = false, CoverAt = TimeSpan.FromSeconds(1.5) },
        };

        var cover = Assert.Single(JobOf(await _world.RegisterAnalyzedAsync(draft, Video)).Extras.Frames);

        Assert.Equal((TimeSpan.FromSeconds(1.5), false, null), (cover.Start, cover.KeyFrames, cover.BlackLevel));
    }

    [Fact]
    public async Task Sound_pictures_and_failed_assets_get_no_job()
    {
        var sound = await _world.RegisterAnalyzedAsync(LibraryWorld.Draft("a.wav"), Video with { VideoStreams = [] });
        var failed = await _world.RegisterAnalyzedAsync(LibraryWorld.Draft("b.mp4"), media: null);
        var picture = Video with { Container = Video.Container with { FormatName = "png_pipe" } };
        var image = await _world.RegisterAnalyzedAsync(LibraryWorld.Draft("c.png"), picture);

        Assert.All([sound, failed, image], asset => Assert.Null(asset.Frames));
    }

    [Fact]
    public async Task Without_ffmpeg_the_asset_is_normal_and_has_no_pictures()
    {
        _world.FrameReader.FindProblemAsync(default).ReturnsForAnyArgs("There is no ffmpeg");

        var asset = await _world.RegisterAnalyzedAsync(LibraryWorld.Draft(), Video);

        Assert.Equal((AssetStatus.Normal, null), (asset.Status, asset.Frames));
    }

    [Theory]
    [InlineData(JobState.Succeeded, AssetWorkState.Succeeded)]
    [InlineData(JobState.Failed, AssetWorkState.Failed)]
    public async Task The_end_of_the_job_is_recorded_and_told(JobState state, AssetWorkState recorded)
    {
        var asset = await _world.RegisterAnalyzedAsync(LibraryWorld.Draft(), Video);

        await _world.Frames.EndAsync(JobOf(asset) with { State = state }, default);

        asset = await _world.FindAsync(asset.Key.Id);
        Assert.Equal((AssetStatus.Normal, recorded), (asset.Status, asset.Frames!.State));
        Assert.Equal(["Analyzed", "Registered", "Pictured"], _world.Queues.EventsOf(asset.Key.Id));
        Assert.Empty(_world.Files.ReceivedCalls());
    }

    [Fact]
    public async Task An_end_of_the_analysis_that_is_repeated_makes_no_second_job()
    {
        var asset = await _world.RegisterAsync(LibraryWorld.Draft());
        var job = await _world.EndedJobAsync(asset, Video);
        await _world.Analysis.EndAsync(job, default);
        var first = (await _world.FindAsync(asset.Key.Id)).Frames;

        await _world.Analysis.EndAsync(job, default);

        Assert.Equal(first, (await _world.FindAsync(asset.Key.Id)).Frames);
        Assert.Single(_world.Jobs.All.Values, each => each.Dialect is AssetFrames.JobDialect);
    }

    [Fact]
    public async Task The_pictures_of_a_deleted_asset_are_removed()
    {
        var asset = await _world.RegisterAnalyzedAsync(LibraryWorld.Draft(), Video);
        var picture = Put(asset, "0/00001.jpg");

        await _world.Deletion.DeleteAsync(asset.Key, default);

        await _world.Files.Received(1).RemoveAsync(picture, LibraryWorld.Account, Arg.Any<CancellationToken>());
    }

    [Fact]
    public async Task Pictures_that_are_made_after_the_asset_was_deleted_are_removed_untold()
    {
        var asset = await _world.RegisterAnalyzedAsync(LibraryWorld.Draft(), Video);
        await _world.Deletion.DeleteAsync(asset.Key, default);
        var picture = Put(asset, "0/00001.jpg");

        await _world.Frames.EndAsync(JobOf(asset) with { State = JobState.Succeeded }, default);

        await _world.Files.Received(1).RemoveAsync(picture, LibraryWorld.Account, Arg.Any<CancellationToken>());
        Assert.DoesNotContain("Pictured", _world.Queues.EventsOf(asset.Key.Id));
    }

    private ObjectRef Put(Asset asset, string name)
    {
        var picture = new ObjectRef(OwnBucket.Name, $"{LibraryWorld.Account}/{asset.Frames!.JobId}/{name}");
        _world.Objects.Put(picture, [1]);
        return picture;
    }

    private AnalysisJob JobOf(Asset asset) => _world.Jobs.All[new JobKey(LibraryWorld.Account, asset.Frames!.JobId)];
}
