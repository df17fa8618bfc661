using MediaInfo.Core.Analysis;
using MediaInfo.Probing.Reading;
using MediaInfo.Probing.Tests.Support;
using MediaInfo.TestSupport.Jobs;
using MediaInfo.TestSupport.Memory;

namespace MediaInfo.Probing.Tests.Reading;

public sealed class ObjectReadsTests
{
    private const int Mega = 1024 * 1024;

    private readonly InMemoryObjectStore _store = new();

    [Fact]
    public async Task What_one_step_has_read_costs_the_next_one_nothing()
    {
        _store.Put(TestJobs.Source, Content(2 * Mega));
        using var reads = JobReading.Of(TestJobs.Source, _store);
        using var first = new ProbeSession(reads, ProbeBudget.Unlimited);
        using var second = new ProbeSession(reads, ProbeBudget.Unlimited);

        var bytes = await first.Read(TestJobs.Source.Key, 0).TakeAsync(2 * Mega, CancellationToken.None);
        var again = await second.Read(TestJobs.Source.Key, Mega).TakeAsync(Mega, CancellationToken.None);

        Assert.Equal(Content(2 * Mega), bytes);
        Assert.Equal(Content(2 * Mega)[Mega..], again);
        Assert.Equal((1, 0), (_store.Requests, second.Usage.Requests));
        Assert.Equal((2L * Mega, 0L), (first.Usage.Bytes, second.Usage.Bytes));
    }

    [Fact]
    public async Task Steps_that_read_an_object_in_parallel_cost_about_one_read_of_it()
    {
        const int size = 16 * Mega;
        _store.Put(TestJobs.Source, Content(size));
        using var reads = JobReading.Of(TestJobs.Source, _store);
        var digest = new ObjectDigest(new AnalysisOptions(), TimeProvider.System);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => digest.ComputeAsync(reads, CancellationToken.None)));

        Assert.Single(outcomes.Select(outcome => outcome.Md5).Distinct(StringComparer.Ordinal));
        Assert.InRange(outcomes.Sum(outcome => outcome.Usage.Bytes), size, size * 5L / 4);
    }

    [Theory]
    [InlineData(2 * Mega, 256 * Mega, 2 * Mega)]
    [InlineData(8 * Mega, Mega, Mega)]
    public async Task The_cache_stays_within_the_limits_per_job_and_for_all_jobs(int perJob, long all, long bound)
    {
        _store.Put(TestJobs.Source, Content(20 * Mega));
        var options = new ProbeOptions { CacheBytesPerJob = perJob, CacheBytes = all };
        var memory = new CacheMemory(options);
        using (var reads = new ObjectReads(TestJobs.Source, _store, memory, options, TimeProvider.System))
        {
            using var session = new ProbeSession(reads, ProbeBudget.Unlimited);
            var reader = session.Read(TestJobs.Source.Key, 0);
            while (!(await reader.NextAsync(CancellationToken.None)).IsEmpty)
            {
                Assert.InRange(reads.CachedBytes, 1, bound + (64 * 1024));
            }

            Assert.Equal(20L * Mega, reader.Position);
        }

        Assert.Equal(0, memory.Bytes);
    }

    [Fact]
    public async Task A_step_whose_budget_is_spent_does_not_stop_others()
    {
        _store.Put(TestJobs.Source, Content(3 * Mega));
        using var reads = JobReading.Of(TestJobs.Source, _store);
        using var poor = new ProbeSession(reads, new ProbeBudget(10, Mega));
        using var rich = new ProbeSession(reads, ProbeBudget.Unlimited);

        var taken = await Task.WhenAll(
            Record.ExceptionAsync(() => poor.Read(TestJobs.Source.Key, 0).TakeAsync(3 * Mega, CancellationToken.None)),
            Record.ExceptionAsync(() => rich.Read(TestJobs.Source.Key, 0).TakeAsync(3 * Mega, CancellationToken.None)));

        Assert.Null(taken[1]);
        Assert.Null(rich.Failure);
    }

    [Fact]
    public async Task A_step_that_wants_more_just_as_another_one_is_refused_makes_its_own_request()
    {
        var store = new ScriptedObjectStore();
        store.Put(TestJobs.Source, Content(3 * Mega));
        using var reads = JobReading.Of(TestJobs.Source, store);
        using var poor = new ProbeSession(reads, new ProbeBudget(10, Mega));
        using var rich = new ProbeSession(reads, ProbeBudget.Unlimited);
        Task<byte[]>? all = null;
        store.Content = (number, content) => number > 1
            ? content
            : new ClosingStream(
                content, () => all = rich.Read(TestJobs.Source.Key, 0).TakeAsync(3 * Mega, CancellationToken.None));

        await Assert.ThrowsAsync<IOException>(
            () => poor.Read(TestJobs.Source.Key, 0).TakeAsync(3 * Mega, CancellationToken.None));

        Assert.Equal(Content(3 * Mega), await all!);
        Assert.Null(rich.Failure);
    }

    [Fact]
    public void The_reads_of_a_job_end_with_its_last_step()
    {
        var jobs = new JobReads(_store, new CacheMemory(new ProbeOptions()), new ProbeOptions(), TimeProvider.System);
        var key = TestJobs.Waiting().Key;

        var first = jobs.Open(key, TestJobs.Source);
        var second = jobs.Open(key, TestJobs.Source);
        Assert.Same(first.Reads, second.Reads);
        first.Dispose();
        first.Dispose();
        Assert.Equal(1, jobs.Count);
        second.Dispose();

        Assert.Equal(0, jobs.Count);
        using var later = jobs.Open(key, TestJobs.Source);
        Assert.NotSame(first.Reads, later.Reads);
    }

    private static byte[] Content(int size) => [.. Enumerable.Range(0, size).Select(i => (byte)((i * 31) ^ (i >> 13)))];
}
