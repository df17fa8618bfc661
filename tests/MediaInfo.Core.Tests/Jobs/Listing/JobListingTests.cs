using MediaInfo.Core.Jobs;
using MediaInfo.Core.Jobs.Listing;
using MediaInfo.Core.Objects;
using MediaInfo.TestSupport.Memory;

namespace MediaInfo.Core.Tests.Jobs.Listing;

public sealed class JobListingTests
{
    private const string Account = "1000000000000001";
    private static readonly DateTimeOffset Start = new(2024, 2, 29, 12, 0, 0, TimeSpan.Zero);
    private static readonly JobFilter Ims = new(Account, "ims");

    private readonly MemoryJobs _jobs = new();
    private readonly IdSource _ids = new();
    private readonly JobListing _listing;

    public JobListingTests() => _listing = new JobListing(_jobs, _jobs);

    [Fact]
    public async Task The_newest_job_comes_first()
    {
        var jobs = Add(3);

        var page = await _listing.ListAsync(new JobQuery(Ims, 10), default);

        Assert.Equal([jobs[2], jobs[1], jobs[0]], page.Jobs);
        Assert.Null(page.Next);
    }

    [Fact]
    public async Task The_oldest_job_comes_first_on_request()
    {
        var jobs = Add(3);

        var page = await _listing.ListAsync(new JobQuery(Ims, 2) { Order = JobOrder.OldestFirst }, default);

        Assert.Equal([jobs[0], jobs[1]], page.Jobs);
        Assert.Equal(jobs[1].Key.Id, page.Next);
    }

    [Fact]
    public async Task The_last_page_has_no_next_even_if_it_is_full()
    {
        Add(3);

        Assert.Null((await _listing.ListAsync(new JobQuery(Ims, 3), default)).Next);
        Assert.NotNull((await _listing.ListAsync(new JobQuery(Ims, 2), default)).Next);
    }

    [Fact]
    public async Task A_page_reads_only_its_own_documents_and_one_more_name()
    {
        Add(100);

        await _listing.ListAsync(new JobQuery(Ims, 10), default);

        Assert.Equal((10, 11), (_jobs.DocumentsRead, _jobs.NamesRead));
    }

    [Fact]
    public async Task Jobs_of_other_accounts_dialects_and_states_are_left_out()
    {
        var job = Add(1)[0];
        _jobs.Put(New(Start) with { Dialect = "mps" });
        _jobs.Put(New(Start, account: "another"));
        _jobs.Put(New(Start) with { State = JobState.Failed });

        var page =
            await _listing.ListAsync(new JobQuery(Ims with { States = [JobState.Waiting, JobState.Running] }, 10), default);

        Assert.Equal([job], page.Jobs);
        Assert.Equal(1, _jobs.DocumentsRead);
    }

    [Fact]
    public async Task What_the_index_lacks_is_read_from_the_document()
    {
        _jobs.KnowsMetadata = false;
        var job = Add(1)[0];
        _jobs.Put(New(Start) with { Dialect = "mps" });
        _jobs.Put(New(Start) with { State = JobState.Failed });

        var page = await _listing.ListAsync(new JobQuery(Ims with { States = [JobState.Waiting] }, 10), default);

        Assert.Equal([job], page.Jobs);
    }

    [Fact]
    public async Task A_job_that_changed_state_or_was_deleted_before_its_read_is_left_out()
    {
        var jobs = Add(3);
        _jobs.BeforeName = () =>
        {
            _jobs.Put(jobs[0] with { State = JobState.Running });
            _jobs.Drop(jobs[1].Key);
        };

        var page = await _listing.ListAsync(new JobQuery(Ims with { States = [JobState.Waiting] }, 10), default);

        Assert.Equal([jobs[2]], page.Jobs);
    }

    [Theory]
    [InlineData(JobOrder.NewestFirst)]
    [InlineData(JobOrder.OldestFirst)]
    public async Task Time_bounds_are_exact_to_the_millisecond(JobOrder order)
    {
        var jobs = Add(5);
        var filter = Ims with { CreatedFrom = jobs[1].CreatedAt, CreatedBefore = jobs[3].CreatedAt };

        var page = await _listing.ListAsync(new JobQuery(filter, 10) { Order = order }, default);

        Assert.Equal([jobs[1], jobs[2]], page.Jobs.OrderBy(job => job.CreatedAt));
        Assert.Equal(2, _jobs.NamesRead);
    }

    [Theory]
    [InlineData(JobOrder.NewestFirst)]
    [InlineData(JobOrder.OldestFirst)]
    public async Task Pages_yield_every_job_once_while_new_ones_arrive_and_states_change(JobOrder order)
    {
        var before = Add(200);
        var later = Start.AddDays(1);
        _jobs.BeforeName = () =>
        {
            var changed = _jobs.All.First(job => job.State == JobState.Waiting);
            _jobs.Put(changed with { State = JobState.Succeeded });
            later = later.AddMilliseconds(1);
            _jobs.Put(New(later));
        };

        var seen = await AllAsync(new JobQuery(Ims with { CreatedBefore = Start.AddDays(1) }, 7) { Order = order });

        Assert.Equal(before.Select(job => job.Key.Id).Order(StringComparer.Ordinal), seen.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public async Task Pages_together_contain_what_matches_the_filter(int seed)
    {
        var random = new Random(seed);
        for (var i = 0; i < 300; i++)
        {
            // Several jobs share a millisecond.
            var job = New(Start.AddMilliseconds(random.Next(100)), random.Next(4) > 0 ? Account : "another");
            _jobs.Put(job with { Dialect = random.Next(3) > 0 ? "ims" : "mps", State = (JobState)random.Next(5) });
        }

        var filter = Ims with
        {
            States = random.Next(2) > 0 ? [JobState.Succeeded, JobState.Failed] : null,
            CreatedFrom = Start.AddMilliseconds(random.Next(30)),
            CreatedBefore = Start.AddMilliseconds(50 + random.Next(60)),
        };
        var query = new JobQuery(filter, 1 + random.Next(9)) { Order = (JobOrder)random.Next(2), MaxNames = 5 + random.Next(20) };

        var meant = _jobs.All.Where(filter.Matches).Select(job => job.Key.Id).Order(StringComparer.Ordinal).ToList();

        Assert.Equal(query.Order == JobOrder.NewestFirst ? meant : Enumerable.Reverse(meant), await AllAsync(query));
    }

    [Fact]
    public async Task A_search_for_rare_jobs_ends_a_page_early_and_continues_on_the_next()
    {
        var rare = New(Start) with { State = JobState.Failed };
        _jobs.Put(rare);
        Add(50, Start.AddSeconds(1));
        var query = new JobQuery(Ims with { States = [JobState.Failed] }, 10) { MaxNames = 20 };

        var first = await _listing.ListAsync(query, default);

        Assert.Empty(first.Jobs);
        Assert.Equal(20, _jobs.NamesRead);
        Assert.Equal([rare.Key.Id], await AllAsync(query));
    }

    [Fact]
    public async Task A_period_that_ends_before_it_begins_contains_no_jobs()
    {
        Add(3);

        var page = await _listing.ListAsync(
            new JobQuery(Ims with { CreatedFrom = Start.AddHours(1), CreatedBefore = Start }, 10), default);

        Assert.Empty(page.Jobs);
        Assert.Null(page.Next);
    }

    private async Task<List<string>> AllAsync(JobQuery query)
    {
        var seen = new List<string>();
        for (string? after = null; ;)
        {
            var page = await _listing.ListAsync(query with { After = after }, default);
            Assert.True(page.Jobs.Count <= query.Limit);
            seen.AddRange(page.Jobs.Select(job => job.Key.Id));
            after = page.Next;
            if (after is null)
            {
                return seen;
            }
        }
    }

    // One job per millisecond, oldest first.
    private List<AnalysisJob> Add(int count, DateTimeOffset? from = null)
    {
        var jobs = Enumerable.Range(0, count).Select(i => New((from ?? Start).AddMilliseconds(i))).ToList();
        jobs.ForEach(_jobs.Put);
        return jobs;
    }

    private AnalysisJob New(DateTimeOffset createdAt, string account = Account) => new()
    {
        Key = new JobKey(account, _ids.NewJobId(createdAt)),
        Dialect = "ims",
        RequestId = "7B7CD2E4-9D0A-4C5B-9F6E-0C3A5E8D1F20",
        CreatedAt = createdAt,
        Source = new ObjectRef("example-bucket", "sample.mp4"),
        SubmittedInput = "{}",
        PipelineId = "00000000000000000000000000000001",
    };
}
