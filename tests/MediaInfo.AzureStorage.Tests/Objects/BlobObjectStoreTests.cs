using System.Security.Cryptography;
using System.Text;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using MediaInfo.AzureStorage.Objects;
using MediaInfo.AzureStorage.Tests.Support;
using MediaInfo.Core.Objects;
using MediaInfo.Storage.Contracts.Objects;
using MediaInfo.Storage.Contracts;
using MediaInfo.TestSupport;
using Xunit;

namespace MediaInfo.AzureStorage.Tests.Objects;

[Collection(AzuriteFixture.Collection)]
public sealed class BlobObjectStoreTests : IAsyncLifetime, IDisposable
{
    private static readonly byte[] Bytes = [.. Enumerable.Range(0, 100_000).Select(i => (byte)(i * 7))];

    private readonly string _connectionString;
    private readonly ProxiedStorage _storage;
    private readonly BlobObjectStore _store;
    private BlobContainerClient _container = null!;

    public BlobObjectStoreTests(AzuriteFixture azurite)
    {
        _connectionString = azurite.ConnectionString;
        _storage = new ProxiedStorage(azurite);
        _store = new BlobObjectStore(_storage.Clients);
    }

    public async Task InitializeAsync() => _container = await _storage.Direct.NewContainerAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _storage.Dispose();

    [Fact]
    public async Task A_range_is_read_with_the_objects_properties_in_one_request()
    {
        var source = await PutAsync("video.mp4", Bytes, "video/mp4");

        await using var read = await _store.ReadAsync(source, 10, 500, null, default);

        Assert.Equal(ObjectReadStatus.Ok, read.Status);
        Assert.Equal(Bytes[10..510], await ContentAsync(read));
        Assert.Equal(1, _storage.Blobs.Requests);
        Assert.Equal(Bytes.Length, read.Properties!.Size);
        Assert.Equal("video/mp4", read.Properties.ContentType);
        Assert.Equal(Md5(Bytes), read.Properties.ContentMd5);
        Assert.Matches("^\"0x[0-9A-F]+\"$", read.Properties.ETag);
    }

    [Fact]
    public async Task Objects_are_read_from_the_media_account_if_one_is_set()
    {
        var source = await PutAsync("video.mp4", Bytes, "video/mp4");
        using var clients = new StorageClients(new AzureStorageOptions
        {
            ConnectionString =
                "DefaultEndpointsProtocol=http;AccountName=own;AccountKey=c2VjcmV0;BlobEndpoint=http://127.0.0.1:1/own;"
                    + "QueueEndpoint=http://127.0.0.1:1/own",
            MediaConnectionString = _connectionString,
        });

        var found = await new BlobObjectStore(clients).FindAsync(source, default);

        Assert.Equal(Bytes.Length, found!.Size);
    }

    [Fact]
    public async Task An_object_without_a_stored_digest_or_type_has_none()
    {
        var blob = _container.GetBlockBlobClient("blocks.mp4");
        var block = Convert.ToBase64String("block"u8);
        await blob.StageBlockAsync(block, new MemoryStream(Bytes));
        await blob.CommitBlockListAsync([block]);
        var source = new ObjectRef(_container.Name, "blocks.mp4");

        await using var read = await _store.ReadAsync(source, 0, 10, null, default);

        Assert.Null(read.Properties!.ContentMd5);
        Assert.Null((await _store.FindAsync(source, default))!.ContentMd5);
    }

    [Theory]
    [ClassData(typeof(AwkwardKeys))]
    public async Task A_key_is_exactly_the_name_of_its_blob(string key)
    {
        var content = Encoding.UTF8.GetBytes(key);
        var source = await PutAsync(key, content);

        await using var read = await _store.ReadAsync(source, 0, 10_000, null, default);
        var listed = new List<string>();
        await foreach (var blob in _container.GetBlobsAsync())
        {
            listed.Add(blob.Name);
        }

        Assert.Equal(ObjectReadStatus.Ok, read.Status);
        Assert.Equal(content, await ContentAsync(read));
        Assert.Equal(content.Length, (await _store.FindAsync(source, default))!.Size);
        Assert.Equal([key.Replace('\\', '/')], listed); // Storage itself treats '\' as '/', also in reads.
    }

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("..")]
    [InlineData("a/./b")]
    [InlineData("a/../video.mp4")]
    public async Task A_key_that_no_URL_can_address_costs_no_request(string key)
    {
        await PutAsync("video.mp4", Bytes);
        await AssertNotFoundWithoutRequestAsync(new ObjectRef(_container.Name, key));
    }

    [Fact]
    public async Task A_key_with_invalid_text_costs_no_request() =>
        await AssertNotFoundWithoutRequestAsync(new ObjectRef(_container.Name, "half a pair " + (char)0xD83C));

    [Fact]
    public async Task A_key_longer_than_storage_allows_costs_no_request() =>
        await AssertNotFoundWithoutRequestAsync(new ObjectRef(_container.Name, new string('k', 1025)));

    [Fact]
    public async Task A_key_that_leads_to_another_container_costs_no_request()
    {
        var other = await _storage.Direct.NewContainerAsync();
        await other.UploadBlobAsync("secret.json", BinaryData.FromString("secret"));

        await AssertNotFoundWithoutRequestAsync(new ObjectRef(_container.Name, $"../{other.Name}/secret.json"));
        await AssertNotFoundWithoutRequestAsync(new ObjectRef(_container.Name, $"a/../../{other.Name}/secret.json"));
        Assert.Null(await _store.FindAsync(new ObjectRef(_container.Name, $"..\\{other.Name}\\secret.json"), default));
        Assert.Null(await _store.FindAsync(new ObjectRef(_container.Name, $"%2e%2e/{other.Name}/secret.json"), default));
    }

    [Theory]
    [MemberData(nameof(IllegalNames.OfBuckets), MemberType = typeof(IllegalNames))]
    public async Task A_bucket_whose_name_storage_does_not_allow_costs_no_request(string bucket) =>
        await AssertNotFoundWithoutRequestAsync(new ObjectRef(bucket, "video.mp4"));

    [Theory]
    [InlineData(100_000)]
    [InlineData(100_001)]
    [InlineData(long.MaxValue - 1)]
    public async Task A_read_beyond_the_end_costs_a_second_request_for_the_size(long offset)
    {
        var source = await PutAsync("video.mp4", Bytes);

        await using var read = await _store.ReadAsync(source, offset, 500, null, default);

        Assert.Equal(ObjectReadStatus.BehindEnd, read.Status);
        Assert.Equal(Bytes.Length, read.Properties!.Size);
        Assert.Equal(2, _storage.Blobs.Requests);
    }

    [Fact]
    public async Task An_object_that_storage_refuses_is_denied()
    {
        var source = await PutAsync("video.mp4", Bytes);
        _storage.Blobs.Rule = _ => Interference.Forbid;

        await using var read = await _store.ReadAsync(source, 0, 5, null, default);

        Assert.Equal(ObjectReadStatus.Denied, read.Status);
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => _store.FindAsync(source, default));
    }

    [Fact]
    public async Task Truncated_content_is_an_IO_error_and_is_not_fetched_again()
    {
        var source = await PutAsync("video.mp4", Bytes);
        _storage.Blobs.Rule = _ => Interference.BreakBody;

        await using var read = await _store.ReadAsync(source, 0, Bytes.Length, null, default);

        await Assert.ThrowsAnyAsync<IOException>(() => ContentAsync(read));
        Assert.Equal(1, _storage.Blobs.Requests);
    }

    [Fact]
    public async Task Overloaded_storage_is_retried()
    {
        var source = await PutAsync("video.mp4", Bytes);
        _storage.Blobs.Rule = number => number <= 2 ? Interference.Overload : Interference.None;

        await using var read = await _store.ReadAsync(source, 0, 5, null, default);

        Assert.Equal(Bytes[..5], await ContentAsync(read));
        Assert.Equal(3, _storage.Blobs.Requests);
    }

    [Fact]
    public async Task Storage_that_stays_overloaded_is_an_IO_error()
    {
        var source = await PutAsync("video.mp4", Bytes);
        _storage.Blobs.Rule = _ => Interference.Overload;

        await Assert.ThrowsAsync<IOException>(() => _store.ReadAsync(source, 0, 5, null, default));
        await Assert.ThrowsAsync<IOException>(() => _store.FindAsync(source, default));
    }

    [Fact]
    public async Task Unreachable_storage_is_an_IO_error()
    {
        using var clients = TestClients.ToNowhere();

        var error = await Assert.ThrowsAsync<IOException>(
            () => new BlobObjectStore(clients).ReadAsync(new ObjectRef("bucket", "key"), 0, 5, null, default));

        Assert.DoesNotContain('\n', error.Message);
    }

    [Fact]
    public async Task A_list_of_a_prefix_has_the_sizes_and_costs_one_request()
    {
        foreach (var (key, size) in new[]
        {
            ("hls/segment1.ts", 10),
            ("hls/segment2.ts", 20),
            ("hls/deeper/segment3.ts", 0),
            ("hls2/segment1.ts", 40),
            ("HLS/segment1.ts", 50),
        })
        {
            await PutAsync(key, new byte[size]);
        }

        var listed = await _store.ListAsync(_container.Name, "hls/", default);

        Assert.Equal([("hls/deeper/segment3.ts", 0L), ("hls/segment1.ts", 10L), ("hls/segment2.ts", 20L)], Sorted(listed));
        Assert.Equal(1, _storage.Blobs.Requests);
    }

    [Theory]
    [InlineData("$root", "")]
    [InlineData("a/b", "")]
    public async Task A_list_of_a_bucket_or_prefix_that_storage_does_not_allow_costs_no_request(string bucket, string prefix)
    {
        Assert.Null(await _store.ListAsync(bucket, prefix, default));
        Assert.Null(await _store.ListAsync(_container.Name, new string('k', 1025), default));
        Assert.Equal(0, _storage.Blobs.Requests);
    }

    [Fact]
    public async Task A_bucket_that_storage_refuses_has_no_list()
    {
        _storage.Blobs.Rule = _ => Interference.Forbid;

        Assert.Null(await _store.ListAsync(_container.Name, "", default));
    }

    // The emulator lists such a name unescaped, which no XML reader accepts.
    [Fact]
    public async Task Keys_and_prefixes_that_XML_cannot_carry_have_no_list()
    {
        var key = $"hls/{(char)0xFFFE}.ts";
        await PutAsync(key, Bytes);

        Assert.Null(await _store.ListAsync(_container.Name, "hls/", default));
        Assert.Null(await _store.ListAsync(_container.Name, key, default));
        Assert.Equal(Bytes.Length, (await _store.FindAsync(new ObjectRef(_container.Name, key), default))!.Size);
    }

    [Fact]
    public async Task A_list_is_retried_and_finally_an_IO_error()
    {
        await PutAsync("a", new byte[1]);
        _storage.Blobs.Rule = number => number <= 2 ? Interference.Overload : Interference.None;
        Assert.Equal([("a", 1L)], Sorted(await _store.ListAsync(_container.Name, "", default)));

        _storage.Blobs.Rule = _ => Interference.Fail;
        await Assert.ThrowsAsync<IOException>(() => _store.ListAsync(_container.Name, "", default));
    }

    private static IEnumerable<(string Key, long Size)> Sorted(IReadOnlyDictionary<string, long>? listed) =>
        listed!.OrderBy(entry => entry.Key, StringComparer.Ordinal).Select(entry => (entry.Key, entry.Value));

    private async Task AssertNotFoundWithoutRequestAsync(ObjectRef source)
    {
        await using var read = await _store.ReadAsync(source, 0, 1, null, default);

        Assert.Equal(ObjectReadStatus.NotFound, read.Status);
        Assert.Null(await _store.FindAsync(source, default));
        Assert.Equal(0, _storage.Blobs.Requests);
    }

    private async Task<ObjectRef> PutAsync(string key, byte[] content, string? contentType = null)
    {
        var headers = new BlobHttpHeaders { ContentType = contentType, ContentHash = Convert.FromHexString(Md5(content)) };
        await _container.GetBlobClient(key).UploadAsync(
            BinaryData.FromBytes(content), new BlobUploadOptions { HttpHeaders = headers });
        return new ObjectRef(_container.Name, key);
    }

    private static async Task<byte[]> ContentAsync(ObjectRead read)
    {
        using var copy = new MemoryStream();
        await read.Content.CopyToAsync(copy);
        return copy.ToArray();
    }

#pragma warning disable CA5351 // Storage keeps MD5.
    private static string Md5(byte[] content) => Convert.ToHexStringLower(MD5.HashData(content));
#pragma warning restore CA5351
}
