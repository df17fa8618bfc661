using MediaInfo.Core.Jobs;
using MediaInfo.Core.Jobs.Listing;

namespace MediaInfo.Storage.Contracts.Jobs;

/// <summary>The contract of <see cref="IJobIndex"/>, and of listings over it.</summary>
public abstract class JobIndexContract(StorageRig rig) : StorageContract(rig)
{
    private static readonly DateTimeOffset Start = new(2024, 2, 29, 12, 0, 0, TimeSpan.Zero);

    private readonly IdSource _ids = new();

    private IJobStore Store => Rig.Jobs;

    private JobListing Listing => new(Rig.JobIndex, Store);

    private JobFilter Ims => new(Account, "ims");

    [Fact]
    public async Task The_index_follows_every_write_of_a_job()
    {
        var added = await Store.AddAsync(New(Start), default);
        Assert.Equal(
            new JobIndexEntry(added!.Job.Key.Id, "ims", JobState.Waiting), Assert.Single(await ReadAsync(JobIdRange.All)));

        var replaced = await Store.ReplaceAsync(added, added.Job with { State = JobState.Running }, default);
        Assert.Equal(JobState.Running, Assert.Single(await ReadAsync(JobIdRange.All)).State);

        await Store.ReplaceAsync(replaced!, replaced!.Job with { State = JobState.Failed }, default);
        Assert.Equal(JobState.Failed, Assert.Single(await ReadAsync(JobIdRange.All)).State);

        await Store.RemoveAsync(added.Job.Key, default);
        Assert.Empty(await ReadAsync(JobIdRange.All));
    }

    [Fact]
    public async Task The_index_has_the_project_of_a_job()
    {
        await Store.AddAsync(New(Start) with { Project = "project" }, default);

        Assert.Equal("project", Assert.Single(await ReadAsync(JobIdRange.All)).Project);
    }

    [Fact]
    public async Task The_index_has_only_the_accounts_own_jobs()
    {
        var job = New(Start);
        await Store.AddAsync(job, default);
        foreach (var account in new[] { Account + "2", Account[..^1], Account.ToUpperInvariant() })
        {
            await Store.AddAsync(job with { Key = new JobKey(account, _ids.NewJobId(Start)) }, default);
        }

        Assert.Equal(job.Key.Id, Assert.Single(await ReadAsync(JobIdRange.All)).Id);
    }

    [Theory]
    [InlineData(JobOrder.NewestFirst)]
    [InlineData(JobOrder.OldestFirst)]
    public async Task A_range_includes_its_begin_and_excludes_its_end(JobOrder order)
    {
        var ids = (await AddAsync(5, TimeSpan.FromMinutes(1))).Select(job => job.Key.Id).Order(StringComparer.Ordinal).ToList();

        var read = await ReadAsync(new JobIdRange(ids[1], ids[3]), order);

        string[] expected = [ids[1], ids[2]];
        Assert.Equal(order == JobOrder.NewestFirst ? expected : expected.Reverse(), read.Select(entry => entry.Id));
        Assert.Empty(await ReadAsync(new JobIdRange(ids[3], ids[3]), order));
        Assert.Empty(await ReadAsync(new JobIdRange(ids[3], ids[1]), order));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(100_000)]
    public async Task The_expected_number_does_not_limit_the_list(int expected)
    {
        await AddAsync(30, TimeSpan.FromMinutes(1));

        var read = await Rig.JobIndex.ReadAsync(Account, JobIdRange.All, JobOrder.NewestFirst, expected, default).ToListAsync();

        Assert.Equal(30, read.Count);
    }

    [Fact]
    public async Task A_filtered_page_has_the_matching_jobs()
    {
        await AddAsync(50, TimeSpan.FromMinutes(1), job => job with { State = JobState.Succeeded });
        var failed = (await Store.AddAsync(New(Start.AddMinutes(-1)) with { State = JobState.Failed }, default))!.Job;
        await Store.AddAsync(New(Start) with { State = JobState.Failed, Dialect = "mps" }, default);

        var page = await Listing.ListAsync(new JobQuery(Ims with { States = [JobState.Failed, JobState.Canceled] }, 10), default);

        Assert.Equal([failed], page.Jobs);
        Assert.Null(page.Next);
    }

    [Theory]
    [InlineData(JobOrder.NewestFirst)]
    [InlineData(JobOrder.OldestFirst)]
    public async Task Time_bounds_limit_a_page(JobOrder order)
    {
        var jobs = await AddAsync(60, TimeSpan.FromHours(9));
        var filter = Ims with { CreatedFrom = jobs[20].CreatedAt, CreatedBefore = jobs[25].CreatedAt };

        var page = await Listing.ListAsync(new JobQuery(filter, 100) { Order = order }, default);

        var expected = jobs[20..25];
        Assert.Equal(order == JobOrder.OldestFirst ? expected : Enumerable.Reverse(expected), page.Jobs);
    }

    [Theory]
    [InlineData(JobOrder.NewestFirst)]
    [InlineData(JobOrder.OldestFirst)]
    public async Task Paging_yields_each_of_1100_jobs_once_despite_new_jobs_and_state_changes(JobOrder order)
    {
        // Spread over months and within milliseconds, so that every way to find a range is used.
        var jobs = await AddAsync(550, TimeSpan.FromHours(3));
        jobs.AddRange(await AddAsync(550, TimeSpan.FromMilliseconds(1)));
        var query = new JobQuery(Ims with { CreatedBefore = Start.AddYears(1) }, 100) { Order = order };
        var seen = new List<string>();
        for (string? after = null; ;)
        {
            var page = await Listing.ListAsync(query with { After = after }, default);
            Assert.Equal(Math.Min(100, jobs.Count - seen.Count), page.Jobs.Count);
            seen.AddRange(page.Jobs.Select(job => job.Key.Id));
            after = page.Next;
            if (after is null)
            {
                break;
            }

            await Store.AddAsync(New(Start.AddYears(1)), default);
            await Task.WhenAll(jobs.Skip(seen.Count - 5).Take(10).Select(job =>
                Store.UpdateAsync(job.Key, newest => newest with { State = JobState.Succeeded }, default)));
        }

        var expected = jobs.Select(job => job.Key.Id).Order(StringComparer.Ordinal);
        Assert.Equal(order == JobOrder.NewestFirst ? expected : expected.Reverse(), seen);
    }

    [Fact]
    public async Task Jobs_behind_many_newer_ones_are_found()
    {
        await AddAsync(1200, TimeSpan.FromSeconds(1));
        var old = (await Store.AddAsync(New(Start.AddDays(-100)), default))!.Job;
        var last = (await Store.AddAsync(New(Start.AddDays(-300)), default))!.Job;

        var page = await Listing.ListAsync(new JobQuery(Ims with { CreatedBefore = Start }, 10), default);

        Assert.Equal([old, last], page.Jobs);
        Assert.Equal([last], (await Listing.ListAsync(new JobQuery(Ims, 1) { Order = JobOrder.OldestFirst }, default)).Jobs);
    }

    [Fact]
    public async Task Any_number_of_jobs_of_the_same_millisecond_are_found()
    {
        var jobs = await AddAsync(1050, TimeSpan.Zero);
        var ids = jobs.Select(job => job.Key.Id).Order(StringComparer.Ordinal).ToList();

        Assert.Equal(ids, (await ReadAsync(JobIdRange.All)).Select(entry => entry.Id));
        Assert.Equal(
            ids[1030..], (await ReadAsync(JobIdRange.All.After(ids[1029], JobOrder.NewestFirst))).Select(entry => entry.Id));
        Assert.Equal(
            ids[..1040].AsEnumerable().Reverse(),
            (await ReadAsync(JobIdRange.All.After(ids[1040], JobOrder.OldestFirst), JobOrder.OldestFirst)).Select(
                entry => entry.Id));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a/b")]
    [InlineData("../other")]
    public async Task An_invalid_account_has_no_jobs(string account)
    {
        await AddAsync(1, TimeSpan.Zero);

        Assert.Empty((await Listing.ListAsync(new JobQuery(new JobFilter(account, "ims"), 10), default)).Jobs);
    }

    [Fact]
    public async Task A_reader_may_write_while_it_reads()
    {
        var jobs = await AddAsync(20, TimeSpan.FromMinutes(1));
        var read = 0;

        await foreach (var entry in Rig.JobIndex.ReadAsync(Account, JobIdRange.All, JobOrder.NewestFirst, 5, default))
        {
            await Store.RemoveAsync(new JobKey(Account, entry.Id), default);
            read++;
        }

        Assert.Equal(jobs.Count, read);
        Assert.Empty(await ReadAsync(JobIdRange.All));
    }

    [Fact]
    public async Task A_cancelled_read_throws()
    {
        await AddAsync(1, TimeSpan.Zero);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await Rig.JobIndex
            .ReadAsync(Account, JobIdRange.All, JobOrder.NewestFirst, 10, Cancelled)
            .ToListAsync(default));
    }

    private async Task<List<JobIndexEntry>> ReadAsync(JobIdRange range, JobOrder order = JobOrder.NewestFirst) =>
        await Rig.JobIndex.ReadAsync(Account, range, order, 10, default).ToListAsync();

    // Returns the oldest first.
    private async Task<List<AnalysisJob>> AddAsync(int count, TimeSpan apart, Func<AnalysisJob, AnalysisJob>? change = null)
    {
        var jobs = Enumerable.Range(0, count).Select(i => New(Start + (i * apart))).Select(change ?? (job => job)).ToList();
        await Parallel.ForEachAsync(
            jobs,
            new ParallelOptions { MaxDegreeOfParallelism = 16 },
            async (job, token) => Assert.NotNull(await Store.AddAsync(job, token)));
        return jobs;
    }

    private AnalysisJob New(DateTimeOffset createdAt) => UniqueJobs.New() with
    {
        Key = new JobKey(Account, _ids.NewJobId(createdAt)),
        Dialect = "ims",
        CreatedAt = createdAt,
    };
}
