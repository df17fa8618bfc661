using System.Text.Json.Nodes;
using MediaInfo.Core.Accounts;
using MediaInfo.Core.Frames;
using MediaInfo.Core.Jobs;
using MediaInfo.Core.Jobs.Orders;
using MediaInfo.Core.Library;
using MediaInfo.Core.Objects;
using MediaInfo.TestSupport;
using NSubstitute;

namespace MediaInfo.Api.Tests.Alibaba.Ims.Library;

public sealed class AssetPicturesTests
{
    private const string Folder = "Ims/Library";
    private const string Url = LibraryService.Url;

    private readonly LibraryService _service = new();

    public AssetPicturesTests() =>
        _service.World.FrameReader.FindProblemAsync(default).ReturnsForAnyArgs((string?)null);

    [Fact]
    public async Task GetMediaInfo_shows_the_pictures_that_were_made_with_signed_addresses()
    {
        var id = await RegisterPicturedAsync();

        GoldenFile.Matches(await _service.AnswerAsync("GetMediaInfo", "MediaId", id, "AuthTimeout", "60"), Folder);
    }

    [Fact]
    public async Task BatchGetMediaInfos_shows_the_pictures_that_were_made() => GoldenFile.Matches(
        await _service.AnswerAsync("BatchGetMediaInfos", "MediaIds", await RegisterPicturedAsync()), Folder);

    [Fact]
    public async Task ListMediaBasicInfos_and_SearchMedia_show_pictures_as_BatchGetMediaInfos_does()
    {
        var id = await RegisterPicturedAsync();

        var batch = Basic(await _service.AnswerAsync("BatchGetMediaInfos", "MediaIds", id), "MediaInfos");
        var list = Basic(await _service.AnswerAsync("ListMediaBasicInfos"), "MediaInfos");
        var search = Basic(await _service.AnswerAsync("SearchMedia"), "MediaInfoList");

        foreach (var member in new[] { "CoverURL", "Snapshots", "SpriteImages" })
        {
            Assert.NotNull(batch[member]);
            Assert.Equal((string?)batch[member], (string?)list[member]);
            Assert.Equal((string?)batch[member], (string?)search[member]);
        }
    }

    [Fact]
    public async Task While_there_are_no_pictures_a_list_has_an_empty_one_of_snapshots()
    {
        var id = await _service.RegisterAsync();

        var one = Basic(await _service.AnswerAsync("GetMediaInfo", "MediaId", id));
        var batch = Basic(await _service.AnswerAsync("BatchGetMediaInfos", "MediaIds", id), "MediaInfos");

        Assert.Equal("[]", (string?)batch["Snapshots"]);
        Assert.Null(batch["SpriteImages"]);
        Assert.All(["Snapshots", "SpriteImages", "CoverURL"], member => Assert.Null(one[member]));
    }

    [Fact]
    public async Task The_owners_cover_counts_before_one_that_was_made()
    {
        var id = await RegisterPicturedAsync("InputURL", Url, "CoverURL", "https://example.com/mine.png");

        Assert.Equal(
            "https://example.com/mine.png",
            (string?)Basic(await _service.AnswerAsync("GetMediaInfo", "MediaId", id))["CoverURL"]);
    }

    [Fact]
    public async Task Without_a_cover_the_middle_snapshot_is_shown()
    {
        var id = await _service.RegisterAsync();
        await _service.EndAsync(id, "sample.mp4");
        var asset = await _service.World.FindAsync(id);
        await _service.PictureAsync(id, Made(asset, FrameOrderKind.Snapshots));

        var cover = (string?)Basic(await _service.AnswerAsync("GetMediaInfo", "MediaId", id))["CoverURL"];

        Assert.Contains("/1/00002.jpg?", cover, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pictures_of_a_bucket_that_is_no_longer_the_accounts_are_not_shown()
    {
        var id = await RegisterPicturedAsync();

        var after = _service.After(account => account with { Buckets = [new BucketGrant { Name = "other" }] });
        var info = Basic(await after.AnswerAsync("GetMediaInfo", "MediaId", id));

        Assert.All(["Snapshots", "SpriteImages", "CoverURL"], member => Assert.Null(info[member]));
    }

    [Theory]
    [InlineData("""{"NeedSprite":"false"}""", true, false, null)]
    [InlineData("""{"NeedSnapshot":false,"NeedSprite":true}""", false, true, null)]
    [InlineData("""{"CoverConfig":{"StartTime":"3.14159"},"SearchLibName":"mine"}""", true, true, 3.1416)]
    [InlineData("""{"CoverConfig":{"StartTime":7}}""", true, true, 7.0)]
    [InlineData("""{"CoverConfig":{}}""", true, true, null)]
    [InlineData("{}", true, true, null)]
    public async Task The_owner_says_which_pictures_are_made(string config, bool snapshots, bool sprite, double? coverAt)
    {
        var id = await _service.RegisterAsync("InputURL", Url, "RegisterConfig", config);

        var wishes = (await _service.World.FindAsync(id)).Wishes!;
        Assert.Equal((snapshots, sprite), (wishes.Snapshots, wishes.Sprite));
        Assert.Equal(coverAt, wishes.CoverAt?.TotalSeconds);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_event_of_pictures(bool isSuccess)
    {
        var id = await _service.RegisterAsync();
        await _service.EndAsync(id, "sample.mp4");
        var asset = await _service.World.FindAsync(id);
        await _service.PictureAsync(id, isSuccess ? Made(asset) : null);

        var news = _service.World.Queues.Events.Last();
        Assert.Equal("SnapshotComplete", news.Type);
        GoldenFile.Matches(LibraryService.Pretty(news.Text), Folder, isSuccess ? "success" : "failure");
    }

    [Fact]
    public async Task A_deleted_asset_takes_the_files_of_its_jobs_with_it()
    {
        var id = await RegisterPicturedAsync();
        var asset = await _service.World.FindAsync(id);
        foreach (var picture in Made(asset).Sets.SelectMany(set => set.Pictures))
        {
            _service.World.Objects.Put(picture.File, new byte[1]);
        }

        await _service.AnswerAsync("DeleteMediaInfos", "MediaIds", id);

        var removed = _service.World.Files.ReceivedCalls()
            .Where(call => call.GetMethodInfo().Name is nameof(IObjectWriter.RemoveAsync))
            .Select(call => (ObjectRef)call.GetArguments()[0]!);
        Assert.Equal(
            Made(asset).Sets.SelectMany(set => set.Pictures).Select(picture => picture.File).ToHashSet(), removed.ToHashSet());
    }

    private async Task<string> RegisterPicturedAsync(params string[] parameters)
    {
        var id = await _service.RegisterAsync(parameters);
        await _service.EndAsync(id, "sample.mp4");
        await _service.PictureAsync(id, Made(await _service.World.FindAsync(id)));
        return id;
    }

    private static FrameSets Made(Asset asset, params FrameOrderKind[] kinds)
    {
        FrameSet[] all =
        [
            new(FrameOrderKind.Cover, [Picture(asset, "0/00001", [0.4])]),
            new(
                FrameOrderKind.Snapshots,
                [Picture(asset, "1/00001", [0]), Picture(asset, "1/00002", [1.5]), Picture(asset, "1/00003", [3])]),
            new(FrameOrderKind.Sprite, [Picture(asset, "2/00001", [0, 1, 2, 3]) with { CellWidth = 160, CellHeight = 90 }]),
        ];
        return new FrameSets([.. all.Where(set => kinds.Length == 0 || kinds.Contains(set.Kind))], ProbeUsage.Zero, ETag: null);
    }

    private static Picture Picture(Asset asset, string name, IReadOnlyList<double> times) => new(
        new ObjectRef("mediainfo-files", $"{asset.Key.Account}/{asset.Frames!.JobId}/{name}.jpg"), 640, 90, 1234, times);

    private static JsonObject Basic(string answer, string list = "") =>
        JsonNode.Parse(answer) is { } json && (list.Length == 0 ? json["MediaInfo"] : json[list]![0]) is { } entry
            ? entry["MediaBasicInfo"]!.AsObject()
            : throw new InvalidDataException(answer);
}
