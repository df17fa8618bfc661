using MediaInfo.Core.Objects;

namespace MediaInfo.Core.Tests.Objects;

public sealed class OssUrlTests
{
    private readonly OssUrl _urls = new(new ObjectOptions { Locations = ["region01", "oss-cn-hangzhou", "oss-cn-shanghai"] });

    [Theory]
    [InlineData("oss://bucket/path/to/video.mp4", "path/to/video.mp4")]
    [InlineData("OSS://Bucket/a.mp4", "a.mp4")]
    [InlineData("oss://bucket/a%20b%2Bc.mp4", "a b+c.mp4")]
    [InlineData("oss://bucket/a b+c?d#e.mp4", "a b+c?d#e.mp4")]
    [InlineData("oss://bucket/100%.mp4", "100%.mp4")]
    [InlineData("oss://bucket/100%2525.mp4", "100%25.mp4")]
    [InlineData("oss://bucket//a/../b", "/a/../b")]
    [InlineData("http://bucket.oss-cn-hangzhou.aliyuncs.com/%E8%A7%86%E9%A2%91.mp4", "视频.mp4")]
    [InlineData("https://BUCKET.OSS-cn-hangzhou.aliyuncs.com/视频.mp4", "视频.mp4")]
    [InlineData("https://bucket.oss-cn-hangzhou.aliyuncs.com:443/a.mp4?Expires=1&Signature=x#y", "a.mp4")]
    [InlineData("http://bucket.oss-cn-hangzhou-internal.aliyuncs.com:80/a%3Fb.mp4", "a?b.mp4")]
    public void A_valid_URL_names_an_object(string url, string key) =>
        Assert.Equal(new ObjectAddress(new ObjectRef("bucket", key), "oss-cn-hangzhou"), _urls.Read(url));

    [Fact]
    public void An_HTTP_URL_names_its_location_too()
    {
        var address = _urls.Read("http://bucket.oss-cn-shanghai.aliyuncs.com/a b.mp4")!;

        Assert.Equal("cn-shanghai", address.Region);
        Assert.Equal("http://bucket.oss-cn-shanghai.aliyuncs.com/a%20b.mp4", OssUrl.Of(address));
    }

    [Theory]
    [InlineData("")]
    [InlineData("bucket/a.mp4")]
    [InlineData("oss://bucket")]
    [InlineData("oss://bucket/")]
    [InlineData("oss:///a.mp4")]
    [InlineData("oss://$logs/a.mp4")]
    [InlineData("oss://user@bucket/a.mp4")]
    [InlineData("ftp://bucket.oss-cn-hangzhou.aliyuncs.com/a.mp4")]
    [InlineData("http://bucket.oss-cn-hangzhou.aliyuncs.com")]
    [InlineData("http://bucket.oss-cn-hangzhou.aliyuncs.com/?a.mp4")]
    [InlineData("http://oss-cn-hangzhou.aliyuncs.com/bucket/a.mp4")]
    [InlineData("http://.oss-cn-hangzhou.aliyuncs.com/a.mp4")]
    [InlineData("http://a.b.oss-cn-hangzhou.aliyuncs.com/a.mp4")]
    [InlineData("http://user@bucket.oss-cn-hangzhou.aliyuncs.com/a.mp4")]
    [InlineData("http://bucket.oss-cn-hangzhou.aliyuncs.com:8080/a.mp4")]
    [InlineData("http://bucket.oss-cn-beijing.aliyuncs.com/a.mp4")]
    [InlineData("http://bucket.obs.region01.myhuaweicloud.com/a.mp4")]
    [InlineData("http://bucket.oss-cn-hangzhou.aliyuncs.com.example.com/a.mp4")]
    [InlineData("http://bucket.objects.invalid/a.mp4")]
    public void Any_other_URL_names_no_object(string url) => Assert.Null(_urls.Read(url));

    [Fact]
    public void A_key_may_be_as_long_as_a_blob_name()
    {
        Assert.NotNull(_urls.Read("oss://bucket/" + new string('a', 1024)));
        Assert.Null(_urls.Read("oss://bucket/" + new string('a', 1025)));
    }

    [Fact]
    public void An_object_without_a_location_is_in_the_first_location_in_Alibabas_format()
    {
        Assert.Equal("oss-cn-hangzhou", _urls.AddressOf(new ObjectRef("bucket", "a")).Location);
        Assert.Equal(
            "region01",
            new OssUrl(new ObjectOptions { Locations = ["region01"] }).AddressOf(new ObjectRef("bucket", "a")).Region);
    }
}
