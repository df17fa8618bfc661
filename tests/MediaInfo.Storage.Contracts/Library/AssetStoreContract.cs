using MediaInfo.Core.Library;
using MediaInfo.TestSupport;

namespace MediaInfo.Storage.Contracts.Library;

/// <summary>The contract of <see cref="IAssetStore"/>.</summary>
public abstract class AssetStoreContract(StorageRig rig) : StorageContract(rig)
{
    private IAssetStore Assets => Rig.Assets;

    [Fact]
    public async Task A_stored_asset_is_read_back_unchanged()
    {
        var asset = TestAssets.New().Analyzed();

        Assert.True(await Assets.AddAsync(asset, default));

        var read = await Assets.FindAsync(asset.Key, default);
        Assert.Equal(asset.Tags, read!.Asset.Tags);
        Assert.Equal(asset with { Tags = [] }, read.Asset with { Tags = [] });
    }

    [Fact]
    public async Task One_of_many_concurrent_adds_of_an_id_succeeds()
    {
        var asset = TestAssets.New();

        // Each differs, as those of different callers do.
        var added = await Task.WhenAll(
            Enumerable.Range(0, 8).Select(i => Assets.AddAsync(asset with { Title = $"{i}" }, default)));

        Assert.Single(added, first => first);
        Assert.Equal($"{Array.IndexOf(added, true)}", (await FindAsync(asset))!.Title);
    }

    [Fact]
    public async Task An_id_is_never_reused_even_after_its_asset_is_deleted()
    {
        var asset = TestAssets.New();
        await Assets.AddAsync(asset, default);
        Assert.False(await Assets.AddAsync(asset with { Title = "another" }, default));

        var read = await Assets.FindAsync(asset.Key, default);
        await Assets.ReplaceAsync(read!, asset.Deleted(asset.CreatedAt), default);

        Assert.False(await Assets.AddAsync(asset with { Title = "another" }, default));
        Assert.False((await FindAsync(asset))!.IsLive);
    }

    [Fact]
    public async Task Only_the_version_that_was_read_can_be_replaced()
    {
        var asset = TestAssets.New();
        await Assets.AddAsync(asset, default);
        var read = await Assets.FindAsync(asset.Key, default);

        Assert.True(await Assets.ReplaceAsync(read!, asset with { Title = "first" }, default));
        Assert.False(await Assets.ReplaceAsync(read!, asset with { Title = "second" }, default));
        Assert.Equal("first", (await FindAsync(asset))!.Title);
    }

    [Fact]
    public async Task Writing_the_same_content_again_makes_a_new_version()
    {
        var asset = TestAssets.New();
        await Assets.AddAsync(asset, default);
        var read = await Assets.FindAsync(asset.Key, default);

        Assert.True(await Assets.ReplaceAsync(read!, read!.Asset, default));

        Assert.NotEqual(read.ETag, (await Assets.FindAsync(asset.Key, default))!.ETag);
    }

    [Fact]
    public async Task An_asset_that_was_never_stored_is_not_found_and_cannot_be_replaced()
    {
        var other = TestAssets.New();
        await Assets.AddAsync(other, default);
        var etag = (await Assets.FindAsync(other.Key, default))!.ETag;
        var asset = TestAssets.New();

        Assert.Null(await FindAsync(asset));
        Assert.False(await Assets.ReplaceAsync(new StoredAsset(asset, etag), asset, default));
        Assert.Null(await Assets.FindAsync(other.Key with { Account = Another }, default));
    }

    [Fact]
    public async Task A_list_has_the_live_assets_of_the_account_newest_first()
    {
        var account = Unique.Name("account");
        var older = TestAssets.New(account, "f" + Unique.Id()[1..]).Analyzed();
        var newer = TestAssets.New(account, "0" + Unique.Id()[1..]) with { MediaType = null, BusinessType = "opening" };
        var deleted = TestAssets.New(account).Deleted(older.CreatedAt);
        foreach (var asset in new[] { older, newer, deleted, TestAssets.New(), TestAssets.New(account + "2") })
        {
            await Assets.AddAsync(asset, default);
        }

        Assert.Equal(
            [
                new AssetEntry(newer.Key.Id, AssetStatus.Init, MediaType: null, "opening", newer.CreatedAt),
                new AssetEntry(older.Key.Id, AssetStatus.Normal, "video", "general", older.CreatedAt),
            ],
            await ListAsync(account));
    }

    [Fact]
    public async Task The_list_follows_every_write()
    {
        var asset = TestAssets.New();
        await Assets.AddAsync(asset, default);
        Assert.Equal(AssetStatus.Init, Assert.Single(await ListAsync(asset.Key.Account)).Status);

        await Assets.ReplaceAsync(
            (await Assets.FindAsync(asset.Key, default))!, asset.Analyzed() with { MediaType = "audio" }, default);
        var entry = Assert.Single(await ListAsync(asset.Key.Account));
        Assert.Equal((AssetStatus.Normal, "audio"), (entry.Status, entry.MediaType));

        await Assets.ReplaceAsync(
            (await Assets.FindAsync(asset.Key, default))!, asset.Deleted(asset.CreatedAt), default);
        Assert.Empty(await ListAsync(asset.Key.Account));
    }

    [Theory]
    [InlineData("not-an-id")]
    [InlineData("../assets/0123456789abcdef0123456789abcdef")]
    [InlineData("0123456789ABCDEF0123456789ABCDEF")]
    public async Task No_asset_has_a_malformed_id(string id)
    {
        Assert.Null(await Assets.FindAsync(new AssetKey("account", id), default));
        await Assert.ThrowsAsync<ArgumentException>(() => Assets.AddAsync(TestAssets.New(id: id), default));
    }

    [Fact]
    public async Task A_cancelled_call_throws()
    {
        var asset = TestAssets.New();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Assets.AddAsync(asset, Cancelled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Assets.FindAsync(asset.Key, Cancelled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            async () => await Assets.ListAsync(asset.Key.Account, Cancelled).ToListAsync(default));
        Assert.Null(await FindAsync(asset));
    }

    private async Task<Asset?> FindAsync(Asset asset) => (await Assets.FindAsync(asset.Key, default))?.Asset;

    private async Task<List<AssetEntry>> ListAsync(string account) => await Assets.ListAsync(account, default).ToListAsync();
}
