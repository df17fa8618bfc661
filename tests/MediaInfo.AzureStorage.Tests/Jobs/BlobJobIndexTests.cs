using MediaInfo.AzureStorage.Jobs;
using MediaInfo.AzureStorage.Tests.Support;
using MediaInfo.Core.Jobs;
using MediaInfo.Core.Jobs.Listing;
using MediaInfo.Storage.Contracts.Jobs;
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

    [Theory]
    [InlineData("")]
    [InlineData("a/b")]
    [InlineData("../other")]
    public async Task An_invalid_account_costs_no_request(string account)
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
