using System.Text;
using MediaInfo.Core.Objects;
using MediaInfo.Core.Objects.Uploads;

namespace MediaInfo.Storage.Contracts.Objects;

/// <summary>The contract of <see cref="IObjectUploads"/>.</summary>
public abstract class ObjectUploadsContract(StorageRig rig) : StorageContract(rig)
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    [Theory]
    [InlineData("film.mp4")]
    [InlineData("目录/视频 样本 1+1=2 100%.mp4")]
    [InlineData("a b?c&d#e'f(g)[h]*!~.mp4")]
    public async Task What_is_sent_to_the_address_is_the_object(string key)
    {
        var target = new ObjectRef(await Rig.NewBucketAsync(), key);

        Assert.True(await Rig.SendAsync(await SignAsync(target, 4), "film"u8.ToArray()));

        Assert.Equal("film", await ReadAsync(target));
    }

    [Fact]
    public async Task An_object_that_is_there_is_not_replaced()
    {
        var target = new ObjectRef(await Rig.NewBucketAsync(), "film.mp4");
        var address = await SignAsync(target, 4);
        await Rig.PutAsync(target, "first"u8.ToArray());

        Assert.False(await Rig.SendAsync(address, "film"u8.ToArray()));

        // Whoever leaves the headers out gains nothing.
        Assert.False(await Rig.SendAsync(
            address with
            {
                Headers = address.Headers
                    .Where(header => header.Key.StartsWith("x-", StringComparison.Ordinal))
                    .ToDictionary(StringComparer.Ordinal),
            },
            "film"u8.ToArray()));
        Assert.Equal("first", await ReadAsync(target));
    }

    [Fact]
    public async Task An_address_that_may_replace_does()
    {
        var target = new ObjectRef(await Rig.NewBucketAsync(), "film.mp4");
        await Rig.PutAsync(target, "first"u8.ToArray());

        Assert.True(await Rig.SendAsync(await SignAsync(target, 4, overwrite: true), "film"u8.ToArray()));

        Assert.Equal("film", await ReadAsync(target));
    }

    [Fact]
    public async Task A_result_file_that_was_replaced_is_the_callers_own()
    {
        var target = new ObjectRef(await Rig.NewBucketAsync(), "result.json");
        await Rig.Files.WriteAsync(target, "{}"u8.ToArray(), "application/json", Rig.Account, default);

        Assert.True(await Rig.SendAsync(await SignAsync(target, 4, overwrite: true), "film"u8.ToArray()));

        Assert.Equal(
            ObjectWriteStatus.Occupied,
            await Rig.Files.WriteAsync(target, "{}"u8.ToArray(), "application/json", Rig.Account, default));
    }

    [Fact]
    public async Task The_address_is_good_for_no_other_object_and_not_for_reading()
    {
        var target = new ObjectRef(await Rig.NewBucketAsync(), "film.mp4");
        var other = target with { Key = "other.mp4" };
        var address = await SignAsync(target, 4, overwrite: true);
        var moved = address with
        {
            Url = new Uri(address.Url.AbsoluteUri.Replace("film.mp4", "other.mp4", StringComparison.Ordinal)),
        };

        Assert.False(await Rig.SendAsync(moved, "film"u8.ToArray()));
        Assert.Null(await Rig.Objects.FindAsync(other, default));
        await Rig.PutAsync(target, "film"u8.ToArray());
        Assert.Null(await Rig.OpenAsync(address.Url));
    }

    [Fact]
    public async Task An_address_to_read_is_not_good_for_writing()
    {
        var target = new ObjectRef(await Rig.NewBucketAsync(), "film.mp4");
        var address = await SignAsync(target, 4, overwrite: true);
        var link = await Rig.Links.SignAsync(target, Hour, default);

        Assert.False(await Rig.SendAsync(address with { Url = link! }, "film"u8.ToArray()));
        Assert.Null(await Rig.Objects.FindAsync(target, default));
    }

    [Fact]
    public async Task The_address_is_refused_after_it_expires()
    {
        var lifetime = TimeSpan.FromSeconds(2);
        var target = new ObjectRef(await Rig.NewBucketAsync(), "film.mp4");

        var address = await Rig.Uploads.SignAsync(new ObjectUpload(target, 4, Overwrite: false), lifetime, default);
        await Rig.PassAsync(lifetime + TimeSpan.FromSeconds(1));

        Assert.False(await Rig.SendAsync(address!, "film"u8.ToArray()));
        Assert.Null(await Rig.Objects.FindAsync(target, default));
    }

    [Fact]
    public async Task Nothing_can_be_sent_to_a_missing_bucket() => Assert.False(await Rig.SendAsync(
        await SignAsync(new ObjectRef("no-such-bucket", "film.mp4"), 4), "film"u8.ToArray()));

    [Theory]
    [InlineData("$web", "film.mp4")]
    [InlineData("No Bucket", "film.mp4")]
    [InlineData("bucket", "../other/film.mp4")]
    [InlineData("bucket", "")]
    public async Task An_object_that_cannot_exist_has_no_address(string bucket, string key)
    {
        var target = new ObjectRef(bucket, key);

        Assert.False(Rig.Uploads.CanHave(target));
        Assert.Null(await Rig.Uploads.SignAsync(new ObjectUpload(target, 4, Overwrite: false), Hour, default));
    }

    [Fact]
    public void An_object_may_have_any_other_name() =>
        Assert.True(Rig.Uploads.CanHave(new ObjectRef("no-such-bucket", "目录/100%.mp4")));

    private async Task<UploadAddress> SignAsync(ObjectRef target, long size, bool overwrite = false) =>
        Assert.IsType<UploadAddress>(await Rig.Uploads.SignAsync(new ObjectUpload(target, size, overwrite), Hour, default));

    private async Task<string> ReadAsync(ObjectRef source)
    {
        await using var read = await Rig.Objects.ReadAsync(source, 0, 100, etag: null, default);
        using var reader = new StreamReader(read.Content, Encoding.UTF8);
        return await reader.ReadToEndAsync();
    }
}
