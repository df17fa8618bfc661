using System.Text;
using FsCheck;
using FsCheck.Fluent;
using MediaInfo.Core.Objects;
using MediaInfo.Probing.Reading;

namespace MediaInfo.Probing.Tests.Reading;

public sealed class ObjectUrlTests
{
    private const string Bucket = "example-bucket";

    private static readonly ObjectUrl Urls = new(new ObjectOptions { Locations = ["oss-cn-hangzhou", "region01"] });

    [Theory]
    [InlineData("plain.mp4")]
    [InlineData("dir/sub dir/a b.mp4")]
    [InlineData("a+b&c=d?e#f.mp4")]
    [InlineData("100%.mp4")]
    [InlineData("a%20b%2Fc")]
    [InlineData("./here/../there/.")]
    [InlineData("..")]
    [InlineData("/leading/and/trailing/")]
    [InlineData("a//b///c")]
    [InlineData("-leading")]
    [InlineData("视频/测试 文件.mp4")]
    [InlineData("emoji 🎬")]
    [InlineData("back\\slash:colon@at;semi,comma!'()*~$[]{}|^`\"<>")]
    [InlineData("tab\tnewline\nnull\0")]
    [InlineData("é and e\u0301")]
    [InlineData("http://other.objects.invalid/key")]
    public void An_awkward_key_can_be_recovered_from_its_URL(string key)
    {
        var url = ObjectUrl.Of(new ObjectRef(Bucket, key));

        Assert.Matches(@"^http://example-bucket\.objects\.invalid/[A-Za-z0-9\-._~%/]*$", url);
        Assert.Equal(key, Urls.KeyIn(Bucket, url));
    }

    [Fact]
    public void Any_key_can_be_recovered_from_its_URL() => Check.QuickThrowOnFailure(Prop.ForAll(
        Keys().ToArbitrary(),
        key => string.Equals(key, Urls.KeyIn(Bucket, ObjectUrl.Of(new ObjectRef(Bucket, key))), StringComparison.Ordinal)));

    [Theory]
    [InlineData("http://example-bucket.objects.invalid/a", "a")]
    [InlineData("https://example-bucket.objects.invalid/a", "a")]
    [InlineData("http://example-bucket.oss-cn-hangzhou.aliyuncs.com/a%2Fb", "a/b")]
    [InlineData("http://example-bucket.oss-cn-hangzhou-internal.aliyuncs.com/a", "a")]
    [InlineData("https://example-bucket.obs.region01.myhuaweicloud.com/a", "a")]
    [InlineData("http://EXAMPLE-BUCKET.OBJECTS.INVALID/A", "A")]
    [InlineData("http://example-bucket.objects.invalid:80/a", "a")]
    [InlineData("https://example-bucket.objects.invalid:443/a", "a")]
    [InlineData("http://example-bucket.objects.invalid/a?x=1", "a")]
    [InlineData("http://example-bucket.objects.invalid/a#b", "a")]
    [InlineData("http://example-bucket.objects.invalid/a+b", "a+b")]
    [InlineData("http://example-bucket.objects.invalid/", "")]
    public void The_buckets_own_URLs_name_its_keys(string url, string key) => Assert.Equal(key, Urls.KeyIn(Bucket, url));

    [Theory]
    [InlineData("http://other-bucket.objects.invalid/a")]
    [InlineData("http://objects.invalid/a")]
    [InlineData("http://.objects.invalid/a")]
    [InlineData("http://xexample-bucket.objects.invalid/a")]
    [InlineData("http://x.example-bucket.objects.invalid/a")]
    [InlineData("http://example-bucket.objects.invalid.example.com/a")]
    [InlineData("http://example-bucket.objects.invalid./a")]
    [InlineData("http://example-bucket.objects.invalid:8080/a")]
    [InlineData("http://user@example-bucket.objects.invalid/a")]
    [InlineData("http://example-bucket.objects.invalid@example.com/a")]
    [InlineData("http://example-bucket.oss-cn-beijing.aliyuncs.com/a")]
    [InlineData("http://example-bucket.region01.myhuaweicloud.com/a")]
    [InlineData("http://169.254.169.254/latest/meta-data")]
    [InlineData("http://127.0.0.1/a")]
    [InlineData("http://[::1]/a")]
    [InlineData("http://localhost/a")]
    [InlineData("http://example-bucket.objects.invalid")]
    [InlineData("http://example-bucket.objects.invalid?a=/b")]
    [InlineData("HTTP://example-bucket.objects.invalid/a")]
    [InlineData("ftp://example-bucket.objects.invalid/a")]
    [InlineData("file:///etc/passwd")]
    [InlineData("example-bucket.objects.invalid/a")]
    [InlineData("//example-bucket.objects.invalid/a")]
    [InlineData("/a")]
    [InlineData("a")]
    [InlineData("")]
    public void Any_other_URL_names_nothing(string url) => Assert.Null(Urls.KeyIn(Bucket, url));

    [Theory]
    [InlineData("example-bucket", true)]
    [InlineData("Bucket1", true)]
    [InlineData("", false)]
    [InlineData("a.b", false)]
    [InlineData("a_b", false)]
    [InlineData("a b", false)]
    [InlineData("a/b", false)]
    [InlineData("user@host", false)]
    [InlineData("桶", false)]
    public void A_URL_can_name_buckets_of_letters_digits_and_hyphens(string bucket, bool can) =>
        Assert.Equal(can, ObjectUrl.CanName(bucket));

    [Fact]
    public void A_URL_can_name_buckets_of_up_to_63_characters()
    {
        Assert.True(ObjectUrl.CanName(new string('b', 63)));
        Assert.False(ObjectUrl.CanName(new string('b', 64)));
    }

    // Any code point that a key can hold; awkward ones are more frequent.
    private static Gen<string> Keys() =>
        Gen.Frequency(
            (3, Gen.Elements(" /%+?#&=.;:@'\"\\<>~-_\0\n".EnumerateRunes().ToArray())),
            (2, Gen.Choose(0, 0x7F).Select(code => new Rune(code))),
            (2, Gen.Choose(0x80, 0x10FFFF).Where(Rune.IsValid).Select(code => new Rune(code))))
        .ListOf()
        .Select(runes => string.Concat(runes));
}
