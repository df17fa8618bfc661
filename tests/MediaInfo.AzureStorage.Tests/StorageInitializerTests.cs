using MediaInfo.AzureStorage.Tests.Support;
using MediaInfo.Core.Accounts;
using MediaInfo.TestSupport;
using Xunit;

namespace MediaInfo.AzureStorage.Tests;

[Collection(AzuriteFixture.Collection)]
public sealed class StorageInitializerTests(AzuriteFixture azurite) : IDisposable
{
    private readonly ProxiedStorage _storage = new(azurite);

    public void Dispose() => _storage.Dispose();

    [Fact]
    public async Task Everything_missing_is_created_concurrently_and_repeatably()
    {
        var queue = AzuriteFixture.UniqueName("callback");
        var initializer = _storage.Clients.Initializer(
            new Account { Id = "one", CallbackQueue = queue },
            new Account { Id = "two", CallbackQueue = queue },
            new Account { Id = "three" });

        await Task.WhenAll(initializer.InitializeAsync(default), initializer.InitializeAsync(default));
        await initializer.InitializeAsync(default);

        foreach (var container in new[] { "mediainfo-jobs", "mediainfo-results" })
        {
            Assert.True((await _storage.Direct.Blobs.GetBlobContainerClient(container).ExistsAsync()).Value, container);
        }

        foreach (var name in StorageNames.Queues.Append(queue))
        {
            Assert.True((await _storage.Direct.Queues.GetQueueClient(name).ExistsAsync()).Value, name);
        }
    }

    [Fact]
    public async Task Initialized_storage_is_ready()
    {
        var initializer = _storage.Clients.Initializer();
        await initializer.InitializeAsync(default);

        Assert.Null(await initializer.CheckAsync(default));
    }

    [Fact]
    public async Task Unreachable_storage_is_one_clear_error()
    {
        using var clients = TestClients.ToNowhere();
        var initializer = clients.Initializer();

        var error = await Assert.ThrowsAsync<IOException>(() => initializer.InitializeAsync(default));

        Assert.Equal(
            "Storage at http://127.0.0.1:1/devstoreaccount1 is not usable: Connection refused (127.0.0.1:1)", error.Message);
        Assert.Equal(error.Message, await initializer.CheckAsync(default));
    }

    [Fact]
    public async Task Storage_that_refuses_access_is_one_clear_error()
    {
        _storage.Blobs.Rule = _ => Interference.Forbid;
        var initializer = _storage.Clients.Initializer();

        var error = await Assert.ThrowsAsync<IOException>(() => initializer.InitializeAsync(default));

        Assert.EndsWith("(AuthorizationFailure)", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error.Message);
        Assert.EndsWith("(AuthorizationFailure)", await initializer.CheckAsync(default), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Queues_that_do_not_answer_are_not_ready()
    {
        var initializer = _storage.Clients.Initializer();
        await initializer.InitializeAsync(default);
        _storage.Queues.Rule = _ => Interference.Overload;

        Assert.Contains("ServerBusy", await initializer.CheckAsync(default), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cancelled_start_throws() =>
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => _storage.Clients.Initializer().InitializeAsync(new CancellationToken(canceled: true)));
}
