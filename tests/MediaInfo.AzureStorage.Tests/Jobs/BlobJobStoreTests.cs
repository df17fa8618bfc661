using Azure.Storage.Blobs;
using MediaInfo.AzureStorage.Jobs;
using MediaInfo.AzureStorage.Tests.Support;
using MediaInfo.Core.Jobs;
using MediaInfo.Storage.Contracts.Jobs;
using MediaInfo.TestSupport;
using Microsoft.Extensions.Logging;
using Xunit;

namespace MediaInfo.AzureStorage.Tests.Jobs;

[Collection(AzuriteFixture.Collection)]
public sealed class BlobJobStoreTests : IAsyncLifetime, IDisposable
{
    private readonly RecordingLogger<BlobJobStore> _log = new();
    private readonly ProxiedStorage _storage;
    private readonly BlobJobStore _store;

    public BlobJobStoreTests(AzuriteFixture azurite)
    {
        _storage = new ProxiedStorage(azurite);
        _store = new BlobJobStore(_storage.Clients, _log);
    }

    private BlobContainerClient Documents => _storage.Direct.Blobs.GetBlobContainerClient("mediainfo-jobs");

    public async Task InitializeAsync() => await _storage.Direct.Initializer().InitializeAsync(default);

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _storage.Dispose();

    [Fact]
    public async Task A_job_is_stored_and_read_with_one_request_each()
    {
        var job = UniqueJobs.New().Ended();

        var added = await _store.AddAsync(job, default);
        Assert.Equal(1, _storage.Blobs.Requests);
        var found = await _store.FindAsync(job.Key, default);

        Assert.Equal(2, _storage.Blobs.Requests);
        Assert.Equal(new StoredJob(job, added!.ETag), found);
        Assert.Empty(_log.Entries);
    }

    [Fact]
    public async Task A_document_is_JSON_in_the_folder_of_its_account()
    {
        var job = UniqueJobs.New();
        await _store.AddAsync(job, default);

        var document = (await Documents.GetBlobClient($"{job.Key.Account}/{job.Key.Id}.json").DownloadContentAsync()).Value;

        Assert.Equal("application/json", document.Details.ContentType);
        Assert.StartsWith("{\"key\":{\"account\":", document.Content.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_add_whose_response_was_lost_succeeds()
    {
        var job = UniqueJobs.New();
        _storage.Blobs.Rule = number => number == 1 ? Interference.LoseAnswer : Interference.None;

        var added = await _store.AddAsync(job, default);

        Assert.NotNull(added);
        Assert.Equal(added, await _store.FindAsync(job.Key, default));
    }

    [Fact]
    public async Task A_replacement_whose_response_was_lost_succeeds()
    {
        var added = (await _store.AddAsync(UniqueJobs.New(), default))!;
        _storage.Blobs.Rule = number => number == 2 ? Interference.LoseAnswer : Interference.None;

        var written = await _store.ReplaceAsync(added, added.Job.Ended(), default);

        Assert.NotNull(written);
        Assert.Equal(written, await _store.FindAsync(added.Job.Key, default));
    }

    [Theory]
    [ClassData(typeof(OddKeys))]
    public async Task A_malformed_key_costs_no_request(JobKey key)
    {
        var job = UniqueJobs.New() with { Key = key };

        Assert.Null(await _store.FindAsync(key, default));
        Assert.Null(await _store.ReplaceAsync(new StoredJob(job, "\"0x1\""), job, default));
        await _store.RemoveAsync(key, default);
        await Assert.ThrowsAsync<ArgumentException>(() => _store.AddAsync(job, default));

        Assert.Equal(0, _storage.Blobs.Requests);
    }

    [Fact]
    public async Task The_version_that_was_read_is_replaced_with_one_request()
    {
        var read = await _store.AddAsync(UniqueJobs.New(), default);

        var replaced = await _store.ReplaceAsync(read!, read!.Job.Ended(), default);

        Assert.Equal(2, _storage.Blobs.Requests);
        Assert.Equal(read.Job.Ended(), replaced!.Job);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("{\"key\":")]
    [InlineData("no json")]
    public async Task A_document_that_cannot_be_read_is_not_found_and_logged(string document)
    {
        var key = UniqueJobs.NewKey();
        await Documents.UploadBlobAsync($"{key.Account}/{key.Id}.json", BinaryData.FromString(document));

        Assert.Null(await _store.FindAsync(key, default));

        var entry = Assert.Single(_log.Entries);
        Assert.Equal((3000, LogLevel.Warning), (entry.EventId, entry.Level));
        Assert.Contains(key.Id, entry.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Unreachable_storage_is_an_IO_error()
    {
        using var clients = TestClients.ToNowhere();
        var store = new BlobJobStore(clients, _log);
        var job = UniqueJobs.New();

        await Assert.ThrowsAsync<IOException>(() => store.AddAsync(job, default));
        await Assert.ThrowsAsync<IOException>(() => store.FindAsync(job.Key, default));
        await Assert.ThrowsAsync<IOException>(() => store.ReplaceAsync(new StoredJob(job, "\"0x1\""), job, default));
        await Assert.ThrowsAsync<IOException>(() => store.RemoveAsync(job.Key, default));
    }
}
