using System.Text;
using System.Text.Json;
using MediaInfo.Core.Jobs;
using MediaInfo.Core.Jobs.Orders;
using MediaInfo.Core.Library;
using MediaInfo.Core.Media;
using MediaInfo.Core.Objects;
using MediaInfo.Core.Tags;
using MediaInfo.TestSupport.Descriptions;
using MediaInfo.TestSupport.Library;
using NSubstitute;

namespace MediaInfo.Core.Tests.Library;

public sealed class AssetTagsTests
{
    private static readonly MediaDescription Video = FfprobeFixture.Describe("sample.mp4");
    private static readonly TagWork Speech = new([RecogniserKind.Speech]);

    private readonly LibraryWorld _world = new();

    public AssetTagsTests() =>
        _world.Files.WriteAsync(default!, default, default!, default!, default).ReturnsForAnyArgs(ObjectWriteStatus.Written);

    [Fact]
    public async Task Tags_that_the_owner_wants_are_looked_for_after_the_analysis()
    {
        var asset = await TaggedAsync();

        Assert.Equal(AssetWorkState.Running, asset.Tagging?.State);
        Assert.Equal(Speech, JobOf(asset).Extras.Tags);
        Assert.Null((await _world.RegisterAnalyzedAsync(LibraryWorld.Draft("b.mp4"), Video)).Tagging);
    }

    [Fact]
    public async Task The_results_of_an_ended_job_are_shown_written_to_a_file_and_told()
    {
        var asset = await TaggedAsync();
        var found = new TagFindingsStore(_world.Jobs);
        var result = new TagResult("ASR", JsonElement.Parse("""["hello"]"""));
        await found.AddAsync(JobOf(asset).Key, RecogniserKind.Speech, new TagFindings([result]), default);
        var written = "";
        _world.Files.WhenForAnyArgs(files => files.WriteAsync(default!, default, default!, default!, default))
            .Do(call => written = Encoding.UTF8.GetString(call.Arg<ReadOnlyMemory<byte>>().Span));

        await _world.Tags.EndAsync(JobOf(asset) with { State = JobState.Succeeded }, default);

        asset = await _world.FindAsync(asset.Key.Id);
        Assert.Equal(AssetWorkState.Succeeded, asset.Tagging?.State);
        Assert.Equal("ASR", Assert.Single(await _world.Tags.FindAsync(asset, default)).Type);
        Assert.Equal("""[{"Type":"ASR","Data":["hello"]}]""", written);
        Assert.Contains("Tagged", _world.Queues.EventsOf(asset.Key.Id));
    }

    [Fact]
    public async Task A_new_job_takes_the_place_of_an_earlier_one_whose_end_changes_nothing()
    {
        var asset = await TaggedAsync();
        var earlier = JobOf(asset);

        var started = await _world.Tags.StartAsync(asset, Speech, "request", userData: "theirs", default);
        await _world.Tags.EndAsync(earlier with { State = JobState.Failed }, default);

        Assert.NotEqual(earlier.Key.Id, started!.Tagging!.JobId);
        Assert.Equal(started.Tagging, (await _world.FindAsync(asset.Key.Id)).Tagging);
        Assert.DoesNotContain("Tagged", _world.Queues.EventsOf(asset.Key.Id));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_job_that_ends_before_the_call_does_is_shown(bool replacesAnother)
    {
        var asset = replacesAnother ? await TaggedAsync() : await _world.RegisterAnalyzedAsync(LibraryWorld.Draft(), Video);
        _world.Jobs.Worker = job => _world.Tags.EndAsync(job with { State = JobState.Succeeded }, default);

        var started = await _world.Tags.StartAsync(asset, Speech, "request", userData: null, default);

        Assert.NotEqual(asset.Tagging?.JobId, started!.Tagging!.JobId);
        Assert.Equal(started.Tagging with { State = AssetWorkState.Succeeded }, (await _world.FindAsync(asset.Key.Id)).Tagging);
        Assert.Contains("Tagged", _world.Queues.EventsOf(asset.Key.Id));
    }

    [Theory]
    [InlineData(AssetWorkState.Succeeded, AssetWorkState.Succeeded)]
    [InlineData(AssetWorkState.Running, AssetWorkState.Failed)]
    public async Task A_job_that_cannot_be_scheduled_takes_nobodys_place(AssetWorkState before, AssetWorkState after)
    {
        var asset = await TaggedAsync();
        if (before is AssetWorkState.Succeeded)
        {
            await _world.Tags.EndAsync(JobOf(asset) with { State = JobState.Succeeded }, default);
        }

        _world.Jobs.Worker = _ => throw new IOException("The queue is silent");

        await Assert.ThrowsAsync<IOException>(
            () => _world.Tags.StartAsync(asset, Speech, "request", userData: null, default));
        Assert.Equal(asset.Tagging! with { State = after }, (await _world.FindAsync(asset.Key.Id)).Tagging);
    }

    [Fact]
    public async Task A_deleted_asset_has_no_job()
    {
        var asset = await _world.RegisterAnalyzedAsync(LibraryWorld.Draft(), Video);
        await _world.Deletion.DeleteAsync(asset.Key, default);
        var jobs = _world.Jobs.All.Count;

        Assert.Null(await _world.Tags.StartAsync(asset, Speech, "request", userData: null, default));
        Assert.Equal(jobs, _world.Jobs.All.Count);
    }

    [Fact]
    public async Task A_file_that_cannot_be_written_now_is_tried_again()
    {
        var asset = await TaggedAsync();
        _world.Files.WriteAsync(default!, default, default!, default!, default).ReturnsForAnyArgs(ObjectWriteStatus.Denied);

        await Assert.ThrowsAsync<IOException>(
            () => _world.Tags.EndAsync(JobOf(asset) with { State = JobState.Succeeded }, default));

        Assert.Equal(AssetWorkState.Running, (await _world.FindAsync(asset.Key.Id)).Tagging?.State);
    }

    private Task<Asset> TaggedAsync() => _world.RegisterAnalyzedAsync(
        LibraryWorld.Draft() with { Wishes = AssetWishes.Default with { Tags = Speech } }, Video);

    private AnalysisJob JobOf(Asset asset) => _world.Jobs.All[new JobKey(LibraryWorld.Account, asset.Tagging!.JobId)];
}
