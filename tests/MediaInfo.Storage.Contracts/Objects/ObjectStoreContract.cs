using System.Text;
using MediaInfo.Core.Objects;
using MediaInfo.TestSupport;

namespace MediaInfo.Storage.Contracts.Objects;

/// <summary>The contract of reads by <see cref="IObjectStore"/>.</summary>
public abstract class ObjectStoreContract(StorageRig rig) : StorageContract(rig)
{
    private static readonly byte[] Bytes = [.. Enumerable.Range(0, 100_000).Select(i => (byte)(i * 7))];

    private IObjectStore Store => Rig.Objects;

    [Fact]
    public async Task A_range_is_read_with_the_objects_properties()
    {
        var source = await PutAsync("video.mp4", Bytes);

        await using var read = await Store.ReadAsync(source, 10, 500, null, default);

        Assert.Equal(ObjectReadStatus.Ok, read.Status);
        Assert.Equal(Bytes[10..510], await ContentAsync(read));
        Assert.Equal(Bytes.Length, read.Properties!.Size);
        Assert.Matches("^\"[^\"]+\"$", read.Properties.ETag);
    }

    [Fact]
    public async Task A_read_and_a_find_agree_on_the_properties()
    {
        var source = await PutAsync("video.mp4", Bytes);

        await using var part = await Store.ReadAsync(source, 1, 1, null, default);
        await using var whole = await Store.ReadAsync(source, 0, long.MaxValue, null, default);
        var found = await Store.FindAsync(source, default);

        Assert.NotNull(found);
        Assert.Equal(found, part.Properties);
        Assert.Equal(found, whole.Properties);
        Assert.Equal(Bytes, await ContentAsync(whole));
    }

    [Fact]
    public async Task A_range_past_the_end_returns_fewer_bytes()
    {
        var source = await PutAsync("video.mp4", Bytes);

        await using var read = await Store.ReadAsync(source, Bytes.Length - 3, 500, null, default);

        Assert.Equal(Bytes[^3..], await ContentAsync(read));
    }

    [Fact]
    public async Task Many_concurrent_reads_each_get_their_own_range()
    {
        var source = await PutAsync("video.mp4", Bytes);

        await Task.WhenAll(Enumerable.Range(0, 32).Select(async i =>
        {
            await using var read = await Store.ReadAsync(source, i * 1000, 1000, null, default);
            Assert.Equal(Bytes[(i * 1000)..((i + 1) * 1000)], await ContentAsync(read));
        }));
    }

    [Theory]
    [InlineData(100_000)]
    [InlineData(100_001)]
    [InlineData(long.MaxValue - 1)]
    public async Task A_read_beyond_the_end_reports_the_size(long offset)
    {
        var source = await PutAsync("video.mp4", Bytes);

        await using var read = await Store.ReadAsync(source, offset, 500, null, default);

        Assert.Equal(ObjectReadStatus.BehindEnd, read.Status);
        Assert.Equal(Bytes.Length, read.Properties!.Size);
        Assert.Empty(await ContentAsync(read));
    }

    [Fact]
    public async Task A_read_of_an_empty_object_is_at_its_end()
    {
        var source = await PutAsync("empty.mp4", []);

        await using var read = await Store.ReadAsync(source, 0, 500, null, default);

        Assert.Equal(ObjectReadStatus.BehindEnd, read.Status);
        Assert.Equal(0, read.Properties!.Size);
    }

    [Fact]
    public async Task A_read_of_a_version_succeeds_while_it_is_the_newest()
    {
        var source = await PutAsync("video.mp4", Bytes);
        var found = await Store.FindAsync(source, default);

        await using var read = await Store.ReadAsync(source, 0, 5, found!.ETag, default);

        Assert.Equal(Bytes[..5], await ContentAsync(read));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(100_000)]
    public async Task A_read_of_an_overwritten_version_reports_a_change(long offset)
    {
        var source = await PutAsync("video.mp4", Bytes);
        var found = await Store.FindAsync(source, default);
        await Rig.PutAsync(source, Bytes);

        await using var read = await Store.ReadAsync(source, offset, 5, found!.ETag, default);

        Assert.Equal(ObjectReadStatus.Changed, read.Status);
        Assert.Null(read.Properties);
        Assert.NotEqual(found.ETag, (await Store.FindAsync(source, default))!.ETag);
    }

    [Fact]
    public async Task A_missing_object_is_not_found() =>
        await AssertNotFoundAsync(new ObjectRef(await Rig.NewBucketAsync(), "missing.mp4"));

    [Fact]
    public async Task A_missing_bucket_is_not_found() =>
        await AssertNotFoundAsync(new ObjectRef(Unique.Name("missing"), "video.mp4"));

    [Fact]
    public async Task A_part_of_a_key_that_ends_at_a_slash_is_no_object()
    {
        var source = await PutAsync("folder/video.mp4", Bytes);

        await AssertNotFoundAsync(source with { Key = "folder" });
        await AssertNotFoundAsync(source with { Key = "folder/" });
    }

    [Theory]
    [ClassData(typeof(AwkwardKeys))]
    public async Task An_object_is_read_by_exactly_its_key(string key)
    {
        var content = Encoding.UTF8.GetBytes(key);
        var source = await PutAsync(key, content);

        await using var read = await Store.ReadAsync(source, 0, 10_000, null, default);

        Assert.Equal(ObjectReadStatus.Ok, read.Status);
        Assert.Equal(content, await ContentAsync(read));
        Assert.Equal(content.Length, (await Store.FindAsync(source, default))!.Size);
    }

    [Fact]
    public async Task Keys_that_look_alike_are_different_objects()
    {
        string[] keys = ["a b", "a+b", "a%20b", "a%2Bb", "A b", "a/b", "a%2Fb", "/a b", "a b/"];
        var bucket = await Rig.NewBucketAsync();
        foreach (var key in keys)
        {
            await Rig.PutAsync(new ObjectRef(bucket, key), Encoding.UTF8.GetBytes(key));
        }

        foreach (var key in keys)
        {
            await using var read = await Store.ReadAsync(new ObjectRef(bucket, key), 0, 100, null, default);
            Assert.Equal(key, Encoding.UTF8.GetString(await ContentAsync(read)));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("..")]
    [InlineData("a/./b")]
    [InlineData("a/../video.mp4")]
    [InlineData("./video.mp4")]
    public async Task No_object_has_a_key_that_no_URL_can_address(string key) =>
        await AssertNotFoundAsync(await PutAsync("video.mp4", Bytes) with { Key = key });

    [Fact]
    public async Task No_object_has_a_key_with_invalid_text() =>
        await AssertNotFoundAsync(await PutAsync("video.mp4", Bytes) with { Key = "half a pair " + (char)0xD83C });

    [Fact]
    public async Task No_object_has_a_key_longer_than_1024_characters() =>
        await AssertNotFoundAsync(await PutAsync("video.mp4", Bytes) with { Key = new string('k', 1025) });

    [Fact]
    public async Task A_key_never_reaches_another_bucket()
    {
        var (source, other) = (await PutAsync("video.mp4", Bytes), await PutAsync("secret.json", Bytes));

        await AssertNotFoundAsync(source with { Key = $"../{other.Bucket}/secret.json" });
        await AssertNotFoundAsync(source with { Key = $"a/../../{other.Bucket}/secret.json" });
        await AssertNotFoundAsync(source with { Key = $"..\\{other.Bucket}\\secret.json" });
        await AssertNotFoundAsync(source with { Key = $"%2e%2e/{other.Bucket}/secret.json" });
        await AssertNotFoundAsync(source with { Key = $"/{other.Bucket}/secret.json" });
    }

    [Theory]
    [MemberData(nameof(IllegalNames.OfBuckets), MemberType = typeof(IllegalNames))]
    public async Task No_bucket_has_an_invalid_name(string bucket)
    {
        await AssertNotFoundAsync(new ObjectRef(bucket, "video.mp4"));
        Assert.Null(await Store.ListAsync(bucket, "", default));
    }

    [Fact]
    public async Task A_cancelled_read_throws()
    {
        var source = await PutAsync("video.mp4", Bytes);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Store.ReadAsync(source, 0, 5, null, Cancelled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Store.FindAsync(source, Cancelled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Store.ListAsync(source.Bucket, "", Cancelled));
        await using var read = await Store.ReadAsync(source, 0, 5, null, default);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => read.Content.ReadAsync(new byte[5], Cancelled).AsTask());
    }

    [Theory]
    [InlineData(-1, 1)]
    [InlineData(0, 0)]
    public async Task An_invalid_range_is_an_argument_error(long offset, long count)
    {
        var source = await PutAsync("video.mp4", Bytes);

        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Store.ReadAsync(source, offset, count, null, default));
    }

    private static async Task<byte[]> ContentAsync(ObjectRead read)
    {
        using var copy = new MemoryStream();
        await read.Content.CopyToAsync(copy);
        return copy.ToArray();
    }

    private async Task AssertNotFoundAsync(ObjectRef source)
    {
        await using var read = await Store.ReadAsync(source, 0, 1, null, default);

        Assert.Equal(ObjectReadStatus.NotFound, read.Status);
        Assert.Null(read.Properties);
        Assert.Null(await Store.FindAsync(source, default));
    }

    private async Task<ObjectRef> PutAsync(string key, byte[] content)
    {
        var source = new ObjectRef(await Rig.NewBucketAsync(), key);
        await Rig.PutAsync(source, content);
        return source;
    }
}
