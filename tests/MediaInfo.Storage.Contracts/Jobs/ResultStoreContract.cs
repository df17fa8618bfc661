using System.Text;
using MediaInfo.Core.Jobs;

namespace MediaInfo.Storage.Contracts.Jobs;

/// <summary>The contract of <see cref="IResultStore"/>.</summary>
public abstract class ResultStoreContract(StorageRig rig) : StorageContract(rig)
{
    private static readonly byte[] Content = Encoding.UTF8.GetBytes("""{"name":"视频"}""");

    private readonly JobKey _job = UniqueJobs.NewKey();

    private IResultStore Store => Rig.Results;

    [Theory]
    [InlineData(ResultPart.Streams)]
    [InlineData(ResultPart.Packets)]
    [InlineData(ResultPart.Description)]
    public async Task A_stored_part_is_read_back_unchanged(ResultPart part)
    {
        Assert.True(await Store.AddAsync(_job, part, Content, default));

        Assert.Equal(Content, await FindAsync(part));
    }

    [Fact]
    public async Task A_part_can_have_megabytes()
    {
        var megabytes = new byte[5_000_000];
        new Random(1).NextBytes(megabytes);

        await Store.AddAsync(_job, ResultPart.Streams, megabytes, default);

        Assert.Equal(megabytes, await FindAsync(ResultPart.Streams));
    }

    [Fact]
    public async Task The_first_stored_part_is_kept()
    {
        Assert.True(await Store.AddAsync(_job, ResultPart.Streams, Content, default));
        Assert.False(await Store.AddAsync(_job, ResultPart.Streams, "late"u8.ToArray(), default));
        Assert.True(await Store.AddAsync(_job, ResultPart.Packets, "other"u8.ToArray(), default));

        Assert.Equal(Content, await FindAsync(ResultPart.Streams));
    }

    [Fact]
    public async Task One_of_many_workers_that_finish_concurrently_stores_the_part_and_no_other_fails()
    {
        var stored = await Task.WhenAll(
            Enumerable.Range(0, 8).Select(i => Store.AddAsync(_job, ResultPart.Streams, new[] { (byte)i }, default)));

        Assert.Single(stored, first => first);
        Assert.Equal(Array.IndexOf(stored, true), Assert.Single((await FindAsync(ResultPart.Streams))!));
    }

    [Fact]
    public async Task An_empty_part_is_found()
    {
        await Store.AddAsync(_job, ResultPart.Streams, ReadOnlyMemory<byte>.Empty, default);

        Assert.Empty((await FindAsync(ResultPart.Streams))!);
    }

    [Fact]
    public async Task A_part_that_was_never_stored_is_not_found()
    {
        await Store.AddAsync(_job, ResultPart.Streams, Content, default);

        Assert.Null(await FindAsync(ResultPart.Packets));
        Assert.Null(await Store.FindAsync(_job with { Account = Another }, ResultPart.Streams, default));
        Assert.Null(await Store.FindAsync(UniqueJobs.NewKey(_job.Account), ResultPart.Streams, default));
    }

    [Fact]
    public async Task Every_part_of_a_job_is_removed_and_none_of_another()
    {
        var other = UniqueJobs.NewKey(_job.Account);
        foreach (var part in Enum.GetValues<ResultPart>())
        {
            await Store.AddAsync(_job, part, Content, default);
            await Store.AddAsync(other, part, Content, default);
        }

        await Store.RemoveAsync(_job, default);
        await Store.RemoveAsync(_job, default);

        foreach (var part in Enum.GetValues<ResultPart>())
        {
            Assert.Null(await FindAsync(part));
            Assert.Equal(Content, (await Store.FindAsync(other, part, default))!.Value.ToArray());
        }
    }

    [Fact]
    public async Task A_removed_part_can_be_stored_again()
    {
        await Store.AddAsync(_job, ResultPart.Streams, Content, default);
        await Store.RemoveAsync(_job, default);

        Assert.True(await Store.AddAsync(_job, ResultPart.Streams, "new"u8.ToArray(), default));

        Assert.Equal("new"u8.ToArray(), await FindAsync(ResultPart.Streams));
    }

    [Theory]
    [ClassData(typeof(OddKeys))]
    public async Task No_job_has_a_malformed_key(JobKey key)
    {
        Assert.Null(await Store.FindAsync(key, ResultPart.Streams, default));
        await Store.RemoveAsync(key, default);
        await Assert.ThrowsAsync<ArgumentException>(() => Store.AddAsync(key, ResultPart.Streams, Content, default));
    }

    [Fact]
    public async Task A_cancelled_call_throws()
    {
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => Store.AddAsync(_job, ResultPart.Streams, Content, Cancelled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Store.FindAsync(_job, ResultPart.Streams, Cancelled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Store.RemoveAsync(_job, Cancelled));
        Assert.Null(await FindAsync(ResultPart.Streams));
    }

    private async Task<byte[]?> FindAsync(ResultPart part) => (await Store.FindAsync(_job, part, default))?.ToArray();
}
