using System.Text;
using MediaInfo.Core.Objects;

namespace MediaInfo.Storage.Contracts.Objects;

/// <summary>The contract of <see cref="IObjectLinks"/>.</summary>
public abstract class ObjectLinksContract(StorageRig rig) : StorageContract(rig)
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    [Theory]
    [InlineData("film.mp4")]
    [InlineData("目录/视频 样本 1+1=2 100%.mp4")]
    [InlineData("a b?c&d#e'f(g)[h]*!~.mp4")]
    [InlineData("/begins/with/slash.mp4")]
    public async Task The_URL_reads_the_object(string key)
    {
        var source = await PutAsync(await Rig.NewBucketAsync(), key);

        Assert.Equal(key, await OpenAsync(await Rig.Links.SignAsync(source, Hour, default)));
    }

    [Fact]
    public async Task The_URL_reads_no_other_object()
    {
        var source = await PutAsync(await Rig.NewBucketAsync(), "film.mp4");
        await PutAsync(source.Bucket, "other.mp4");
        var link = (await Rig.Links.SignAsync(source, Hour, default))!.AbsoluteUri;

        Assert.Null(await OpenAsync(new Uri(link.Replace("film.mp4", "other.mp4", StringComparison.Ordinal))));
        Assert.Null(await OpenAsync(new Uri(link[..link.IndexOf('?', StringComparison.Ordinal)])));
        Assert.Equal("film.mp4", await OpenAsync(new Uri(link)));
    }

    [Fact]
    public async Task The_URL_reads_no_object_of_another_bucket()
    {
        var (source, other) = (
            await PutAsync(await Rig.NewBucketAsync(), "film.mp4"), await PutAsync(await Rig.NewBucketAsync(), "film.mp4"));
        var link = (await Rig.Links.SignAsync(source, Hour, default))!.AbsoluteUri;

        Assert.Null(await OpenAsync(new Uri(link.Replace(source.Bucket, other.Bucket, StringComparison.Ordinal))));
    }

    [Fact]
    public async Task The_URL_is_refused_after_it_expires()
    {
        var lifetime = TimeSpan.FromSeconds(2);
        var source = await PutAsync(await Rig.NewBucketAsync(), "film.mp4");

        var link = await Rig.Links.SignAsync(source, lifetime, default);
        await Rig.PassAsync(lifetime + TimeSpan.FromSeconds(1));

        Assert.Null(await OpenAsync(link));
    }

    [Fact]
    public async Task A_URL_of_a_missing_object_can_be_signed_and_reads_it_once_it_exists()
    {
        var source = new ObjectRef(await Rig.NewBucketAsync(), "later.mp4");

        var link = await Rig.Links.SignAsync(source, Hour, default);

        Assert.Null(await OpenAsync(link));
        await PutAsync(source.Bucket, source.Key);
        Assert.Equal("later.mp4", await OpenAsync(link));
    }

    [Theory]
    [InlineData("$web", "film.mp4")]
    [InlineData("No Bucket", "film.mp4")]
    [InlineData("bucket", "../other/film.mp4")]
    [InlineData("bucket", "")]
    public async Task An_object_that_cannot_exist_has_no_URL(string bucket, string key) =>
        Assert.Null(await Rig.Links.SignAsync(new ObjectRef(bucket, key), Hour, default));

    private async Task<ObjectRef> PutAsync(string bucket, string key)
    {
        var source = new ObjectRef(bucket, key);
        await Rig.PutAsync(source, Encoding.UTF8.GetBytes(key));
        return source;
    }

    private async Task<string?> OpenAsync(Uri? link) =>
        await Rig.OpenAsync(Assert.IsType<Uri>(link)) is { } content ? Encoding.UTF8.GetString(content) : null;
}
