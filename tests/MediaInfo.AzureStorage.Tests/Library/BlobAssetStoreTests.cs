using MediaInfo.AzureStorage.Library;
using MediaInfo.AzureStorage.Tests.Support;
using MediaInfo.Core.Library;
using MediaInfo.Storage.Contracts.Library;
using MediaInfo.TestSupport;
using Xunit;

namespace MediaInfo.AzureStorage.Tests.Library;

[Collection(AzuriteFixture.Collection)]
public sealed class BlobAssetStoreTests : IAsyncLifetime, IDisposable
{
    private readonly ProxiedStorage _storage;
    private readonly BlobAssetStore _assets;

    public BlobAssetStoreTests(AzuriteFixture azurite)
    {
        _storage = new ProxiedStorage(azurite);
        _assets = new BlobAssetStore(_storage.Clients);
    }

    public Task InitializeAsync() => _storage.Direct.Initializer().InitializeAsync(default);

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _storage.Dispose();

    [Fact]
    public async Task A_write_whose_response_was_lost_is_recognized_as_its_own()
    {
        var asset = TestAssets.New();
        _storage.Blobs.Rule = request => request == 1 ? Interference.LoseAnswer : Interference.None;
        Assert.True(await _assets.AddAsync(asset, default));

        var read = await _assets.FindAsync(asset.Key, default);
        var next = _storage.Blobs.Requests + 1;
        _storage.Blobs.Rule = request => request == next ? Interference.LoseAnswer : Interference.None;
        Assert.True(await _assets.ReplaceAsync(read!, asset with { Title = "after" }, default));
        Assert.Equal("after", (await _assets.FindAsync(asset.Key, default))!.Asset.Title);
    }

    [Fact]
    public async Task A_list_costs_one_request_and_reads_no_documents()
    {
        var account = AzuriteFixture.UniqueName("account");
        var older = TestAssets.New(account, "f" + Guid.NewGuid().ToString("N")[1..]).Analyzed();
        var newer =
            TestAssets.New(account, "0" + Guid.NewGuid().ToString("N")[1..]) with { MediaType = null, BusinessType = "opening" };
        var deleted = TestAssets.New(account).Deleted(older.CreatedAt);
        foreach (var asset in new[] { older, newer, deleted, TestAssets.New() })
        {
            await _assets.AddAsync(asset, default);
        }

        var requests = _storage.Blobs.Requests;
        var entries = await ListAsync(account);

        Assert.Equal(
            [
                new AssetEntry(newer.Key.Id, AssetStatus.Init, MediaType: null, "opening", newer.CreatedAt),
                new AssetEntry(older.Key.Id, AssetStatus.Normal, "video", "general", older.CreatedAt),
            ],
            entries);
        Assert.Equal(1, _storage.Blobs.Requests - requests);
    }

    [Fact]
    public async Task Unreachable_storage_is_an_IO_error()
    {
        using var nowhere = TestClients.ToNowhere();
        var assets = new BlobAssetStore(nowhere);

        await Assert.ThrowsAnyAsync<IOException>(() => assets.FindAsync(TestAssets.New().Key, default));
        await Assert.ThrowsAnyAsync<IOException>(() => assets.AddAsync(TestAssets.New(), default));
        await Assert.ThrowsAnyAsync<IOException>(
            async () => await assets.ListAsync("account", default).GetAsyncEnumerator().MoveNextAsync());
    }

    private async Task<List<AssetEntry>> ListAsync(string account)
    {
        var entries = new List<AssetEntry>();
        await foreach (var entry in _assets.ListAsync(account, default))
        {
            entries.Add(entry);
        }

        return entries;
    }
}
