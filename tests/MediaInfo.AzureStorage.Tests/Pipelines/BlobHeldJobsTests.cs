using MediaInfo.AzureStorage.Pipelines;
using MediaInfo.AzureStorage.Tests.Support;
using MediaInfo.Core.Jobs;
using MediaInfo.Core.Pipelines;
using MediaInfo.TestSupport;
using Xunit;

namespace MediaInfo.AzureStorage.Tests.Pipelines;

[Collection(AzuriteFixture.Collection)]
public sealed class BlobHeldJobsTests : IAsyncLifetime, IDisposable
{
    private const string Pipeline = "0123456789abcdef0123456789abcdef";

    private readonly string _account = AzuriteFixture.UniqueName("account");
    private readonly ProxiedStorage _storage;
    private readonly BlobHeldJobs _held;

    public BlobHeldJobsTests(AzuriteFixture azurite)
    {
        _storage = new ProxiedStorage(azurite);
        _held = new BlobHeldJobs(_storage.Clients);
    }

    public async Task InitializeAsync() => await _storage.Direct.Initializer().InitializeAsync(default);

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _storage.Dispose();

    [Fact]
    public async Task Only_the_notes_of_the_pipeline_are_listed()
    {
        HeldJob[] jobs = [NewJob(), NewJob()];
        foreach (var job in jobs.Append(NewJob("ffffffffffffffffffffffffffffffff")).Append(
            new HeldJob(UniqueJobs.NewKey(), Pipeline)))
        {
            await _held.AddAsync(job, default);
        }

        Assert.Equal(jobs.ToHashSet(), (await ListAsync()).Select(note => note.Held).ToHashSet());
    }

    [Fact]
    public async Task A_job_noted_twice_has_one_note()
    {
        var job = NewJob();

        await _held.AddAsync(job, default);
        var second = await _held.AddAsync(job, default);

        Assert.Equal(second, Assert.Single(await ListAsync()));
    }

    [Fact]
    public async Task A_note_can_be_removed_as_it_was_added_or_listed()
    {
        await _held.RemoveAsync(await _held.AddAsync(NewJob(), default), default);
        await _held.AddAsync(NewJob(), default);
        await _held.RemoveAsync(Assert.Single(await ListAsync()), default);

        Assert.Empty(await ListAsync());
    }

    [Fact]
    public async Task A_note_renewed_in_the_meantime_is_not_removed()
    {
        var job = NewJob();
        var added = await _held.AddAsync(job, default);
        var listed = Assert.Single(await ListAsync());
        await _held.AddAsync(job, default);

        await _held.RemoveAsync(added, default);
        await _held.RemoveAsync(listed, default);

        Assert.Equal(job, Assert.Single(await ListAsync()).Held);
    }

    [Fact]
    public async Task Removing_a_missing_note_is_not_an_error()
    {
        var note = await _held.AddAsync(NewJob(), default);
        await _held.RemoveAsync(note, default);

        await _held.RemoveAsync(note, default);

        Assert.Empty(await ListAsync());
    }

    [Fact]
    public async Task An_outage_of_storage_is_an_error_and_not_an_empty_list()
    {
        var note = await _held.AddAsync(NewJob(), default);
        _storage.Blobs.Rule = _ => Interference.Overload;

        await Assert.ThrowsAsync<IOException>(() => _held.AddAsync(NewJob(), default));
        await Assert.ThrowsAsync<IOException>(ListAsync);
        await Assert.ThrowsAsync<IOException>(() => _held.RemoveAsync(note, default));
    }

    [Theory]
    [InlineData("")]
    [InlineData("0123")]
    [InlineData("../0123456789abcdef0123456789abcdef")]
    [InlineData("long")]
    public async Task Nothing_waits_for_an_invalid_pipeline(string pipeline)
    {
        await _held.AddAsync(NewJob(), default);
        var id = pipeline is "long" ? new string('\u00a3', 20_000) : pipeline;

        await foreach (var note in _held.ListAsync(_account, id, default))
        {
            Assert.Fail($"{note}");
        }
    }

    private HeldJob NewJob(string pipeline = Pipeline) => new(new JobKey(_account, Guid.NewGuid().ToString("N")), pipeline);

    private async Task<List<HeldJobNote>> ListAsync()
    {
        var notes = new List<HeldJobNote>();
        await foreach (var note in _held.ListAsync(_account, Pipeline, default))
        {
            notes.Add(note);
        }

        return notes;
    }
}
