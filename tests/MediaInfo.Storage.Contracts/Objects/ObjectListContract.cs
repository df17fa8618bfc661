using MediaInfo.Core.Objects;
using MediaInfo.TestSupport;

namespace MediaInfo.Storage.Contracts.Objects;

/// <summary>The contract of lists by <see cref="IObjectStore"/>.</summary>
public abstract class ObjectListContract(StorageRig rig) : StorageContract(rig)
{
    private IObjectStore Store => Rig.Objects;

    [Fact]
    public async Task A_list_of_a_prefix_has_the_sizes()
    {
        var bucket = await NewBucketAsync(
            ("hls/segment1.ts", 10),
            ("hls/segment2.ts", 20),
            ("hls/deeper/segment3.ts", 0),
            ("hls2/segment1.ts", 40),
            ("HLS/segment1.ts", 50));

        Assert.Equal(
            [("hls/deeper/segment3.ts", 0L), ("hls/segment1.ts", 10L), ("hls/segment2.ts", 20L)],
            Sorted(await Store.ListAsync(bucket, "hls/", default)));
    }

    [Theory]
    [InlineData("hls/segment1", "hls/segment1.ts,hls/segment10.ts")]
    [InlineData("hls/s", "hls/segment1.ts,hls/segment10.ts")]
    [InlineData("hls", "hls.m3u8,hls/segment1.ts,hls/segment10.ts")]
    [InlineData("", "hls.m3u8,hls/segment1.ts,hls/segment10.ts")]
    [InlineData("hls/segment1.ts", "hls/segment1.ts")]
    [InlineData("hls/segment1.ts/", "")]
    public async Task A_prefix_may_end_anywhere_in_a_key(string prefix, string expected)
    {
        var bucket = await NewBucketAsync(("hls/segment1.ts", 1), ("hls/segment10.ts", 2), ("hls.m3u8", 3));

        var listed = Sorted(await Store.ListAsync(bucket, prefix, default)).Select(item => item.Key);

        Assert.Equal(expected.Split(',', StringSplitOptions.RemoveEmptyEntries), listed);
    }

    [Theory]
    [ClassData(typeof(AwkwardKeys))]
    public async Task A_prefix_is_used_literally(string key)
    {
        var bucket = await NewBucketAsync((key, 10));
        var listed = Rig.KeyInLists(key);

        Assert.Equal([(listed, 10L)], Sorted(await Store.ListAsync(bucket, listed, default)));
        Assert.Equal([(listed, 10L)], Sorted(await Store.ListAsync(bucket, "", default)));
    }

    [Fact]
    public async Task A_list_has_at_least_a_thousand_objects()
    {
        var bucket = await NewBucketAsync([.. Enumerable.Range(0, 1000).Select(i => ($"hls/{i:d4}.ts", i % 3))]);

        var listed = await Store.ListAsync(bucket, "hls/", default);

        Assert.Equal(1000, listed!.Count);
        Assert.Equal(2, listed["hls/0500.ts"]);
    }

    [Fact]
    public async Task A_prefix_without_objects_has_an_empty_list()
    {
        var bucket = await NewBucketAsync(("a", 1));

        Assert.Empty((await Store.ListAsync(bucket, "none", default))!);
        Assert.Empty((await Store.ListAsync(bucket, "none/", default))!);
    }

    [Fact]
    public async Task A_prefix_never_reaches_another_bucket()
    {
        var bucket = await NewBucketAsync(("a", 1));
        var other = await NewBucketAsync(("secret", 1));

        Assert.True(await Store.ListAsync(bucket, $"../{other}/", default) is null or { Count: 0 });
        Assert.True(await Store.ListAsync(bucket, "../", default) is null or { Count: 0 });
        Assert.True(await Store.ListAsync(bucket, $"/{other}", default) is null or { Count: 0 });
    }

    [Fact]
    public async Task A_missing_bucket_has_no_list() =>
        Assert.Null(await Store.ListAsync(Unique.Name("missing"), "", default));

    [Fact]
    public async Task A_prefix_that_no_key_can_have_has_no_list()
    {
        var bucket = await NewBucketAsync(("a", 1));

        Assert.Null(await Store.ListAsync(bucket, new string('k', 1025), default));
    }

    private static IEnumerable<(string Key, long Size)> Sorted(IReadOnlyDictionary<string, long>? listed) =>
        listed!.OrderBy(entry => entry.Key, StringComparer.Ordinal).Select(entry => (entry.Key, entry.Value));

    private async Task<string> NewBucketAsync(params (string Key, int Size)[] objects)
    {
        var bucket = await Rig.NewBucketAsync();
        foreach (var (key, size) in objects)
        {
            await Rig.PutAsync(new ObjectRef(bucket, key), new byte[size]);
        }

        return bucket;
    }
}
