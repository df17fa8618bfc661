using System.Text;
using MediaInfo.AzureStorage.Objects;
using MediaInfo.AzureStorage.Tests.Support;
using MediaInfo.Core.Objects;
using MediaInfo.TestSupport;
using Xunit;

namespace MediaInfo.AzureStorage.Tests.Objects;

/// <summary>
/// Every operation on media in another account, which has a container with the same name as one of the service's account.
/// </summary>
[Collection(AzuriteFixture.Collection)]
public sealed class OtherMediaAccountTests : IAsyncLifetime, IDisposable
{
    private const string Key = "films/a.mp4";
    private const string Media = "a longer film of the media account";
    private const string Own = "own";

    private readonly string _bucket = AzuriteFixture.UniqueName("bucket");
    private readonly AzuriteFixture _azurite;
    private readonly StorageClients _clients;

    public OtherMediaAccountTests(AzuriteFixture azurite)
    {
        _azurite = azurite;
        _clients = To(azurite.Azurite.OtherConnectionString);
    }

    private ObjectRef Source => new(_bucket, Key);

    public async Task InitializeAsync()
    {
        foreach (var (blobs, content) in new[] { (_clients.Media, Media), (_clients.Blobs, Own) })
        {
            var container = (await blobs.CreateBlobContainerAsync(_bucket)).Value;
            await container.UploadBlobAsync(Key, BinaryData.FromString(content));
        }
    }

    private LinksByAccount Links() => new(
        new BlobObjectLinks(_clients.Media, _clients.MediaUsesIdentity, TimeProvider.System),
        new BlobObjectLinks(_clients.Blobs, _clients.UsesIdentity, TimeProvider.System));

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _clients.Dispose();

    [Theory]
    [InlineData(4)]
    [InlineData(8 * 1024 * 1024)]
    public async Task Bytes_are_read_from_the_media_account(long count)
    {
        await using var read = await new BlobObjectStore(_clients).ReadAsync(Source, 0, count, etag: null, default);

        using var text = new StreamReader(read.Content);
        Assert.Equal(Media[..(int)Math.Min(count, Media.Length)], await text.ReadToEndAsync());
        Assert.Equal(Media.Length, read.Properties!.Size);
    }

    [Fact]
    public async Task A_read_beyond_the_end_reports_the_size_in_the_media_account()
    {
        await using var read = await new BlobObjectStore(_clients).ReadAsync(Source, 1_000, 10, etag: null, default);

        Assert.Equal((ObjectReadStatus.BehindEnd, Media.Length), (read.Status, read.Properties!.Size));
    }

    [Fact]
    public async Task Properties_come_from_the_media_account() =>
        Assert.Equal(Media.Length, (await new BlobObjectStore(_clients).FindAsync(Source, default))!.Size);

    [Fact]
    public async Task A_list_has_only_objects_of_the_media_account()
    {
        await _clients.Blobs.GetBlobContainerClient(_bucket).UploadBlobAsync("films/secret.mp4", BinaryData.FromString(Own));

        var listed = await new BlobObjectStore(_clients).ListAsync(_bucket, "films/", default);

        Assert.Equal((Key, Media.Length), Assert.Single(listed!.Select(item => (item.Key, (int)item.Value))));
    }

    [Fact]
    public async Task A_signed_URL_reads_from_the_media_account()
    {
        using var http = new HttpClient();
        var links = new BlobObjectLinks(_clients.Media, _clients.MediaUsesIdentity, TimeProvider.System);

        var link = await links.SignAsync(Source, TimeSpan.FromHours(1), default);

        Assert.Equal(Media, await http.GetStringAsync(link));
    }

    [Fact]
    public async Task A_result_is_written_to_the_media_account()
    {
        var target = new ObjectRef(_bucket, "result.json");

        var status = await new BlobObjectWriter(_clients).WriteAsync(
            target, Encoding.UTF8.GetBytes("{}"), "application/json", "owner", default);

        Assert.Equal(ObjectWriteStatus.Written, status);
        Assert.True((await _clients.Media.GetBlobContainerClient(_bucket).GetBlobClient(target.Key).ExistsAsync()).Value);
        Assert.False((await _clients.Blobs.GetBlobContainerClient(_bucket).GetBlobClient(target.Key).ExistsAsync()).Value);
    }

    [Fact]
    public async Task The_services_own_files_lie_in_its_own_account_and_are_read_there_by_signed_URLs()
    {
        using var http = new HttpClient();
        var target = new ObjectRef(OwnBucket.Name, $"{_bucket}/job/a.jpg");
        var writer = new BlobObjectWriter(_clients);
        await writer.EnsureBucketAsync(target.Bucket, default);

        await writer.WriteAsync(target, Encoding.UTF8.GetBytes("picture"), "image/jpeg", "owner", default);

        Assert.True((await _clients.Blobs.GetBlobContainerClient(OwnBucket.Name).GetBlobClient(target.Key).ExistsAsync()).Value);
        Assert.Equal("picture", await http.GetStringAsync(await Links().SignAsync(target, TimeSpan.FromHours(1), default)));
        Assert.Equal(Media, await http.GetStringAsync(await Links().SignAsync(Source, TimeSpan.FromHours(1), default)));
    }

    [Fact]
    public async Task A_bucket_that_exists_only_in_the_services_account_is_not_found()
    {
        var source = Source with { Bucket = (await _clients.NewContainerAsync()).Name };
        var store = new BlobObjectStore(_clients);

        await using var read = await store.ReadAsync(source, 0, 10, etag: null, default);

        Assert.Equal(ObjectReadStatus.NotFound, read.Status);
        Assert.Null(await store.FindAsync(source, default));
        Assert.Null(await store.ListAsync(source.Bucket, "", default));
        Assert.Equal(
            ObjectWriteStatus.NotFound,
            await new BlobObjectWriter(_clients).WriteAsync(source, default, "text/plain", "owner", default));
    }

    [Fact]
    public async Task The_services_names_are_free_in_the_media_account_and_reach_none_of_its_data()
    {
        await _clients.Initializer().InitializeAsync(default);
        await _clients.Blobs.GetBlobContainerClient(StorageNames.JobsContainer).GetBlobClient(Key).UploadAsync(
            BinaryData.FromString(Own), overwrite: true);
        var media = _clients.Media.GetBlobContainerClient(StorageNames.JobsContainer);
        await media.CreateIfNotExistsAsync();
        await media.GetBlobClient(Key).UploadAsync(BinaryData.FromString(Media), overwrite: true);

        var found = await new BlobObjectStore(_clients).FindAsync(new ObjectRef(media.Name, Key), default);

        Assert.Equal(Media.Length, found!.Size);
    }

    [Theory]
    [InlineData("mediainfo-jobs")]
    [InlineData("azure-webjobs-hosts")]
    [InlineData("app-package-1")]
    [InlineData("hub-leases")]
    public async Task Reserved_names_are_not_found_in_the_services_own_account(string bucket)
    {
        using var clients = TestClients.To(_azurite.ConnectionString);
        var container = clients.Blobs.GetBlobContainerClient(bucket);
        await container.CreateIfNotExistsAsync();
        await container.GetBlobClient(Key).UploadAsync(BinaryData.FromString(Own), overwrite: true);
        var source = Source with { Bucket = bucket };
        var store = new BlobObjectStore(clients);

        await using var read = await store.ReadAsync(source, 0, 10, etag: null, default);

        Assert.Equal(ObjectReadStatus.NotFound, read.Status);
        Assert.Null(await store.FindAsync(source, default));
        Assert.Null(await store.ListAsync(bucket, "", default));
        Assert.Equal(
            ObjectWriteStatus.NotFound,
            await new BlobObjectWriter(clients).WriteAsync(source, default, "text/plain", "owner", default));
    }

    [Fact]
    public async Task The_service_is_ready_if_both_accounts_answer()
    {
        var initializer = _clients.Initializer();
        await initializer.InitializeAsync(default);

        Assert.Null(await initializer.CheckAsync(default));
    }

    [Theory]
    [InlineData("http://127.0.0.1:1/media", "Connection refused")]
    [InlineData(null, "AuthorizationFailure")]
    public async Task The_service_is_not_ready_if_the_media_account_cannot_be_used(string? address, string reason)
    {
        var right = _azurite.Azurite.OtherConnectionString;
        var wrong = address is null
            ? right.Replace("AccountKey=E", "AccountKey=F", StringComparison.Ordinal)
            : $"BlobEndpoint={address};SharedAccessSignature=sv=1";
        using var clients = To(wrong);
        var initializer = clients.Initializer();
        await initializer.InitializeAsync(default);

        var problem = await initializer.CheckAsync(default);

        Assert.StartsWith($"Storage at {clients.Media.Uri} is not usable: ", problem, StringComparison.Ordinal);
        Assert.Contains(reason, problem, StringComparison.Ordinal);
    }

    private StorageClients To(string media) =>
        new(new AzureStorageOptions { ConnectionString = _azurite.ConnectionString, MediaConnectionString = media });
}
