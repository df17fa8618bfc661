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
    public async Task A_stored_pipeline_is_read_back_unchanged()
    {
        var pipeline = NewPipeline() with
        {
            State = PipelineState.Paused,
            SpeedLevel = 3,
            Role = "role",
            Notify = new NotifyTarget { QueueName = "my-queue", Topic = "my-topic", Url = "https://example.com/?a=测试" },
        };

        Assert.True(await WriteAsync(pipeline, etag: null));

        Assert.Equal(pipeline, (await FindAsync(pipeline.Id))!.Pipeline);
    }

    [Fact]
    public async Task A_new_pipeline_does_not_overwrite_an_existing_one()
    {
        var pipeline = NewPipeline();
        await WriteAsync(pipeline, etag: null);

        Assert.False(await WriteAsync(pipeline with { Name = "other" }, etag: null));

        Assert.Equal("own", (await FindAsync(pipeline.Id))!.Pipeline.Name);
    }

    [Fact]
    public async Task A_version_can_be_replaced_only_once()
    {
        var pipeline = NewPipeline();
        await WriteAsync(pipeline, etag: null);
        var read = await FindAsync(pipeline.Id);

        Assert.True(await WriteAsync(pipeline with { Name = "first" }, read!.ETag));
        Assert.False(await WriteAsync(pipeline with { Name = "second" }, read.ETag));

        Assert.Equal("first", (await FindAsync(pipeline.Id))!.Pipeline.Name);
    }

    [Fact]
    public async Task One_of_many_concurrent_replacements_of_a_version_succeeds()
    {
        var pipeline = NewPipeline();
        await WriteAsync(pipeline, etag: null);
        var read = await FindAsync(pipeline.Id);

        var written =
            await Task.WhenAll(Enumerable.Range(0, 8).Select(i => WriteAsync(pipeline with { Name = $"name {i}" }, read!.ETag)));

        Assert.Single(written, success => success);
    }

    [Fact]
    public async Task A_pipeline_that_was_never_stored_cannot_be_replaced() =>
        Assert.False(await WriteAsync(NewPipeline(), "\"0x8D0000000000000\""));

    [Fact]
    public async Task The_list_omits_deleted_pipelines_and_other_accounts()
    {
        Pipeline[] all = [NewPipeline(), NewPipeline() with { State = PipelineState.Paused }, NewPipeline()];
        foreach (var pipeline in all)
        {
            await WriteAsync(pipeline, etag: null);
        }

        await WriteAsync(all[2] with { State = PipelineState.Deleted }, (await FindAsync(all[2].Id))!.ETag);
        await _store.WriteAsync(_account + "-2", NewPipeline(), etag: null, default);
        await _store.WriteAsync(_account[..^1], NewPipeline(), etag: null, default);

        var listed = await _store.ListAsync(_account, default);

        Assert.Equal(all[..2].ToHashSet(), listed.ToHashSet());
        Assert.Equal(PipelineState.Deleted, (await FindAsync(all[2].Id))!.Pipeline.State);
    }

    [Fact]
    public async Task A_list_does_not_read_the_documents_of_deleted_pipelines()
    {
        await WriteAsync(NewPipeline(), etag: null);
        await WriteAsync(NewPipeline() with { State = PipelineState.Deleted }, etag: null);
        var before = _storage.Blobs.Requests;

        await _store.ListAsync(_account, default);

        Assert.Equal(2, _storage.Blobs.Requests - before);
    }

    [Theory]
    [InlineData("0123456789abcdef0123456789abcdef")]
    [InlineData("../jobs")]
    [InlineData("")]
    [InlineData("测试")]
    public async Task An_unknown_id_is_not_found(string id) => Assert.Null(await FindAsync(id));

    [Fact]
    public async Task An_account_without_pipelines_has_an_empty_list() => Assert.Empty(await _store.ListAsync(_account, default));

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
