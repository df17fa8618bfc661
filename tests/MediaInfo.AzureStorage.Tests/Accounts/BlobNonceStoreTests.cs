using MediaInfo.AzureStorage.Accounts;
using MediaInfo.AzureStorage.Tests.Support;
using MediaInfo.TestSupport;
using Xunit;

namespace MediaInfo.AzureStorage.Tests.Accounts;

[Collection(AzuriteFixture.Collection)]
public sealed class BlobNonceStoreTests : IAsyncLifetime, IDisposable
{
    private static readonly DateTimeOffset SignedAt = new(2024, 2, 29, 12, 59, 59, TimeSpan.Zero);

    private readonly string _key = AzuriteFixture.UniqueName("key");
    private readonly ProxiedStorage _storage;
    private readonly BlobNonceStore _here;
    private readonly BlobNonceStore _there;

    public BlobNonceStoreTests(AzuriteFixture azurite)
    {
        _storage = new ProxiedStorage(azurite);
        _here = new BlobNonceStore(_storage.Clients);
        _there = new BlobNonceStore(_storage.Direct);
    }

    public async Task InitializeAsync() => await _storage.Direct.Initializer().InitializeAsync(default);

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _storage.Dispose();

    [Fact]
    public async Task A_nonce_is_used_once_across_processes()
    {
        Assert.True(await _here.TryUseAsync(_key, "1", SignedAt, default));
        Assert.False(await _here.TryUseAsync(_key, "1", SignedAt, default));
        Assert.False(await _there.TryUseAsync(_key, "1", SignedAt, default));
    }

    [Fact]
    public async Task One_of_many_concurrent_uses_by_several_processes_is_the_first()
    {
        var uses = Enumerable.Range(0, 16).Select(i => (i % 2 == 0 ? _here : _there).TryUseAsync(_key, "1", SignedAt, default));

        Assert.Single(await Task.WhenAll(uses), first => first);
    }

    [Fact]
    public async Task A_use_whose_response_was_lost_still_counts_as_the_first()
    {
        _storage.Blobs.Rule = number => number == 1 ? Interference.LoseAnswer : Interference.None;

        Assert.True(await _here.TryUseAsync(_key, "1", SignedAt, default));
        Assert.False(await _here.TryUseAsync(_key, "1", SignedAt, default));
        Assert.False(await _there.TryUseAsync(_key, "1", SignedAt, default));
    }

    [Fact]
    public async Task An_outage_of_storage_is_an_error()
    {
        _storage.Blobs.Rule = _ => Interference.Overload;

        await Assert.ThrowsAsync<IOException>(() => _here.TryUseAsync(_key, "1", SignedAt, default));
    }
}
