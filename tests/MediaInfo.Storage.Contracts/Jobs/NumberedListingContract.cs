using MediaInfo.Core.Jobs;
using MediaInfo.Core.Jobs.Listing;

namespace MediaInfo.Storage.Contracts.Jobs;

/// <summary>Numbered pages over thousands of stored jobs.</summary>
public abstract class NumberedListingContract(StorageRig rig) : StorageContract(rig)
{
    private const int Jobs = 5000;
    private static readonly DateTimeOffset Start = new(2024, 2, 29, 12, 0, 0, TimeSpan.Zero);

    private readonly IdSource _ids = new();

    private NumberedListing Listing => new(Rig.JobIndex, Rig.Jobs, TimeProvider.System);

    [Fact]
    public async Task Filters_over_5000_jobs_of_every_kind_match_a_brute_force_search()
    {
        var random = new Random(1);
        var jobs = Enumerable.Range(0, Jobs).Select(_ => New(random)).ToList();
        await AddAsync(jobs);
        JobState[]?[] states =
            [null, [JobState.Waiting], [JobState.Running], [JobState.Succeeded], [JobState.Failed], [JobState.Canceled], []];
        for (var round = 0; round < 14; round++)
        {
            var from = Start.AddSeconds(random.Next(3600));
            var filter = new JobFilter(Account, "mpc")
            {
                Project = random.Next(3) == 0 ? "two" : "one",
                States = states[round % states.Length],
                CreatedFrom = random.Next(2) == 0 ? null : from,
                CreatedBefore = random.Next(2) == 0 ? null : from.AddSeconds(random.Next(1800)),
            };
            var (page, size) = (random.Next(5), 1 + random.Next(100));

            var answer = await Listing.ListAsync(filter, page, size, default);

            var meant = jobs.Where(filter.Matches).OrderBy(job => job.Key.Id, StringComparer.Ordinal).ToList();
            Assert.Equal(meant.Count, answer.Total);
            Assert.Equal(meant.Skip(page * size).Take(size).Select(job => job.Key.Id), answer.Jobs.Select(job => job.Key.Id));
        }
    }

    [Fact]
    public async Task A_caller_who_pages_gets_each_job_once_while_others_submit()
    {
        var random = new Random(2);
        var before = Enumerable.Range(0, 300).Select(_ => New(random) with { Dialect = "mpc", Project = "one" }).ToList();
        await AddAsync(before);
        using var stop = new CancellationTokenSource();
        var submitting = SubmitAsync(stop.Token);
        var listing = Listing;

        var first = await listing.ListAsync(new JobFilter(Account, "mpc") { Project = "one" }, 0, 25, default);
        var seen = first.Jobs.Select(job => job.Key.Id).ToList();
        for (var page = 1; page * 25 < first.Total; page++)
        {
            var next = await listing.ListAsync(new JobFilter(Account, "mpc") { Project = "one" }, page, 25, default);
            Assert.Equal(first.Total, next.Total);
            seen.AddRange(next.Jobs.Select(job => job.Key.Id));
        }

        await stop.CancelAsync();
        await submitting;
        Assert.Equal(first.Total, seen.Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(seen.Order(StringComparer.Ordinal), seen);
        Assert.Empty(before.Select(job => job.Key.Id).Except(seen, StringComparer.Ordinal));
    }

    [Fact]
    public async Task With_a_time_bound_in_the_past_all_processes_page_through_the_same_list()
    {
        var random = new Random(3);
        var before = Enumerable.Range(0, 120).Select(_ => New(random) with { Dialect = "mpc", Project = "one" }).ToList();
        await AddAsync(before);
        using var stop = new CancellationTokenSource();
        var submitting = SubmitAsync(stop.Token);
        var filter = new JobFilter(Account, "mpc") { Project = "one", CreatedBefore = Start.AddHours(1) };

        var seen = new List<string>();
        for (var page = 0; page < 5; page++)
        {
            // Each page comes from a new listing, which remembers nothing, like that of another process.
            var answer = await Listing.ListAsync(filter, page, 25, default);
            Assert.Equal(120, answer.Total);
            seen.AddRange(answer.Jobs.Select(job => job.Key.Id));
        }

        await stop.CancelAsync();
        await submitting;
        Assert.Equal(before.Select(job => job.Key.Id).Order(StringComparer.Ordinal), seen);
    }

    private async Task SubmitAsync(CancellationToken stop)
    {
        // Off the caller's thread, because a storage may answer without waiting.
        await Task.Yield();
        for (var i = 0; !stop.IsCancellationRequested && i < 5000; i++)
        {
            await Rig.Jobs.AddAsync(New(Start.AddDays(1).AddMilliseconds(i)), CancellationToken.None);
        }
    }

    private Task AddAsync(IEnumerable<AnalysisJob> jobs) => Parallel.ForEachAsync(
        jobs,
        new ParallelOptions { MaxDegreeOfParallelism = 16 },
        async (job, token) => Assert.NotNull(await Rig.Jobs.AddAsync(job, token)));

    private AnalysisJob New(Random random) => New(Start.AddMilliseconds(random.Next(3_600_000))) with
    {
        Dialect = random.Next(4) == 0 ? "ims" : "mpc",
        Project = random.Next(4) == 0 ? "two" : "one",
        State = (JobState)random.Next(5),
    };

    private AnalysisJob New(DateTimeOffset createdAt) => UniqueJobs.New() with
    {
        Key = new JobKey(Account, _ids.NewNumberedJobId(Account, createdAt)),
        Dialect = "mpc",
        Project = "one",
        CreatedAt = createdAt,
    };
}
