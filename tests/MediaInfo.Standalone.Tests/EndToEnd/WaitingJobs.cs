using MediaInfo.AzureStorage;
using MediaInfo.AzureStorage.Jobs;
using MediaInfo.AzureStorage.Queues;
using MediaInfo.Core.Accounts;
using MediaInfo.Core.Jobs;
using MediaInfo.Core.Objects;
using MediaInfo.Core.Pipelines;
using MediaInfo.Standalone.Workers;
using Microsoft.Extensions.Logging.Abstractions;

namespace MediaInfo.Standalone.Tests.EndToEnd;

/// <summary>Jobs of mixed priority, accepted one after another while no process runs.</summary>
public sealed class WaitingJobs : IDisposable
{
    private const string Account = "1000000000000001";

    private readonly StorageClients _clients;
    private readonly BlobJobStore _jobs;
    private readonly StorageWorkQueues _queues;

    private WaitingJobs(StandaloneFixture fixture)
    {
        _clients = new StorageClients(new AzureStorageOptions { ConnectionString = fixture.Azurite.ConnectionString });
        _jobs = new BlobJobStore(_clients, NullLogger<BlobJobStore>.Instance);
        _queues = new StorageWorkQueues(
            _clients,
            new AccountOptions { List = [new Account { Id = Account }] },
            new LaneLooks(TimeSpan.FromSeconds(1), CallbacksByTrigger: false),
            TimeProvider.System,
            NullLogger<StorageWorkQueue>.Instance);
    }

    /// <summary>The ids with priority and order of arrival.</summary>
    public IReadOnlyDictionary<string, (int Priority, int Arrival)> All { get; private set; } = null!;

    /// <summary>Stores and queues that many jobs for an object of the bucket, equally many of each priority.</summary>
    public static async Task<WaitingJobs> AddAsync(StandaloneFixture fixture, string key, int count)
    {
        var waiting = new WaitingJobs(fixture);
        await new StorageInitializer(waiting._clients, new AccountOptions(), NullLogger<StorageInitializer>.Instance)
            .InitializeAsync(default);
        var all = new Dictionary<string, (int Priority, int Arrival)>(StringComparer.Ordinal);
        var scheduler = new QueueJobScheduler(waiting._queues);
        for (var arrival = 0; arrival < count; arrival++)
        {
            var job = Job(key, priority: arrival * 7 % 10 + 1);
            await waiting._jobs.AddAsync(job, default);
            await scheduler.ScheduleAsync(job, default);
            all.Add(job.Key.Id, (job.Priority, arrival));
        }

        waiting.All = all;
        return waiting;
    }

    /// <summary>The current jobs.</summary>
    public async Task<IReadOnlyList<AnalysisJob>> DocumentsAsync()
    {
        var found = new List<AnalysisJob>();
        foreach (var id in All.Keys)
        {
            found.Add((await _jobs.FindAsync(new JobKey(Account, id), default))!.Job);
        }

        return found;
    }

    /// <summary>Whether no lane has a message, visible or hidden.</summary>
    public async Task<bool> LanesAreEmptyAsync()
    {
        foreach (var priority in AnalysisJob.Priorities)
        {
            var lane = _clients.Queues.GetQueueClient(StorageNames.AnalysesLanes.Of(Account, priority));
            var properties = await lane.GetPropertiesAsync();
            if (properties.Value.ApproximateMessagesCount > 0)
            {
                return false;
            }
        }

        return true;
    }

    /// <inheritdoc />
    public void Dispose() => _clients.Dispose();

    private static AnalysisJob Job(string key, int priority) => new()
    {
        Key = new JobKey(Account, new IdSource().NewJobId(DateTimeOffset.UtcNow)),
        Dialect = "mps",
        RequestId = "7B7CD2E4-9D0A-4C5B-9F6E-0C3A5E8D1F20",
        CreatedAt = DateTimeOffset.UtcNow,
        Source = new ObjectRef(StandaloneFixture.Bucket, key),
        SubmittedInput = $$"""{"Bucket":"{{StandaloneFixture.Bucket}}","Location":"oss-cn-hangzhou","Object":"{{key}}"}""",
        PipelineId = DefaultPipeline.IdOf(Account),
        Priority = priority,
    };
}
