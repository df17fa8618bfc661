using System.Net;
using System.Text;
using MediaInfo.AzureStorage.Objects;
using MediaInfo.AzureStorage.Tests.Support;
using MediaInfo.Core.Objects;
using MediaInfo.TestSupport;
using Microsoft.AspNetCore.WebUtilities;
using Xunit;

namespace MediaInfo.AzureStorage.Tests.Library;

[Collection(AzuriteFixture.Collection)]
public sealed class BlobObjectLinksTests : IDisposable
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    private static readonly string[] SaidInAddress = ["sp", "sr", "spr", "se", "skoid"];

    private readonly AzuriteFixture _azurite;
    private readonly StorageClients _clients;
    private readonly HttpClient _http = new();

    public BlobObjectLinksTests(AzuriteFixture azurite)
    {
        _azurite = azurite;
        _clients = TestClients.To(azurite.ConnectionString);
    }

    public void Dispose()
    {
        _clients.Dispose();
        _http.Dispose();
    }

    [Fact]
    public async Task The_URL_cannot_write_or_delete()
    {
        var source = await UploadAsync("film.mp4");
        await _clients.Blobs.GetBlobContainerClient(source.Bucket).GetBlobClient("other.mp4").UploadAsync(
            BinaryData.FromString("other"));
        var link = await LinksAt(TimeProvider.System).SignAsync(source, Hour, default);

        using var write = new HttpRequestMessage(HttpMethod.Put, link) { Content = new StringContent("changed") };
        write.Headers.Add("x-ms-blob-type", "BlockBlob");
        Assert.Equal(HttpStatusCode.Forbidden, (await _http.SendAsync(write)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await _http.DeleteAsync(link)).StatusCode);
        var other = link!.AbsoluteUri.Replace("film.mp4", "other.mp4", StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await _http.GetAsync(other)).StatusCode);
        Assert.Equal("film.mp4", await _http.GetStringAsync(link));
    }

    [Fact]
    public async Task An_identity_signs_with_a_delegation_key_that_it_requests_once()
    {
        var time = new ManualTimeProvider();
        using var storage = new DelegatingStorage(time);
        var links = new BlobObjectLinks(storage.Blobs, usesIdentity: true, time);

        var first = await links.SignAsync(new ObjectRef("bucket", "目录/film 1.mp4"), Hour, default);
        await links.SignAsync(new ObjectRef("bucket", "another.mp4"), Hour, default);

        Assert.Equal("/bucket/%E7%9B%AE%E5%BD%95/film%201.mp4", first!.AbsolutePath);
        var query = QueryHelpers.ParseQuery(first.Query);
        var said = SaidInAddress.Select(name => query[name].ToString());
        Assert.Equal(["r", "b", "https", "2024-02-29T13:00:00Z", DelegatingStorage.ObjectId], said);
        Assert.NotEmpty(query["sig"].ToString());
        Assert.Equal(1, storage.Requests);
        time.Advance(TimeSpan.FromHours(48));
        await links.SignAsync(new ObjectRef("bucket", "another.mp4"), Hour, default);
        Assert.Equal(2, storage.Requests);
    }

    [Fact]
    public async Task An_identity_without_the_role_gets_no_URL()
    {
        using var storage = new DelegatingStorage(new ManualTimeProvider()) { Forbids = true };

        Assert.Null(await new BlobObjectLinks(storage.Blobs, usesIdentity: true, new ManualTimeProvider())
            .SignAsync(new ObjectRef("bucket", "film.mp4"), Hour, default));
    }

    [Fact]
    public async Task Without_permission_to_sign_there_is_no_URL()
    {
        using var bySignature = TestClients.To(
            $"BlobEndpoint={_azurite.Azurite.BlobEndpoint};QueueEndpoint={_azurite.Azurite.QueueEndpoint};SharedAccessSignature=sv=2021-12-02&sig=x");

        Assert.Null(await new BlobObjectLinks(bySignature.Blobs, bySignature.UsesIdentity, TimeProvider.System).SignAsync(
            new ObjectRef("bucket", "film.mp4"), Hour, default));
        Assert.Null(await LinksAt(TimeProvider.System).SignAsync(new ObjectRef("$web", "film.mp4"), Hour, default));
    }

    private BlobObjectLinks LinksAt(TimeProvider time) => new(_clients.Blobs, _clients.UsesIdentity, time);

    private async Task<ObjectRef> UploadAsync(string key)
    {
        var container = await _clients.NewContainerAsync();
        await container.GetBlobClient(key).UploadAsync(BinaryData.FromBytes(Encoding.UTF8.GetBytes(key)));
        return new ObjectRef(container.Name, key);
    }
}
