using MediaInfo.Core.Jobs;
using MediaInfo.Core.Library;
using MediaInfo.TestSupport.Descriptions;
using MediaInfo.TestSupport.Library;

namespace MediaInfo.Core.Tests.Library;

public sealed class AssetAnalysisTests
{
    private readonly LibraryWorld _world = new();

    [Fact]
    public async Task A_successful_analysis_makes_the_asset_normal_and_notifies_its_owner()
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
    public async Task A_failed_analysis_makes_the_asset_failed_and_notifies_its_owner()
    {
        var asset = await _world.RegisterAnalyzedAsync(LibraryWorld.Draft(), media: null);

        Assert.Equal(AssetStatus.PrepareFail, asset.Status);
        Assert.Null(asset.Result);
        Assert.Equal(["Analyzed", "Registered"], _world.Queues.EventsOf(asset.Key.Id));
    }

    [Fact]
    public async Task A_text_file_that_is_not_media_is_normal_and_has_no_description()
    {
        var asset = await _world.RegisterAnalyzedAsync(LibraryWorld.Draft("notes.txt"), media: null);

        Assert.Equal(AssetStatus.Normal, asset.Status);
        Assert.Null(asset.Result);
        Assert.Equal(["Registered"], _world.Queues.EventsOf(asset.Key.Id));
    }

    [Fact]
    public async Task A_repeated_end_changes_nothing_and_repeats_its_events()
    {
        var asset = await _world.RegisterAsync(LibraryWorld.Draft());
        var job = await _world.EndedJobAsync(asset, FfprobeFixture.Describe("sample.mp4"));

        // Fails after the write of the document, then after the first event, then after the second.
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
    public async Task A_job_that_ends_before_the_asset_has_its_id_still_completes_the_asset()
    {
        // The submit call fails right after scheduling the job.
        _world.Interruptions.At(5, after: false);
        await Assert.ThrowsAsync<IOException>(() => _world.RegisterAsync(LibraryWorld.Draft()));
        var asset = Assert.Single(_world.Assets.Live);
        Assert.Null(asset.JobId);
        var id = Assert.Single(_world.Jobs.All.Keys).Id;

        await _world.Analysis.EndAsync(
            await _world.EndedJobAsync(asset with { JobId = id }, FfprobeFixture.Describe("sample.mp4")), default);

        var ended = await _world.RegisterAsync(LibraryWorld.Draft());
        Assert.Equal((AssetStatus.Normal, id), (ended.Status, ended.JobId));
    }

    [Fact]
    public async Task The_end_of_a_deleted_assets_job_sends_no_event()
    {
        var asset = await _world.RegisterAsync(LibraryWorld.Draft());
        var job = await _world.EndedJobAsync(asset, FfprobeFixture.Describe("sample.mp4"));
        await _world.Deletion.DeleteAsync(asset.Key, default);

        await _world.Analysis.EndAsync(job, default);

        Assert.Empty(_world.Assets.Live);
        Assert.Equal(["Deleted"], _world.Queues.EventsOf(asset.Key.Id));
    }
}
