using MediaInfo.Core.Objects;
using MediaInfo.LocalStorage.Objects;
using MediaInfo.LocalStorage.Tests.Support;

namespace MediaInfo.LocalStorage.Tests.Objects;

[Trait("Platform", "Linux")]
public sealed class ObjectLinkSignerTests : IDisposable
{
    private static readonly DateTimeOffset Now = DateTimeOffset.FromUnixTimeSeconds(1_700_000_000);
    private static readonly DateTimeOffset Expiry = Now.AddHours(1);
    private static readonly ObjectRef Source = new("bucket", "film.mp4");
    private static readonly string One = new('1', 32);
    private static readonly string Two = new('2', 32);

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_signature_holds_until_its_time() => Assert.Multiple(
        () => Assert.True(Verify(Signer(One), Signer(One).Sign(Source, Expiry), Expiry.AddSeconds(-1))),
        () => Assert.False(Verify(Signer(One), Signer(One).Sign(Source, Expiry), Expiry)));

    [Theory]
    [InlineData("bucket", "film.mp5", 0)]
    [InlineData("bucket", "film.mp4\n", 0)]
    [InlineData("bucke", "film.mp4", 0)]
    [InlineData("bucket", "film.mp4", 1)]
    public void A_signature_is_of_one_object_and_one_time(string bucket, string key, int later)
    {
        var signature = Signer(One).Sign(Source, Expiry);

        Assert.False(Signer(One).Verify(
            new ObjectRef(bucket, key), Expiry.ToUnixTimeSeconds() + later, signature, Now));
    }

    [Theory]
    [InlineData("")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("ääääääääääääääääääääääääääääääääääääääääääää")]
    [InlineData("not base64 not base64 not base64 not base64")]
    public void Other_texts_are_no_signatures(string text) => Assert.False(Verify(Signer(One), text, Now));

    [Fact]
    public void The_first_key_signs_and_all_keys_are_accepted()
    {
        var old = Signer(One).Sign(Source, Expiry);

        Assert.True(Verify(Signer(Two, One), old, Now));
        Assert.False(Verify(Signer(One), Signer(Two, One).Sign(Source, Expiry), Now));
        Assert.False(Verify(Signer(Two), old, Now));
    }

    [Fact]
    public void Without_keys_one_is_made_once_for_its_owner_only()
    {
        var signature = Signer().Sign(Source, Expiry);

        Assert.True(Verify(Signer(), signature, Now));
        Assert.True(OwnerOnly.Is(_folder["link-key"]));
    }

    [Fact]
    public void A_key_file_that_was_changed_is_reported()
    {
        File.WriteAllText(_folder["link-key"], "secret");

        var error = Assert.Throws<IOException>(() => Signer().Sign(Source, Expiry));

        Assert.Contains(_folder["link-key"], error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", error.Message, StringComparison.Ordinal);
    }

    private static bool Verify(ObjectLinkSigner signer, string signature, DateTimeOffset now) =>
        signer.Verify(Source, Expiry.ToUnixTimeSeconds(), signature, now);

    private ObjectLinkSigner Signer(params string[] keys) =>
        new(new LinkKeys(new LocalStorageOptions { Directory = _folder.Path, LinkKeys = keys }));
}
