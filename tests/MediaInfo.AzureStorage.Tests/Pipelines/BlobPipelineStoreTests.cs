using MediaInfo.AzureStorage.Pipelines;
using MediaInfo.AzureStorage.Tests.Support;
using MediaInfo.Core.Pipelines;
using MediaInfo.TestSupport;
using Xunit;

namespace MediaInfo.AzureStorage.Tests.Pipelines;

[Collection(AzuriteFixture.Collection)]
public sealed class BlobPipelineStoreTests : IAsyncLifetime, IDisposable
{
    private readonly string _account = AzuriteFixture.UniqueName("account");
    private readonly ProxiedStorage _storage;
    private readonly BlobPipelineStore _store;

    public BlobPipelineStoreTests(AzuriteFixture azurite)
    {
        _storage = new ProxiedStorage(azurite);
        _store = new BlobPipelineStore(_storage.Clients);
    }

    public async Task InitializeAsync() => await _storage.Direct.Initializer().InitializeAsync(default);

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _storage.Dispose();

    [Fact]
    public async Task A_list_does_not_read_the_documents_of_deleted_pipelines()
    {
        await WriteAsync(NewPipeline(), etag: null);
        await WriteAsync(NewPipeline() with { State = PipelineState.Deleted }, etag: null);
        var before = _storage.Blobs.Requests;

        await _store.ListAsync(_account, default);

        Assert.Equal(2, _storage.Blobs.Requests - before);
    }

    [Fact]
    public async Task An_outage_of_storage_is_an_error()
    {
        _storage.Blobs.Rule = _ => Interference.Overload;

        await Assert.ThrowsAsync<IOException>(() => FindAsync(NewPipeline().Id));
        await Assert.ThrowsAsync<IOException>(() => _store.ListAsync(_account, default));
        await Assert.ThrowsAsync<IOException>(() => WriteAsync(NewPipeline(), etag: null));
    }

    private static Pipeline NewPipeline() => new()
    {
        Id = Guid.NewGuid().ToString("N"),
        Name = "own",
        State = PipelineState.Active,
        CreatedAt = new DateTimeOffset(2024, 2, 29, 12, 0, 0, TimeSpan.Zero),
        Speed = "Standard",
    };

    private Task<StoredPipeline?> FindAsync(string id) => _store.FindAsync(_account, id, default);

    private Task<bool> WriteAsync(Pipeline pipeline, string? etag) => _store.WriteAsync(_account, pipeline, etag, default);
}
