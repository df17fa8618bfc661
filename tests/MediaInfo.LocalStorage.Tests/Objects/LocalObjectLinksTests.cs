using MediaInfo.Core.Objects;
using MediaInfo.LocalStorage.Objects;
using MediaInfo.LocalStorage.Tests.Support;
using MediaInfo.TestSupport;

namespace MediaInfo.LocalStorage.Tests.Objects;

public sealed class LocalObjectLinksTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(null, "http://localhost:7071", "http://localhost:7071/objects/bucket/a%20b.mp4?expires=")]
    [InlineData("https://cdn.example/x/", "http://localhost:7071", "https://cdn.example/x/objects/bucket/a%20b.mp4?expires=")]
    [InlineData("https://media.example.com", null, "https://media.example.com/objects/bucket/a%20b.mp4?expires=")]
    public async Task The_URL_begins_with_the_public_address_or_the_one_that_is_listened_on(
        string? set, string? listens, string begin)
    {
        var link = await SignAsync(set, listens);

        Assert.StartsWith(begin, link!.AbsoluteUri, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_any_address_there_is_no_URL() => Assert.Null(await SignAsync(set: null, listens: null));

    private Task<Uri?> SignAsync(string? set, string? listens)
    {
        var options = new LocalStorageOptions
        {
            Directory = _folder.Path,
            PublicAddress = set is null ? null : new Uri(set),
        };
        var signer = new ObjectLinkSigner(new LinkKeys(options));
        var links = new LocalObjectLinks(
            signer, new MediaFolder(options), options, new FixedAddress(listens), new ManualTimeProvider());
        return links.SignAsync(new ObjectRef("bucket", "a b.mp4"), TimeSpan.FromHours(1), default);
    }
}
