using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using MediaInfo.AzureStorage;
using MediaInfo.Core.Jobs;
using MediaInfo.Core.Objects;
using MediaInfo.Core.Pipelines;
using MediaInfo.Functions.Durable;
using MediaInfo.TestSupport;
using Microsoft.Extensions.DependencyInjection;

namespace MediaInfo.Functions.Tests.Support;

/// <summary>The app on the emulator, with its own account, and a durable engine that runs its orchestrations.</summary>
internal sealed class DurableRig : IAsyncDisposable
{
    private static int _accounts;

    private readonly AzuriteProcess _azurite;
    private readonly TimeSpan _activityHold;
    private readonly string _hub = $"T{Guid.NewGuid():N}";
    private readonly string _callbackQueue = AzuriteFixture.UniqueName("told");
    private readonly Stack<IAsyncDisposable> _running = [];
    private TestApp? _app;
    private DurableEngine? _engine;

    private DurableRig(AzuriteProcess azurite, TimeSpan activityHold)
    {
        (_azurite, _activityHold) = (azurite, activityHold);
        (Blobs, Queues) = (new InterferingProxy(azurite.BlobEndpoint), new InterferingProxy(azurite.QueueEndpoint));
    }

    /// <summary>The proxy between the app (not the engine) and the blobs.</summary>
    public InterferingProxy Blobs { get; }

    /// <summary>The proxy between the app (not the engine) and the queues.</summary>
    public InterferingProxy Queues { get; }

    /// <summary>The account of the jobs.</summary>
    public string Account { get; } = $"{2_000_000_000_000_000 + Interlocked.Increment(ref _accounts)}";

    /// <summary>What the apps' readers do before they read.</summary>
    public ReadingGate Gate { get; } = new();

    /// <summary>The app.</summary>
    public TestApp App => _app!;

    /// <summary>The engine.</summary>
    public DurableEngine Engine => _engine!;

    /// <summary>Starts both, and puts the sample clip into its bucket.</summary>
    /// <param name="azurite">The emulator.</param>
    /// <param name="activityHold">Like <see cref="DurableEngine.ActivityHold"/>; null for the default.</param>
    public static async Task<DurableRig> StartAsync(AzuriteProcess azurite, TimeSpan? activityHold = null)
    {
        var rig = new DurableRig(azurite, activityHold ?? TimeSpan.FromMinutes(1));
        await rig.StartAsync();
        var bucket = new BlobContainerClient(azurite.ConnectionString, Media.Sample.Bucket);
        await bucket.CreateIfNotExistsAsync();
        var clip = RepositoryRoot.Combine("tests", "media", "sample.mp4");
        await bucket.GetBlobClient(Media.Sample.Key).UploadAsync(clip, overwrite: true);
        return rig;
    }

    /// <summary>Stops the app and the engine in the middle of their work, and starts new ones on the same storage.</summary>
    public async Task RestartAsync()
    {
        await StopAsync();
        await StartAsync();
    }

    /// <summary>
    /// Starts another app and engine beside the running ones. They become <see cref="App"/> and <see cref="Engine"/>.
    /// </summary>
    public Task StartAnotherAsync() => StartAsync();

    /// <summary>Stores an accepted job.</summary>
    public Task<JobKey> AddJobAsync(
        ObjectRef? source = null, AnalysisExtras? extras = null, int priority = AnalysisJob.DefaultPriority) =>
        App.AddJobAsync(source, extras, priority, Account);

    /// <summary>Schedules the job as the app does.</summary>
    public Task BeginAsync(JobKey job) => App.ScheduleAsync(job);

    /// <summary>Runs the job's orchestration to its end, and returns the activities that it requested, in order.</summary>
    public async Task<IReadOnlyList<string>> RunAsync(JobKey job)
    {
        await BeginAsync(job);
        return await EndAsync(job);
    }

    /// <summary>Waits for the end of the job's orchestration, and returns the activities that it requested, in order.</summary>
    public async Task<IReadOnlyList<string>> EndAsync(JobKey job)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(3));
        await Engine.Client.WaitForInstanceCompletionAsync(job.Id, limit.Token);
        return await Engine.ActivitiesAsync(job.Id);
    }

    /// <summary>Pauses or resumes the pipeline of the jobs.</summary>
    public Task SetPipelineAsync(PipelineState state) => App.SetPipelineAsync(state, Account);

    /// <summary>The notes of jobs that wait for their pipeline.</summary>
    public async Task<IReadOnlyList<JobKey>> HeldAsync() => await App.Services.GetRequiredService<IHeldJobs>()
        .ListAsync(Account, DefaultPipeline.IdOf(Account), CancellationToken.None)
        .Select(note => note.Held.Job)
        .ToListAsync();

    /// <summary>The stored parts of the job's result.</summary>
    public async Task<IReadOnlyList<ResultPart>> PartsOfAsync(JobKey job)
    {
        var store = App.Services.GetRequiredService<IResultStore>();
        var parts = new List<ResultPart>();
        foreach (var part in Enum.GetValues<ResultPart>())
        {
            if (await store.FindAsync(job, part, CancellationToken.None) is not null)
            {
                parts.Add(part);
            }
        }

        return parts;
    }

    /// <summary>The delivered completion messages, up to 32.</summary>
    public async Task<IReadOnlyList<string>> ToldAsync() => await Told.ExistsAsync()
        ? [.. (await Told.PeekMessagesAsync(32)).Value.Select(message => message.MessageText)]
        : [];

    /// <summary>The number of delivered completion messages.</summary>
    public async Task<int> CountToldAsync() => (await Told.GetPropertiesAsync()).Value.ApproximateMessagesCount;

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        Blobs.Dispose();
        Queues.Dispose();
    }

    private QueueClient Told => new(_azurite.ConnectionString, _callbackQueue);

    private async Task StartAsync()
    {
        _app = await TestApp.StartOnAsync(
            AzuriteProcess.ConnectionStringTo(Blobs.Address, Queues.Address),
            services => GatedReader.Put(services, Gate),
            ("MediaInfo:Accounts:List:0:Id", Account),
            ("MediaInfo:Accounts:List:0:CallbackQueue", _callbackQueue),
            ("MediaInfo:Turns:Concurrency", "4"));
        _running.Push(_app);
        await _app.Services.GetRequiredService<StorageInitializer>().InitializeAsync(CancellationToken.None);
        _engine = new DurableEngine(_app, _azurite.ConnectionString, _hub) { ActivityHold = _activityHold };
        _running.Push(_engine);
        await _engine.StartAsync();
        _app.Services.GetRequiredService<DurableClients>().Use(_engine.Client);
    }

    private async Task StopAsync()
    {
        while (_running.TryPop(out var part))
        {
            await part.DisposeAsync();
        }
    }
}
