using MediaInfo.Core.Pipelines;
using MediaInfo.TestSupport;

namespace MediaInfo.Storage.Contracts.Pipelines;

/// <summary>The contract of <see cref="IPipelineStore"/>.</summary>
public abstract class PipelineStoreContract(StorageRig rig) : StorageContract(rig)
{
    private IPipelineStore Store => Rig.Pipelines;

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
        Assert.Equal([pipeline], await Store.ListAsync(Account, default));
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
    public async Task One_of_many_concurrent_writers_creates_the_pipeline()
    {
        var pipeline = NewPipeline();

        var written = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => WriteAsync(pipeline, etag: null)));

        Assert.Single(written, success => success);
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
    public async Task Writing_the_same_content_again_makes_a_new_version()
    {
        var pipeline = NewPipeline();
        await WriteAsync(pipeline, etag: null);
        var read = await FindAsync(pipeline.Id);

        Assert.True(await WriteAsync(pipeline, read!.ETag));

        Assert.NotEqual(read.ETag, (await FindAsync(pipeline.Id))!.ETag);
        Assert.False(await WriteAsync(pipeline, read.ETag));
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
    public async Task A_pipeline_that_was_never_stored_cannot_be_replaced()
    {
        var other = NewPipeline();
        await WriteAsync(other, etag: null);

        Assert.False(await WriteAsync(NewPipeline(), (await FindAsync(other.Id))!.ETag));
    }

    [Fact]
    public async Task The_list_omits_deleted_pipelines_and_other_accounts()
    {
        Pipeline[] all = [NewPipeline(), NewPipeline() with { State = PipelineState.Paused }, NewPipeline()];
        foreach (var pipeline in all)
        {
            await WriteAsync(pipeline, etag: null);
        }

        await WriteAsync(all[2] with { State = PipelineState.Deleted }, (await FindAsync(all[2].Id))!.ETag);
        await Store.WriteAsync(Account + "-2", NewPipeline(), etag: null, default);
        await Store.WriteAsync(Account[..^1], NewPipeline(), etag: null, default);

        var listed = await Store.ListAsync(Account, default);

        Assert.Equal(all[..2].ToHashSet(), listed.ToHashSet());
        Assert.Equal(PipelineState.Deleted, (await FindAsync(all[2].Id))!.Pipeline.State);
    }

    [Theory]
    [InlineData("0123456789abcdef0123456789abcdef")]
    [InlineData("../jobs")]
    [InlineData("")]
    [InlineData("测试")]
    public async Task An_unknown_id_is_not_found(string id) => Assert.Null(await FindAsync(id));

    [Fact]
    public async Task Another_accounts_pipeline_is_not_found()
    {
        var pipeline = NewPipeline();
        await WriteAsync(pipeline, etag: null);

        Assert.Null(await Store.FindAsync(Another, pipeline.Id, default));
        Assert.Null(await Store.FindAsync(Account.ToUpperInvariant(), pipeline.Id, default));
    }

    [Theory]
    [InlineData("")]
    [InlineData("../jobs")]
    [InlineData("0123456789ABCDEF0123456789ABCDEF")]
    public async Task No_pipeline_has_a_malformed_id(string id) =>
        await Assert.ThrowsAsync<ArgumentException>(() => WriteAsync(NewPipeline() with { Id = id }, etag: null));

    [Fact]
    public async Task An_account_without_pipelines_has_an_empty_list() => Assert.Empty(await Store.ListAsync(Account, default));

    [Fact]
    public async Task A_cancelled_call_throws()
    {
        var pipeline = NewPipeline();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Store.FindAsync(Account, pipeline.Id, Cancelled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Store.ListAsync(Account, Cancelled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => Store.WriteAsync(Account, pipeline, etag: null, Cancelled));
        Assert.Null(await FindAsync(pipeline.Id));
    }

    private static Pipeline NewPipeline() => new()
    {
        Id = Unique.Id(),
        Name = "own",
        State = PipelineState.Active,
        CreatedAt = new DateTimeOffset(2024, 2, 29, 12, 0, 0, TimeSpan.Zero),
        Speed = "Standard",
    };

    private Task<StoredPipeline?> FindAsync(string id) => Store.FindAsync(Account, id, default);

    private Task<bool> WriteAsync(Pipeline pipeline, string? etag) => Store.WriteAsync(Account, pipeline, etag, default);
}
