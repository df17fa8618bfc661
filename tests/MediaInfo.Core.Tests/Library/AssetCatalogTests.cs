using MediaInfo.Core.Library;
using MediaInfo.TestSupport.Library;

namespace MediaInfo.Core.Tests.Library;

public sealed class AssetCatalogTests
{
    private readonly LibraryWorld _world = new();
    private readonly List<string> _ids = [];

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Pages_yield_each_asset_once_while_new_ones_arrive(bool ascending)
    {
        await RegisterAsync(25);
        var found = new List<string>();
        var query = new AssetQuery { Max = 4, Ascending = ascending };
        string? token = null;
        do
        {
            var page = await _world.Catalog.ListAsync(LibraryWorld.Account, query with { Token = token }, default);
            Assert.True(page.Assets.Count <= 4);
            Assert.Equal(_ids.Count, page.Total);
            found.AddRange(page.Assets.Select(asset => asset.Key.Id));
            token = page.NextToken;
            await RegisterAsync(token is null || found.Count > 20 ? 0 : 1);
        }
        while (token is not null);

        Assert.Equal(ascending ? _ids : _ids[..25].AsEnumerable().Reverse(), found);
    }

    [Fact]
    public async Task The_last_page_has_no_next()
    {
        await RegisterAsync(4);

        Assert.Null((await _world.Catalog.ListAsync(LibraryWorld.Account, new AssetQuery { Max = 4 }, default)).NextToken);
        Assert.NotNull((await _world.Catalog.ListAsync(LibraryWorld.Account, new AssetQuery { Max = 3 }, default)).NextToken);
        Assert.Empty((await _world.Catalog.ListAsync("another", new AssetQuery { Max = 3 }, default)).Assets);
    }

    [Fact]
    public async Task The_start_time_is_exclusive_and_the_end_time_inclusive()
    {
        var start = _world.Time.GetUtcNow();
        for (var i = 0; i < 4; i++)
        {
            await RegisterAsync(1);
            _world.Time.Advance(TimeSpan.FromMilliseconds(1100));
        }

        var query = new AssetQuery { Max = 10, After = start, Until = start.AddSeconds(2) };
        var page = await _world.Catalog.ListAsync(LibraryWorld.Account, query, default);

        Assert.Equal([_ids[2], _ids[1]], page.Assets.Select(asset => asset.Key.Id));
    }

    private async Task RegisterAsync(int count)
    {
        for (var i = 0; i < count; i++)
        {
            _ids.Add((await _world.RegisterAsync(LibraryWorld.Draft($"{_ids.Count}.mp4"))).Key.Id);
        }
    }
}
