using MediaInfo.AzureStorage.Jobs;
using MediaInfo.AzureStorage.Tests.Support;
using MediaInfo.Core.Jobs;
using MediaInfo.Core.Jobs.Listing;
using MediaInfo.TestSupport;
using Xunit;

namespace MediaInfo.AzureStorage.Tests.Jobs;

[Collection(AzuriteFixture.Collection)]
public sealed class BlobJobIndexTests(AzuriteFixture azurite) : IAsyncLifetime, IDisposable
{
    private static readonly DateTimeOffset Start = new(2024, 2, 29, 12, 0, 0, TimeSpan.Zero);

    private readonly ProxiedStorage _storage = new(azurite);
    private readonly RecordingLogger<BlobJobStore> _log = new();
    private readonly IdSource _ids = new();
    private readonly string _account = AzuriteFixture.UniqueName("account");

    // Writes bypass the proxy, so that it counts only the requests of lists.
    private BlobJobStore Writer => new(_storage.Direct, _log);

    private BlobJobStore Reader => new(_storage.Clients, _log);

    private BlobJobIndex Index => new(_storage.Clients);

    private JobListing Listing => new(Index, Reader);

    private JobFilter Ims => new(_account, "ims");

    public async Task InitializeAsync() => await _storage.Direct.Initializer().InitializeAsync(default);

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _storage.Dispose();

    [Fact]
    public async Task The_index_follows_every_write_of_a_job()
    {
        var added = await Writer.AddAsync(New(Start), default);
        Assert.Equal(
            new JobIndexEntry(added!.Job.Key.Id, "ims", JobState.Waiting), Assert.Single(await ReadAsync(JobIdRange.All)));

        var replaced = await Writer.ReplaceAsync(added, added.Job with { State = JobState.Running }, default);
        Assert.Equal(JobState.Running, Assert.Single(await ReadAsync(JobIdRange.All)).State);

        await Writer.ReplaceAsync(replaced!, replaced!.Job with { State = JobState.Failed }, default);
        Assert.Equal(JobState.Failed, Assert.Single(await ReadAsync(JobIdRange.All)).State);

        await Writer.RemoveAsync(added.Job.Key, default);
        Assert.Empty(await ReadAsync(JobIdRange.All));
    }

    [Fact]
    public async Task A_document_without_metadata_is_listed_as_unknown()
    {
        var key = New(Start).Key;
        await _storage.Direct.Blobs.GetBlobContainerClient("mediainfo-jobs")
            .UploadBlobAsync($"{key.Account}/{key.Id}.json", BinaryData.FromString("{}"));

        Assert.Equal(new JobIndexEntry(key.Id, Dialect: null, State: null), Assert.Single(await ReadAsync(JobIdRange.All)));
    }

    [Fact]
    public async Task A_first_page_costs_one_request_and_the_reads_of_its_documents()
    {
        await AddAsync(50, TimeSpan.FromMinutes(1));

        var page = await Listing.ListAsync(new JobQuery(Ims, 10), default);

        Assert.Equal(10, page.Jobs.Count);
        Assert.Equal(11, _storage.Blobs.Requests);
    }

    [Fact]
    public async Task A_filtered_page_reads_only_matching_documents()
    {
        var jobs = await AddAsync(50, TimeSpan.FromMinutes(1), job => job with { State = JobState.Succeeded });
        var failed = (await Writer.AddAsync(New(Start.AddMinutes(-1)) with { State = JobState.Failed }, default))!.Job;
        await Writer.AddAsync(New(Start) with { State = JobState.Failed, Dialect = "mps" }, default);

        var page = await Listing.ListAsync(new JobQuery(Ims with { States = [JobState.Failed, JobState.Canceled] }, 10), default);

        Assert.Equal([failed], page.Jobs);
        Assert.Null(page.Next);
        Assert.Equal(50, jobs.Count);
        Assert.True(_storage.Blobs.Requests <= 4, $"{_storage.Blobs.Requests} requests");
    }

    [Theory]
    [InlineData(JobOrder.NewestFirst)]
    [InlineData(JobOrder.OldestFirst)]
    public async Task Time_bounds_limit_what_is_read(JobOrder order)
    {
        var jobs = await AddAsync(60, TimeSpan.FromHours(9));
        var filter = Ims with { CreatedFrom = jobs[20].CreatedAt, CreatedBefore = jobs[25].CreatedAt };

        var page = await Listing.ListAsync(new JobQuery(filter, 100) { Order = order }, default);

        Assert.Equal(
            jobs[20..25].Select(job => job.Key.Id).Order(StringComparer.Ordinal),
            page.Jobs.Select(job => job.Key.Id).Order(StringComparer.Ordinal));
        Assert.Equal(jobs[order == JobOrder.NewestFirst ? 24 : 20], page.Jobs[0]);
        Assert.Equal(1 + 5, _storage.Blobs.Requests);
    }

    [Theory]
    [InlineData(JobOrder.NewestFirst)]
    [InlineData(JobOrder.OldestFirst)]
    public async Task Paging_yields_each_of_1100_jobs_once_despite_new_jobs_and_state_changes(JobOrder order)
    {
        // More jobs than one search page, spread over months and within milliseconds, so that every way to find a range is used.
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

            await Writer.AddAsync(New(Start.AddYears(1)), default);
            await Task.WhenAll(jobs.Skip(seen.Count - 5).Take(10).Select(job =>
                Writer.UpdateAsync(job.Key, newest => newest with { State = JobState.Succeeded }, default)));
        }

        var expected = jobs.Select(job => job.Key.Id).Order(StringComparer.Ordinal);
        Assert.Equal(order == JobOrder.NewestFirst ? expected : expected.Reverse(), seen);
    }

    [Fact]
    public async Task Jobs_behind_many_newer_ones_are_found_with_few_requests()
    {
        await AddAsync(1200, TimeSpan.FromSeconds(1));
        var old = (await Writer.AddAsync(New(Start.AddDays(-100)), default))!.Job;
        var last = (await Writer.AddAsync(New(Start.AddDays(-300)), default))!.Job;

        var page = await Listing.ListAsync(new JobQuery(Ims with { CreatedBefore = Start }, 10), default);

        Assert.Equal([old, last], page.Jobs);
        Assert.True(_storage.Blobs.Requests < 70, $"{_storage.Blobs.Requests} requests");
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
    public async Task An_invalid_account_has_no_jobs_and_costs_no_request(string account)
    {
        var page = await Listing.ListAsync(new JobQuery(new JobFilter(account, "ims"), 10), default);

        Assert.Empty(page.Jobs);
        Assert.Equal(0, _storage.Blobs.Requests);
    }

    [Fact]
    public async Task Unreachable_storage_is_an_IO_error()
    {
        using var clients = TestClients.ToNowhere();

        await Assert.ThrowsAsync<IOException>(
            async () => await new BlobJobIndex(clients)
                .ReadAsync(_account, JobIdRange.All, JobOrder.NewestFirst, 10, default)
                .ToListAsync());
    }

    private async Task<List<JobIndexEntry>> ReadAsync(JobIdRange range, JobOrder order = JobOrder.NewestFirst) =>
        await Index.ReadAsync(_account, range, order, 10, default).ToListAsync();

    // Returns the oldest first.
    private async Task<List<AnalysisJob>> AddAsync(int count, TimeSpan apart, Func<AnalysisJob, AnalysisJob>? change = null)
    {
        var jobs = Enumerable.Range(0, count).Select(i => New(Start + (i * apart))).Select(change ?? (job => job)).ToList();
        await Parallel.ForEachAsync(jobs, async (job, token) => Assert.NotNull(await Writer.AddAsync(job, token)));
        return jobs;
    }

    private AnalysisJob New(DateTimeOffset createdAt) => UniqueJobs.New() with
    {
        Key = new JobKey(_account, _ids.NewJobId(createdAt)),
        Dialect = "ims",
        CreatedAt = createdAt,
    };
}
