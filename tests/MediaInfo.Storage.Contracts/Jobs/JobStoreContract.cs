using MediaInfo.Core.Jobs;

namespace MediaInfo.Storage.Contracts.Jobs;

/// <summary>The contract of <see cref="IJobStore"/>.</summary>
public abstract class JobStoreContract(StorageRig rig) : StorageContract(rig)
{
    private IJobStore Store => Rig.Jobs;

    [Fact]
    public async Task A_stored_job_is_read_back_unchanged()
    {
        var job = UniqueJobs.New().Ended() with
        {
            Project = "project",
            Name = "name",
            Priority = 9,
            Synchronous = true,
            Extras = new AnalysisExtras(Digest: true, Packets: false),
            Failure = new JobFailure(FailureReason.NotMedia, "No media."),
        };

        var added = await Store.AddAsync(job, default);

        Assert.Equal(job, added!.Job);
        Assert.Equal(added, await Store.FindAsync(job.Key, default));
        Assert.Equal(added, await Store.RecallAsync(job.Key, default));
    }

    [Fact]
    public async Task A_key_can_be_added_only_once()
    {
        var job = UniqueJobs.New();
        var first = await Store.AddAsync(job, default);

        var second = await Store.AddAsync(job with { UserData = "other" }, default);
        var third = await Store.AddAsync(job, default);

        Assert.Null(second);
        Assert.Null(third);
        Assert.Equal(first, await Store.FindAsync(job.Key, default));
    }

    [Fact]
    public async Task One_of_many_concurrent_adds_of_a_key_succeeds()
    {
        var job = UniqueJobs.New();

        var added = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Store.AddAsync(job, default)));

        Assert.Single(added, stored => stored is not null);
    }

    [Fact]
    public async Task Another_accounts_job_is_not_found()
    {
        var job = UniqueJobs.New();
        var added = await Store.AddAsync(job, default);

        var theirs = job.Key with { Account = Another };
        Assert.Null(await Store.FindAsync(theirs, default));
        Assert.Null(await Store.FindAsync(job.Key with { Account = job.Key.Account.ToUpperInvariant() }, default));
        await Store.RemoveAsync(theirs, default);
        Assert.Equal(added, await Store.FindAsync(job.Key, default));
    }

    [Fact]
    public async Task The_same_id_can_be_used_by_several_accounts()
    {
        var job = UniqueJobs.New();
        var theirs = job with { Key = job.Key with { Account = Another }, UserData = "theirs" };

        var (one, two) = (await Store.AddAsync(job, default), await Store.AddAsync(theirs, default));

        Assert.Equal(one, await Store.FindAsync(job.Key, default));
        Assert.Equal(two, await Store.FindAsync(theirs.Key, default));
    }

    [Fact]
    public async Task A_job_that_was_never_stored_is_not_found_and_cannot_be_replaced()
    {
        var job = UniqueJobs.New();
        var other = await Store.AddAsync(UniqueJobs.New(), default);

        Assert.Null(await Store.FindAsync(job.Key, default));
        Assert.Null(await Store.RecallAsync(job.Key, default));
        Assert.Null(await Store.ReplaceAsync(new StoredJob(job, other!.ETag), job, default));
        Assert.False(await Store.RemoveAsync(new StoredJob(job, other.ETag), default));
        Assert.Null(await Store.FindAsync(job.Key, default));
    }

    [Theory]
    [ClassData(typeof(OddKeys))]
    public async Task No_job_has_a_malformed_key(JobKey key)
    {
        var job = UniqueJobs.New() with { Key = key };
        var etag = (await Store.AddAsync(UniqueJobs.New(), default))!.ETag;

        Assert.Null(await Store.FindAsync(key, default));
        Assert.Null(await Store.ReplaceAsync(new StoredJob(job, etag), job, default));
        await Store.RemoveAsync(key, default);
        Assert.False(await Store.RemoveAsync(new StoredJob(job, etag), default));
        await Assert.ThrowsAsync<ArgumentException>(() => Store.AddAsync(job, default));
    }

    [Fact]
    public async Task The_version_that_was_read_can_be_replaced()
    {
        var read = await Store.AddAsync(UniqueJobs.New(), default);

        var replaced = await Store.ReplaceAsync(read!, read!.Job.Ended(), default);

        Assert.Equal(read.Job.Ended(), replaced!.Job);
        Assert.NotEqual(read.ETag, replaced.ETag);
        Assert.Equal(replaced, await Store.FindAsync(read.Job.Key, default));
    }

    [Fact]
    public async Task A_replacement_with_the_same_content_is_a_new_version()
    {
        var read = await Store.AddAsync(UniqueJobs.New(), default);

        var replaced = await Store.ReplaceAsync(read!, read!.Job, default);

        Assert.NotEqual(read.ETag, replaced!.ETag);
        Assert.Null(await Store.ReplaceAsync(read, read.Job, default));
    }

    [Fact]
    public async Task An_outdated_version_cannot_be_replaced_or_removed()
    {
        var read = await Store.AddAsync(UniqueJobs.New(), default);
        var replaced = await Store.ReplaceAsync(read!, read!.Job.Ended(), default);

        Assert.Null(await Store.ReplaceAsync(read, read.Job with { UserData = "late" }, default));
        Assert.False(await Store.RemoveAsync(read, default));
        Assert.Equal(replaced, await Store.FindAsync(read.Job.Key, default));
    }

    [Fact]
    public async Task One_of_many_concurrent_replacements_of_a_version_wins()
    {
        var read = await Store.AddAsync(UniqueJobs.New(), default);

        var replaced = await Task.WhenAll(
            Enumerable.Range(0, 8).Select(i => Store.ReplaceAsync(read!, read!.Job with { UserData = $"{i}" }, default)));

        var winner = Assert.Single(replaced, stored => stored is not null);
        Assert.Equal(winner, await Store.FindAsync(read!.Job.Key, default));
    }

    [Fact]
    public async Task Many_concurrent_updates_of_one_job_all_take_effect()
    {
        var read = await Store.AddAsync(UniqueJobs.New() with { UserData = "" }, default);

        await Task.WhenAll(Enumerable.Range(0, 5).Select(
            _ => Store.UpdateAsync(read!.Job.Key, job => job with { UserData = job.UserData + "+" }, default)));

        Assert.Equal("+++++", (await Store.FindAsync(read!.Job.Key, default))!.Job.UserData);
    }

    [Fact]
    public async Task A_removed_job_is_gone_and_cannot_be_replaced()
    {
        var read = await Store.AddAsync(UniqueJobs.New(), default);

        await Store.RemoveAsync(read!.Job.Key, default);
        await Store.RemoveAsync(read.Job.Key, default);

        Assert.Null(await Store.FindAsync(read.Job.Key, default));
        Assert.Null(await Store.ReplaceAsync(read, read.Job, default));
        Assert.False(await Store.RemoveAsync(read, default));
    }

    [Fact]
    public async Task The_version_that_was_read_is_removed_by_one_of_many()
    {
        var read = await Store.AddAsync(UniqueJobs.New(), default);

        var removed = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Store.RemoveAsync(read!, default)));

        Assert.Single(removed, done => done);
        Assert.Null(await Store.FindAsync(read!.Job.Key, default));
    }

    [Fact]
    public async Task The_key_of_a_removed_job_is_free_and_old_versions_do_not_fit_the_new_job()
    {
        var read = await Store.AddAsync(UniqueJobs.New(), default);
        await Store.RemoveAsync(read!.Job.Key, default);

        var added = await Store.AddAsync(read.Job, default);

        Assert.NotEqual(read.ETag, added!.ETag);
        Assert.Null(await Store.ReplaceAsync(read, read.Job.Ended(), default));
        Assert.False(await Store.RemoveAsync(read, default));
        Assert.Equal(added, await Store.FindAsync(read.Job.Key, default));
    }

    [Fact]
    public async Task A_replacement_keeps_its_key()
    {
        var read = await Store.AddAsync(UniqueJobs.New(), default);

        await Assert.ThrowsAsync<ArgumentException>(() => Store.ReplaceAsync(read!, UniqueJobs.New(), default));
    }

    [Fact]
    public async Task A_cancelled_call_throws()
    {
        var read = await Store.AddAsync(UniqueJobs.New(), default);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Store.FindAsync(UniqueJobs.NewKey(), Cancelled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Store.AddAsync(UniqueJobs.New(), Cancelled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Store.ReplaceAsync(read!, read!.Job.Ended(), Cancelled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Store.RemoveAsync(read!.Job.Key, Cancelled));
        Assert.Equal(read, await Store.FindAsync(read!.Job.Key, default));
    }
}
