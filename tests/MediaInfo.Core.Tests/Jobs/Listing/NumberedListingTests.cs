using MediaInfo.Core.Jobs;
using MediaInfo.Core.Jobs.Listing;
using MediaInfo.TestSupport;
using MediaInfo.TestSupport.Memory;

namespace MediaInfo.Core.Tests.Jobs.Listing;

public sealed class NumberedListingTests
{
    private const string Account = "1000000000000001";
    private static readonly DateTimeOffset Start = new(2024, 2, 29, 12, 0, 0, TimeSpan.Zero);
    private static readonly JobFilter Tasks = new(Account, "mpc") { Project = "one" };

    private readonly MemoryJobs _jobs = new();
    private readonly IdSource _ids = new();
    private readonly ManualTimeProvider _time = new();
    private readonly NumberedListing _listing;

    public NumberedListingTests() => _listing = new NumberedListing(_jobs, _jobs, _time);

    [Fact]
    public async Task Pages_and_total_cover_the_project_newest_first()
    {
        var jobs = Add(25);
        _jobs.Put(New(Start) with { Project = "two" });
        _jobs.Put(New(Start) with { Project = null });
        _jobs.Put(New(Start) with { Dialect = "mps" });

        var page = await _listing.ListAsync(Tasks, page: 2, size: 10, default);

        Assert.Equal((25, 5), (page.Total, page.Jobs.Count));
        Assert.Equal(Enumerable.Reverse(jobs).Skip(20), page.Jobs);
        Assert.Equal(5, _jobs.DocumentsRead);
        Assert.Empty((await _listing.ListAsync(Tasks, int.MaxValue, 100, default)).Jobs);
    }

    [Fact]
    public async Task Paging_yields_each_job_once_while_new_ones_arrive_and_states_change()
    {
        var jobs = Add(95);
        var waiting = Tasks with { States = [JobState.Waiting, JobState.Running] };
        var seen = new List<string>();
        for (var page = 0; page < 10; page++)
        {
            var answer = await _listing.ListAsync(waiting, page, 10, default);
            seen.AddRange(answer.Jobs.Select(job => job.Key.Id));
            Assert.Equal(95, answer.Total);

            // New jobs, an older job that another process stores only now, and an already listed job that ends.
            Add(3, Start.AddDays(1 + page));
            Add(1, Start.AddDays(-1 - page));
            _jobs.Put(answer.Jobs[0] with { State = JobState.Succeeded });
        }

        Assert.Equal(Enumerable.Reverse(jobs).Select(job => job.Key.Id), seen);
    }

    [Fact]
    public async Task Retrying_a_page_after_a_storage_error_uses_the_same_list()
    {
        var jobs = Add(25);
        await _listing.ListAsync(Tasks, 0, 10, default);
        Add(3, Start.AddDays(1));
        _jobs.BeforeDocument = () => throw new IOException("Storage is away");
        await Assert.ThrowsAsync<IOException>(() => _listing.ListAsync(Tasks, 1, 10, default));
        _jobs.BeforeDocument = () => { };

        var page = await _listing.ListAsync(Tasks, 1, 10, default);

        Assert.Equal(Enumerable.Reverse(jobs).Skip(10).Take(10), page.Jobs);
    }

    [Fact]
    public async Task Pages_past_the_end_do_not_extend_a_lists_lifetime()
    {
        Add(12);
        await _listing.ListAsync(Tasks, 0, 10, default);
        for (var page = 2; page < 7; page++)
        {
            _time.Advance(TimeSpan.FromSeconds(20));
            await _listing.ListAsync(Tasks, page, 10, default);
        }

        _time.Advance(TimeSpan.FromSeconds(30));

        Add(1, Start.AddDays(1));

        Assert.Equal(13, (await _listing.ListAsync(Tasks, 1, 10, default)).Total);
    }

    [Fact]
    public async Task A_page_requested_without_the_first_one_or_again_uses_the_current_list()
    {
        Add(12);
        Assert.Equal(12, (await _listing.ListAsync(Tasks, 1, 10, default)).Total);
        Add(1, Start.AddDays(1));
        Assert.Equal(13, (await _listing.ListAsync(Tasks, 1, 10, default)).Total);
        Assert.Equal(13, (await _listing.ListAsync(Tasks, 0, 10, default)).Total);
        Add(1, Start.AddDays(2));
        Assert.Equal(14, (await _listing.ListAsync(Tasks, 0, 10, default)).Total);
    }

    [Fact]
    public async Task A_list_expires_and_is_not_shared_with_other_queries()
    {
        Add(12);
        await _listing.ListAsync(Tasks, 0, 10, default);
        Add(1, Start.AddDays(1));
        Assert.Equal(13, (await _listing.ListAsync(Tasks, 1, 11, default)).Total);
        Assert.Equal(13, (await _listing.ListAsync(Tasks with { States = [JobState.Waiting] }, 1, 10, default)).Total);
        _time.Advance(TimeSpan.FromMinutes(3));
        Assert.Equal(13, (await _listing.ListAsync(Tasks, 1, 10, default)).Total);
    }

    [Fact]
    public async Task The_number_of_kept_lists_is_limited()
    {
        Add(12);
        for (var size = 1; size <= 10; size++)
        {
            for (var hour = 0; hour < 20; hour++)
            {
                await _listing.ListAsync(Tasks with { CreatedBefore = Start.AddHours(1 + hour) }, 0, size, default);
                _time.Advance(TimeSpan.FromMilliseconds(1));
            }
        }

        Add(1, Start.AddMinutes(1));
        // The oldest list is gone, the newest is still there.
        Assert.Equal(13, (await _listing.ListAsync(Tasks with { CreatedBefore = Start.AddHours(1) }, 1, 1, default)).Total);
        Assert.Equal(12, (await _listing.ListAsync(Tasks with { CreatedBefore = Start.AddHours(20) }, 1, 10, default)).Total);
    }

    [Fact]
    public async Task A_job_that_changed_state_before_its_read_is_left_out()
    {
        var jobs = Add(2);
        var waiting = Tasks with { States = [JobState.Waiting] };
        _jobs.BeforeName = () => _jobs.Put(jobs[0] with { State = JobState.Running });

        Assert.Equal([jobs[1]], (await _listing.ListAsync(waiting, 0, 10, default)).Jobs);
    }

    private List<AnalysisJob> Add(int count, DateTimeOffset? from = null)
    {
        var jobs = Enumerable.Range(0, count).Select(i => New((from ?? Start).AddMilliseconds(i))).ToList();
        jobs.ForEach(_jobs.Put);
        return jobs;
    }

    private AnalysisJob New(DateTimeOffset createdAt) => new()
    {
        Key = new JobKey(Account, _ids.NewNumberedJobId(Account, createdAt)),
        Dialect = "mpc",
        Project = "one",
        RequestId = "7B7CD2E4-9D0A-4C5B-9F6E-0C3A5E8D1F20",
        CreatedAt = createdAt,
        Source = new Core.Objects.ObjectRef("example-bucket", "sample.mp4"),
        SubmittedInput = "{}",
        PipelineId = "00000000000000000000000000000001",
    };
}
