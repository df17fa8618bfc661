using MediaInfo.Core.Library;
using MediaInfo.Core.Library.Search;
using MediaInfo.TestSupport.Library;
using NSubstitute;

namespace MediaInfo.Core.Tests.Library.Search;

public sealed class AssetSearchTests
{
    private static readonly IAssetCondition Everything = new AllConditions();

    private static readonly IAssetCondition HasLetterInTitle =
        new FieldCondition(new AssetField(asset => [asset.Title]), title => title.Contains('x', StringComparison.Ordinal));

    private readonly LibraryWorld _world = new();

    private AssetSearch Search => new(_world.Assets, _world.Catalog);

    [Fact]
    public async Task Pages_follow_each_other_in_either_order()
    {
        await RegisterAsync("1", "2", "3", "4", "5");

        await AssertFoundAsync(["5", "4"], 5, new AssetSearchQuery(Everything, 2));
        await AssertFoundAsync(["3", "2"], 5, new AssetSearchQuery(Everything, 2) { PageNumber = 2 });
        await AssertFoundAsync(["1"], 5, new AssetSearchQuery(Everything, 2) { PageNumber = 3 });
        await AssertFoundAsync([], 5, new AssetSearchQuery(Everything, 2) { PageNumber = int.MaxValue });
        await AssertFoundAsync(["1", "2"], 5, new AssetSearchQuery(Everything, 2) { Ascending = true });
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_token_continues_even_if_its_asset_was_deleted(bool isAscending)
    {
        await RegisterAsync("1", "2", "3", "4");
        var query = new AssetSearchQuery(Everything, 2) { Ascending = isAscending };
        var first = await Search.FindAsync(LibraryWorld.Account, query, default);
        await _world.Deletion.DeleteAsync(first!.Assets[^1].Key, default);

        var second = await Search.FindAsync(LibraryWorld.Account, query with { Token = first.NextToken }, default);

        Assert.Equal(isAscending ? ["3", "4"] : ["2", "1"], second!.Assets.Select(asset => asset.Title));
        var last = await Search.FindAsync(LibraryWorld.Account, query with { Token = second.NextToken }, default);
        Assert.Empty(last!.Assets);
        Assert.Null(last.NextToken);
    }

    [Fact]
    public async Task Documents_are_read_only_for_what_a_list_does_not_tell()
    {
        await RegisterAsync("ax", "b", "cx");
        var reads = 0;
        _world.Assets.Before = name =>
        {
            reads += name is nameof(IAssetStore.FindAsync) ? 1 : 0;
            return Task.CompletedTask;
        };

        await AssertFoundAsync(["cx", "ax"], 2, new AssetSearchQuery(HasLetterInTitle, 10));
        Assert.Equal(5, reads);

        reads = 0;
        await Search.FindAsync(LibraryWorld.Account, new AssetSearchQuery(Everything, 1), default);
        Assert.Equal(1, reads);

        reads = 0;
        var nothing = new FieldCondition(
            new AssetField(asset => [asset.Key.Id]) { Listed = entry => entry.Id }, _ => false);
        await AssertFoundAsync([], 0, new AssetSearchQuery(new AllConditions(nothing, HasLetterInTitle), 10));
        Assert.Equal(0, reads);
    }

    [Fact]
    public async Task The_last_changed_come_first_if_sorted_by_change()
    {
        var ids = await RegisterAsync("1", "2", "3");
        _world.Time.Advance(TimeSpan.FromMinutes(1));
        await _world.Editing.ChangeAsync(new AssetKey(LibraryWorld.Account, ids[1]), new AssetChange { Title = "2+" }, default);
        var query = new AssetSearchQuery(Everything, 2) { ByChange = true };

        var first = await Search.FindAsync(LibraryWorld.Account, query, default);

        Assert.Equal(["2+", "3"], first!.Assets.Select(asset => asset.Title));
        await AssertFoundAsync(["1"], 3, query with { Token = first.NextToken });
    }

    [Fact]
    public async Task A_search_that_would_read_too_much_is_none()
    {
        var store = Substitute.For<IAssetStore>();
        store.ListAsync(default!, default).ReturnsForAnyArgs(Enumerable
            .Range(0, AssetSearch.MaxReads + 1)
            .Select(i => new AssetEntry($"{i:x32}", AssetStatus.Normal, "video", "general", default))
            .ToAsyncEnumerable());
        var search = new AssetSearch(store, new AssetCatalog(store, _world.Names));

        Assert.Null(await search.FindAsync("account", new AssetSearchQuery(HasLetterInTitle, 10), default));
        var all = await search.FindAsync("account", new AssetSearchQuery(Everything, 1), default);
        Assert.Equal(AssetSearch.MaxReads + 1, all!.Total);
    }

    [Theory]
    [InlineData(null, null, null, null)]
    [InlineData(true, null, null, true)]
    [InlineData(false, null, false, null)]
    [InlineData(true, false, false, true)]
    public void A_list_decides_what_it_can(bool? one, bool? other, bool? all, bool? any)
    {
        var entry = new AssetEntry("id", AssetStatus.Normal, "video", "general", default);
        IAssetCondition[] both = [new Fixed(one), new Fixed(other)];

        Assert.Equal((all, any), (new AllConditions(both).IsMetBy(entry), new AnyCondition(both).IsMetBy(entry)));
    }

    private async Task<List<string>> RegisterAsync(params string[] titles)
    {
        var ids = new List<string>();
        foreach (var title in titles)
        {
            ids.Add((await _world.RegisterAsync(LibraryWorld.Draft($"{title}.mp4") with { Title = title })).Key.Id);
            _world.Time.Advance(TimeSpan.FromSeconds(1));
        }

        return ids;
    }

    private async Task AssertFoundAsync(string[] titles, int total, AssetSearchQuery query)
    {
        var page = await Search.FindAsync(LibraryWorld.Account, query, default);
        Assert.Equal(titles, page!.Assets.Select(asset => asset.Title));
        Assert.Equal(total, page.Total);
    }

    private sealed class Fixed(bool? answer) : IAssetCondition
    {
        public bool? IsMetBy(AssetEntry entry) => answer;

        public bool IsMetBy(Asset asset) => answer == true;
    }
}
