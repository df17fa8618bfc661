using System.Text;
using MediaInfo.AzureStorage.Jobs;
using MediaInfo.AzureStorage.Tests.Support;
using MediaInfo.Core.Jobs;
using MediaInfo.Storage.Contracts.Jobs;
using MediaInfo.TestSupport;
using Xunit;

namespace MediaInfo.AzureStorage.Tests.Jobs;

[Collection(AzuriteFixture.Collection)]
public sealed class BlobResultStoreTests : IAsyncLifetime, IDisposable
{
    private static readonly byte[] Content = Encoding.UTF8.GetBytes("""{"name":"视频"}""");

    private readonly ProxiedStorage _storage;
    private readonly BlobResultStore _store;
    private readonly JobKey _job = UniqueJobs.NewKey();

    public BlobResultStoreTests(AzuriteFixture azurite)
    {
        _storage = new ProxiedStorage(azurite);
        _store = new BlobResultStore(_storage.Clients);
    }

    public async Task InitializeAsync() => await _storage.Direct.Initializer().InitializeAsync(default);

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _storage.Dispose();

    [Theory]
    [InlineData(ResultPart.Streams, "streams")]
    [InlineData(ResultPart.Packets, "packets")]
    [InlineData(ResultPart.Description, "description")]
    public async Task A_part_is_a_JSON_blob_in_the_folder_of_its_job(ResultPart part, string name)
    {
        await _store.AddAsync(_job, part, Content, default);

        var blob = _storage.Direct.Blobs.GetBlobContainerClient("mediainfo-results").GetBlobClient(
            $"{_job.Account}/{_job.Id}/{name}.json");
        var stored = (await blob.DownloadContentAsync()).Value;
        Assert.Equal(Content, stored.Content.ToArray());
        Assert.Equal("application/json", stored.Details.ContentType);
    }

    [Fact]
    public async Task Megabytes_are_stored_and_read_with_one_request_each()
    {
        var megabytes = new byte[5_000_000];
        Array.Fill(megabytes, (byte)' ');

        await _store.AddAsync(_job, ResultPart.Streams, megabytes, default);
        Assert.Equal(1, _storage.Blobs.Requests);
        var found = await _store.FindAsync(_job, ResultPart.Streams, default);

        Assert.Equal(2, _storage.Blobs.Requests);
        Assert.Equal(megabytes, found!.Value.ToArray());
    }

    [Fact]
    public async Task A_part_whose_response_was_lost_is_still_stored()
    {
        _storage.Blobs.Rule = number => number == 1 ? Interference.LoseAnswer : Interference.None;

        await _store.AddAsync(_job, ResultPart.Streams, Content, default);

        Assert.Equal(Content, (await _store.FindAsync(_job, ResultPart.Streams, default))!.Value.ToArray());
    }

    [Theory]
    [ClassData(typeof(OddKeys))]
    public async Task A_malformed_key_costs_no_request(JobKey key)
    {
        Assert.Null(await _store.FindAsync(key, ResultPart.Streams, default));
        await Assert.ThrowsAsync<ArgumentException>(() => _store.AddAsync(key, ResultPart.Streams, Content, default));

        Assert.Equal(0, _storage.Blobs.Requests);
    }

    [Fact]
    public async Task Unreachable_storage_is_an_IO_error()
    {
        using var clients = TestClients.ToNowhere();
        var store = new BlobResultStore(clients);

        await Assert.ThrowsAsync<IOException>(() => store.AddAsync(_job, ResultPart.Streams, Content, default));
        await Assert.ThrowsAsync<IOException>(() => store.FindAsync(_job, ResultPart.Streams, default));
    }
}
