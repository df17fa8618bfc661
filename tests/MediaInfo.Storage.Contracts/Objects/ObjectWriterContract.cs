using System.Text;
using MediaInfo.Core.Objects;
using MediaInfo.TestSupport;

namespace MediaInfo.Storage.Contracts.Objects;

/// <summary>The contract of <see cref="IObjectWriter"/>.</summary>
public abstract class ObjectWriterContract(StorageRig rig) : StorageContract(rig)
{
    private const string Owner = "owner";

    [Theory]
    [InlineData("a.json")]
    [InlineData("reports/2024/a.json")]
    [InlineData("目录/报告 +%2F.json")]
    public async Task A_file_is_written_with_its_content_type(string key)
    {
        var target = await NewTargetAsync(key);

        Assert.Equal(ObjectWriteStatus.Written, await WriteAsync(target, "one"));

        Assert.Equal("one", await ReadAsync(target));
        Assert.Equal("application/json", (await Rig.Objects.FindAsync(target, default))!.ContentType);
        Assert.Equal([key], (await Rig.Objects.ListAsync(target.Bucket, "", default))!.Keys);
    }

    [Fact]
    public async Task An_earlier_file_of_the_account_is_overwritten()
    {
        var target = await NewTargetAsync();
        await WriteAsync(target, "a longer one");
        var before = await Rig.Objects.FindAsync(target, default);

        Assert.Equal(ObjectWriteStatus.Written, await WriteAsync(target, "two"));
        Assert.Equal("two", await ReadAsync(target));
        Assert.NotEqual(before!.ETag, (await Rig.Objects.FindAsync(target, default))!.ETag);
    }

    [Fact]
    public async Task Files_written_by_others_are_not_overwritten()
    {
        var movie = await NewTargetAsync("movie.mp4");
        await Rig.PutAsync(movie, Encoding.UTF8.GetBytes("movie"));
        var theirs = movie with { Key = "theirs.json" };
        await WriteAsync(theirs, "theirs", "another");

        Assert.Equal(ObjectWriteStatus.Occupied, await WriteAsync(movie, "one"));
        Assert.Equal(ObjectWriteStatus.Occupied, await WriteAsync(theirs, "one"));
        Assert.Equal(("movie", "theirs"), (await ReadAsync(movie), await ReadAsync(theirs)));
    }

    [Fact]
    public async Task A_file_that_the_buckets_owner_replaced_is_not_overwritten()
    {
        var target = await NewTargetAsync();
        await WriteAsync(target, "ours");
        await Rig.PutAsync(target, Encoding.UTF8.GetBytes("mine"));

        Assert.Equal(ObjectWriteStatus.Occupied, await WriteAsync(target, "ours"));
        Assert.Equal("mine", await ReadAsync(target));
    }

    [Fact]
    public async Task One_of_many_accounts_that_write_a_new_file_at_once_gets_it()
    {
        var target = await NewTargetAsync();

        var written = await Task.WhenAll(
            Enumerable.Range(0, 8).Select(i => WriteAsync(target, $"content of {i}", $"owner-{i}")));

        Assert.Single(written, status => status == ObjectWriteStatus.Written);
        Assert.Equal(7, written.Count(status => status == ObjectWriteStatus.Occupied));
        Assert.Equal($"content of {Array.IndexOf(written, ObjectWriteStatus.Written)}", await ReadAsync(target));
    }

    [Fact]
    public async Task A_file_can_be_empty_or_have_megabytes()
    {
        var empty = await NewTargetAsync();
        var large = empty with { Key = "large.json" };
        var content = new string('x', 5_000_000);

        Assert.Equal(ObjectWriteStatus.Written, await WriteAsync(empty, ""));
        Assert.Equal(ObjectWriteStatus.Written, await WriteAsync(large, content));

        Assert.Equal(0, (await Rig.Objects.FindAsync(empty, default))!.Size);
        Assert.Equal(content, await ReadAsync(large));
    }

    [Theory]
    [InlineData("no-such-bucket-here", "a.json")]
    [InlineData("No Bucket", "a.json")]
    [InlineData("..", "a.json")]
    public async Task A_missing_bucket_is_not_found(string bucket, string key) =>
        Assert.Equal(ObjectWriteStatus.NotFound, await WriteAsync(new ObjectRef(bucket, key), "one"));

    [Theory]
    [InlineData("../another/a.json")]
    [InlineData("a/../../b.json")]
    [InlineData("a/./b.json")]
    [InlineData(".")]
    [InlineData("")]
    public async Task A_key_that_addresses_another_object_is_not_found(string key) =>
        Assert.Equal(ObjectWriteStatus.NotFound, await WriteAsync(await NewTargetAsync(key), "one"));

    [Theory]
    [InlineData(0xFFFE)]
    [InlineData(0xFFFF)]
    [InlineData(0x0001)]
    [InlineData(0xD800)]
    public async Task A_key_that_would_break_the_buckets_lists_is_not_found(int character) =>
        Assert.Equal(
            ObjectWriteStatus.NotFound, await WriteAsync(await NewTargetAsync($"reports/{(char)character}.json"), "one"));

    [Fact]
    public async Task A_cancelled_write_throws_and_leaves_nothing()
    {
        var target = await NewTargetAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Rig.Files.WriteAsync(
            target, Encoding.UTF8.GetBytes("one"), "application/json", Owner, Cancelled));

        Assert.Empty((await Rig.Objects.ListAsync(target.Bucket, "", default))!);
    }

    [Fact]
    public async Task A_file_of_the_account_can_be_removed_and_written_again()
    {
        var target = await NewTargetAsync("pictures/1/a.jpg");
        await WriteAsync(target, "one");

        await Rig.Files.RemoveAsync(target, Owner, default);
        Assert.Null(await Rig.Objects.FindAsync(target, default));
        await Rig.Files.RemoveAsync(target, Owner, default);

        Assert.Equal(ObjectWriteStatus.Written, await WriteAsync(target, "two", "another"));
        Assert.Equal("two", await ReadAsync(target));
    }

    [Fact]
    public async Task Objects_that_were_not_written_for_the_account_are_not_removed()
    {
        var movie = await NewTargetAsync("movie.mp4");
        await Rig.PutAsync(movie, Encoding.UTF8.GetBytes("movie"));
        var theirs = movie with { Key = "theirs.json" };
        await WriteAsync(theirs, "theirs", "another");
        var replaced = movie with { Key = "replaced.json" };
        await WriteAsync(replaced, "ours");
        await Rig.PutAsync(replaced, Encoding.UTF8.GetBytes("mine"));

        ObjectRef[] targets = [movie, theirs, replaced, movie with { Key = "../x" }, new ObjectRef("no-such-bucket", "x")];
        foreach (var target in targets)
        {
            await Rig.Files.RemoveAsync(target, Owner, default);
        }

        Assert.Equal(
            ("movie", "theirs", "mine"), (await ReadAsync(movie), await ReadAsync(theirs), await ReadAsync(replaced)));
    }

    [Fact]
    public async Task The_services_own_files_are_written_read_listed_and_removed_like_any()
    {
        var target = new ObjectRef(OwnBucket.Name, $"{Unique.Name("account")}/job/a.json");
        Assert.True(await Rig.Files.EnsureBucketAsync(target.Bucket, default));
        Assert.True(await Rig.Files.EnsureBucketAsync(target.Bucket, default));

        Assert.Equal(ObjectWriteStatus.Written, await WriteAsync(target, "one"));
        Assert.Equal("one", await ReadAsync(target));
        Assert.Equal([target.Key], (await Rig.Objects.ListAsync(target.Bucket, target.Key, default))!.Keys);

        await Rig.Files.RemoveAsync(target, Owner, default);
        Assert.Null(await Rig.Objects.FindAsync(target, default));
    }

    private async Task<ObjectRef> NewTargetAsync(string key = "a.json") => new(await Rig.NewBucketAsync(), key);

    private async Task<string> ReadAsync(ObjectRef source)
    {
        await using var read = await Rig.Objects.ReadAsync(source, 0, 10_000_000, etag: null, default);
        using var text = new StreamReader(read.Content);
        return await text.ReadToEndAsync();
    }

    private Task<ObjectWriteStatus> WriteAsync(ObjectRef target, string text, string owner = Owner) =>
        Rig.Files.WriteAsync(target, Encoding.UTF8.GetBytes(text), "application/json", owner, default);
}
