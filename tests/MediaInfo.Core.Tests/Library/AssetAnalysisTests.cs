using MediaInfo.Core.Jobs;
using MediaInfo.Core.Library;
using MediaInfo.Core.Tests.Fixtures;
using MediaInfo.Core.Tests.Library.Support;

namespace MediaInfo.Core.Tests.Library;

public sealed class AssetAnalysisTests
{
    private readonly LibraryWorld _world = new();

    [Fact]
    public async Task An_analysis_that_succeeds_makes_the_asset_normal_and_tells_its_owner()
    {
        var asset = await _world.RegisterAnalyzedAsync(LibraryWorld.Draft("film"), FfprobeFixture.Describe("sample.mp4"));

        Assert.Equal(AssetStatus.Normal, asset.Status);
        Assert.Equal("video", asset.MediaType);
        Assert.Equal(ResultPart.Streams, asset.Result);
        Assert.Equal(_world.Time.GetUtcNow(), asset.AnalyzedAt);
        Assert.Equal(_world.Time.GetUtcNow(), asset.ModifiedAt);
        Assert.Equal(["Analyzed", "Registered"], _world.Queues.EventsOf(asset.Key.Id));
    }

    [Fact]
    public async Task An_analysis_that_fails_makes_the_asset_a_failed_one_and_tells_its_owner()
    {
        var asset = await _world.RegisterAnalyzedAsync(LibraryWorld.Draft(), media: null);

        Assert.Equal(AssetStatus.PrepareFail, asset.Status);
        Assert.Null(asset.Result);
        Assert.Equal(["Analyzed", "Registered"], _world.Queues.EventsOf(asset.Key.Id));
    }

    [Fact]
    public async Task A_text_that_is_no_media_is_normal_and_has_no_description()
    {
        var asset = await _world.RegisterAnalyzedAsync(LibraryWorld.Draft("notes.txt"), media: null);

        Assert.Equal(AssetStatus.Normal, asset.Status);
        Assert.Null(asset.Result);
        Assert.Equal(["Registered"], _world.Queues.EventsOf(asset.Key.Id));
    }

    [Fact]
    public async Task The_end_that_comes_twice_changes_nothing_more_and_its_news_come_again()
    {
        var asset = await _world.RegisterAsync(LibraryWorld.Draft());
        var job = await _world.EndedJobAsync(asset, FfprobeFixture.Describe("sample.mp4"));

        // The document, then the first news, then the second.
        foreach (var write in new[] { 1, 1, 2 })
        {
            _world.Interruptions.At(write, after: true);
            await Assert.ThrowsAsync<IOException>(() => _world.Analysis.EndAsync(job, default));
            _world.Time.Advance(TimeSpan.FromSeconds(1));
        }

        await _world.Analysis.EndAsync(job, default);

        Assert.Equal(job.EndedAt, (await _world.FindAsync(asset.Key.Id)).ModifiedAt);
        Assert.Equal(2, _world.Queues.EventsOf(asset.Key.Id).Distinct().Count());
    }

    [Fact]
    public async Task A_job_that_ends_before_the_asset_knows_of_it_ends_it_all_the_same()
    {
        // The submit call breaks off right after it scheduled the job.
        _world.Interruptions.At(5, after: false);
        await Assert.ThrowsAsync<IOException>(() => _world.RegisterAsync(LibraryWorld.Draft()));
        var asset = Assert.Single(_world.Assets.Live);
        Assert.Null(asset.JobId);
        var id = Assert.Single(_world.Jobs.All.Keys).Id;

        await _world.Analysis.EndAsync(await _world.EndedJobAsync(asset with { JobId = id }, FfprobeFixture.Describe("sample.mp4")), default);

        var ended = await _world.RegisterAsync(LibraryWorld.Draft());
        Assert.Equal((AssetStatus.Normal, id), (ended.Status, ended.JobId));
    }

    [Fact]
    public async Task The_end_of_a_deleted_asset_tells_nobody()
    {
        var asset = await _world.RegisterAsync(LibraryWorld.Draft());
        var job = await _world.EndedJobAsync(asset, FfprobeFixture.Describe("sample.mp4"));
        await _world.Deletion.DeleteAsync(asset.Key, default);

        await _world.Analysis.EndAsync(job, default);

        Assert.Empty(_world.Assets.Live);
        Assert.Equal(["Deleted"], _world.Queues.EventsOf(asset.Key.Id));
    }
}
