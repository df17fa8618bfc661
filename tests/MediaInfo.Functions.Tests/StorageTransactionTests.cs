using System.Globalization;
using System.Text.RegularExpressions;
using Azure.Storage.Blobs;
using MediaInfo.AzureStorage;
using MediaInfo.Core.Jobs;
using MediaInfo.Functions.Tests.Support;
using MediaInfo.Functions.Triggers;
using MediaInfo.TestSupport;
using Microsoft.Extensions.DependencyInjection;

namespace MediaInfo.Functions.Tests;

/// <summary>
/// Storage is billed by the transaction. The tests count those of the app, but not those of the durable host.
/// </summary>
public sealed partial class StorageTransactionTests : IAsyncLifetime, IDisposable
{
    private const int Jobs = 5;

    private readonly AzuriteProcess _azurite = new();
    private InterferingProxy _blobs = null!;
    private InterferingProxy _queues = null!;

    // Each group of functions runs in its own instances, which share no memory.
    private TestApp _http = null!;
    private TestApp _durable = null!;
    private DurableEngine _engine = null!;

    public async Task InitializeAsync()
    {
        await _azurite.StartAsync();
        _blobs = new InterferingProxy(_azurite.BlobEndpoint);
        _queues = new InterferingProxy(_azurite.QueueEndpoint);
        _http = await StartAsync();
        _durable = await StartAsync();
        _engine = new DurableEngine(_durable, _azurite.ConnectionString, "Counted");
        await _engine.StartAsync();
        await _http.Services.GetRequiredService<StorageInitializer>().InitializeAsync(default);
        var bucket = new BlobContainerClient(_azurite.ConnectionString, Media.Sample.Bucket);
        await bucket.CreateIfNotExistsAsync();
        await bucket.GetBlobClient(Media.Sample.Key).UploadAsync(
            RepositoryRoot.Combine("tests", "media", "sample.mp4"), overwrite: true);
    }

    public async Task DisposeAsync()
    {
        await _engine.DisposeAsync();
        foreach (var app in new[] { _http, _durable })
        {
            await app.DisposeAsync();
        }

        await _azurite.DisposeAsync();
    }

    public void Dispose()
    {
        _blobs.Dispose();
        _queues.Dispose();
    }

    [Fact]
    public async Task A_job_of_a_Functions_app_costs_as_many_storage_transactions_as_documented() =>
        await CountAsync(_http, Promised("a job of a Functions app"));

    [Fact]
    public async Task A_job_of_a_Functions_app_in_one_process_costs_as_many_storage_transactions_as_documented()
    {
        var promised = Promised("a job in one process");
        Assert.InRange(promised, 1, 10);
        await CountAsync(_durable, promised);
    }

    private async Task CountAsync(TestApp http, int promised)
    {
        await RunJobAsync(http);
        var (blobsBefore, queuesBefore) = (_blobs.Exchanges.Count, _queues.Exchanges.Count);

        for (var i = 0; i < Jobs; i++)
        {
            await RunJobAsync(http);
        }

        // Lanes are listed per second, not per job.
        List<StorageExchange> counted =
        [
            .. _blobs.Exchanges.Skip(blobsBefore),
            .. _queues.Exchanges.Skip(queuesBefore).Where(exchange => !exchange.IsListOfQueues),
        ];
        Assert.True(
            counted.Count == Jobs * promised,
            $"{counted.Count} transactions for {Jobs} jobs, {promised} a job promised. They were: {string.Join('\n', counted)}");
    }

    private async Task RunJobAsync(TestApp http)
    {
        var context = SignedRequest.Submit();
        await http.Create<RpcTrigger>().RunAsync(context.Request, _engine.Client);
        var id = context.Answer().GetProperty("MediaInfoJob").GetProperty("JobId").GetString()!;
        await _engine.Client.WaitForInstanceCompletionAsync(id).SoonAsync();

        var ended = await StoredAsync(new JobKey(TestApp.Account, id));
        Assert.Equal(JobState.Succeeded, ended.State);
        Assert.NotNull(ended.Callback?.MessageId);
    }

    // Bypasses the proxies, so that this is not counted.
    private async Task<AnalysisJob> StoredAsync(JobKey job)
    {
        await using var app = await TestApp.StartOnAsync(_azurite.ConnectionString);
        return (await app.Services.GetRequiredService<IJobStore>().FindAsync(job, default))!.Job;
    }

    private Task<TestApp> StartAsync() => TestApp.StartOnAsync(
        AzuriteProcess.ConnectionStringTo(_blobs.Address, _queues.Address),

        // Its reads are per second, not per job.
        ("MediaInfo:Pipelines:TrustedFor", "00:01:00"));

    private static int Promised(string what)
    {
        var page = File.ReadAllText(RepositoryRoot.Combine("docs", "costs.md"));
        var figure = Figures().Matches(page).SingleOrDefault(
            figure => string.Equals(figure.Groups["what"].Value, what, StringComparison.Ordinal));
        Assert.True(figure is not null, $"docs/costs.md names no figure for {what}");
        return int.Parse(figure.Groups["count"].Value, CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(
        @"\*\*(?<count>[0-9]+)\s+storage\s+transactions\s+(?<what>[^*]+)\*\*",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Figures();
}
