using System.Text;
using Azure.Storage.Blobs;
using MediaInfo.AzureStorage.Objects;
using MediaInfo.AzureStorage.Tests.Support;
using MediaInfo.Core.Objects;
using MediaInfo.TestSupport;
using Xunit;

namespace MediaInfo.AzureStorage.Tests.Objects;

[Collection(AzuriteFixture.Collection)]
public sealed class BlobObjectWriterTests : IAsyncLifetime, IDisposable
{
    private readonly ProxiedStorage _storage;
    private BlobContainerClient _container = null!;

    public BlobObjectWriterTests(AzuriteFixture azurite) => _storage = new ProxiedStorage(azurite);

    public async Task InitializeAsync() => _container = await _storage.Direct.NewContainerAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _storage.Dispose();

    [Theory]
    [InlineData("a.json")]
    [InlineData("目录/报告 +%2F.json")]
    public async Task A_file_is_written_with_its_content_type_in_one_request(string key)
    {
        Assert.Equal(ObjectWriteStatus.Written, await WriteAsync(key, "one"));

        Assert.Equal(1, _storage.Blobs.Requests);
        var blob = _container.GetBlobClient(key);
        Assert.Equal("one", (await blob.DownloadContentAsync()).Value.Content.ToString());
        Assert.Equal("application/json", (await blob.GetPropertiesAsync()).Value.ContentType);
    }

    [Theory]
    [InlineData("../another/a.json")]
    [InlineData("")]
    public async Task A_key_that_addresses_another_object_costs_no_request(string key)
    {
        Assert.Equal(ObjectWriteStatus.NotFound, await WriteAsync(key, "one"));
        Assert.Equal(0, _storage.Blobs.Requests);
    }

    [Theory]
    [InlineData(0xFFFE)]
    [InlineData(0xFFFF)]
    [InlineData(0x0001)]
    [InlineData(0xD800)]
    public async Task A_key_that_would_break_the_buckets_lists_costs_no_request(int character)
    {
        Assert.Equal(ObjectWriteStatus.NotFound, await WriteAsync($"reports/{(char)character}.json", "one"));
        Assert.Equal(0, _storage.Blobs.Requests);
    }

    [Fact]
    public async Task Unreachable_storage_is_an_IO_error()
    {
        using var clients = TestClients.ToNowhere();

        await Assert.ThrowsAsync<IOException>(() => new BlobObjectWriter(clients).WriteAsync(
            new ObjectRef(_container.Name, "a.json"), Encoding.UTF8.GetBytes("one"), "application/json", "owner", default));
    }

    private async Task<string> ReadAsync(string key) =>
        (await _container.GetBlobClient(key).DownloadContentAsync()).Value.Content.ToString();

    private Task<ObjectWriteStatus> WriteAsync(string key, string text, string owner = "owner") =>
        WriteAsync(new ObjectRef(_container.Name, key), text, owner);

    private Task<ObjectWriteStatus> WriteAsync(ObjectRef target, string text, string owner) =>
        new BlobObjectWriter(_storage.Clients).WriteAsync(
            target, Encoding.UTF8.GetBytes(text), "application/json", owner, default);
}
