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
    public async Task An_outage_of_storage_is_an_error_and_not_an_empty_list()
    {
        var note = await _held.AddAsync(NewJob(), default);
        _storage.Blobs.Rule = _ => Interference.Overload;

        await Assert.ThrowsAsync<IOException>(() => _held.AddAsync(NewJob(), default));
        await Assert.ThrowsAsync<IOException>(ListAsync);
        await Assert.ThrowsAsync<IOException>(() => _held.RemoveAsync(note, default));
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
