using System.Globalization;
using System.Text.RegularExpressions;
using Azure.Storage.Blobs;
using MediaInfo.AzureStorage;
using MediaInfo.Core.Jobs;
using MediaInfo.Core.Queues;
using MediaInfo.Functions.Durable;
using MediaInfo.Functions.Tests.Support;
using MediaInfo.Functions.Triggers;
using MediaInfo.TestSupport;
using Microsoft.Extensions.DependencyInjection;

namespace MediaInfo.Functions.Tests;

/// <summary>
/// Storage is billed by the transaction. The tests count those of the app and of the host receiving the app's messages, but not
/// those of the durable host.
/// </summary>
public sealed partial class StorageTransactionTests : IAsyncLifetime, IDisposable
{
    private const int Jobs = 5;
    private static readonly TimeSpan Hold = TimeSpan.FromMinutes(1);

    private readonly AzuriteProcess _azurite = new();
    private InterferingProxy _blobs = null!;
    private InterferingProxy _queues = null!;

    // Each group of functions runs in its own instances, which share no memory.
    private TestApp _http = null!;
    private TestApp _tokens = null!;
    private TestApp _durable = null!;
    private DurableEngine _engine = null!;

    public async Task InitializeAsync()
    {
        await _azurite.StartAsync();
        _blobs = new InterferingProxy(_azurite.BlobEndpoint);
        _queues = new InterferingProxy(_azurite.QueueEndpoint);
        _http = await StartAsync();
        _tokens = await StartAsync();
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
        foreach (var app in new[] { _http, _tokens, _durable })
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
    public async Task A_job_of_a_Functions_app_costs_as_many_storage_transactions_as_documented()
    {
        await RunJobAsync();
        var (blobsBefore, queuesBefore) = (_blobs.Exchanges.Count, _queues.Exchanges.Count);

        for (var i = 0; i < Jobs; i++)
        {
            await RunJobAsync();
        }

        // Lanes are listed per second, not per job.
        List<StorageExchange> counted =
        [
            .. _blobs.Exchanges.Skip(blobsBefore),
            .. _queues.Exchanges.Skip(queuesBefore).Where(exchange => !exchange.IsListOfQueues),
        ];
        Assert.True(
            counted.Count == Jobs * Promised(),
            $"{counted.Count} transactions for {Jobs} jobs, {Promised()} a job promised. They were: {string.Join('\n', counted)}");
    }

    // As the host does it: receive a message, pass it to its function, delete it.
    private async Task RunJobAsync()
    {
        await _http.Create<RpcTrigger>().RunAsync(SignedRequest.Submit().Request);
        var orchestrations = new Orchestrations { OnStarted = RunOrchestrationAsync };
        var tokens = _tokens.Services.GetRequiredService<IWorkQueues>().Tokens;
        var token = Assert.Single(await tokens.ReceiveAsync(Room.For(1), Hold, default));
        await _tokens.Create<TokenTrigger>().RunAsync(token.Text, orchestrations.Client, default);
        await tokens.CompleteAsync(token, default);

        var ended = await StoredAsync(Assert.Single(orchestrations.Started));
        Assert.Equal(JobState.Succeeded, ended.State);
        Assert.NotNull(ended.Callback?.MessageId);
    }

    // Runs to the end, so that the turn which started it finds it ended, however fast the engine is.
    private async Task RunOrchestrationAsync(JobKey job)
    {
        await new OrchestrationStarter(_engine.Client).StartAsync(job, default);
        await _engine.Client.WaitForInstanceCompletionAsync(job.Id);
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

    private static int Promised()
    {
        var page = File.ReadAllText(RepositoryRoot.Combine("docs", "costs.md"));
        var figure = Figure().Match(page);
        Assert.True(figure.Success, "docs/costs.md names no figure");
        return int.Parse(figure.Groups["count"].Value, CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(
        @"\*\*(?<count>[0-9]+) storage transactions a job of a Functions app\*\*",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Figure();
}
