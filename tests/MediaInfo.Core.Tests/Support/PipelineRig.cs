using MediaInfo.Core.Jobs;
using MediaInfo.Core.Pipelines;
using MediaInfo.TestSupport;
using MediaInfo.TestSupport.Jobs;
using MediaInfo.TestSupport.Memory;
using NSubstitute;

namespace MediaInfo.Core.Tests.Support;

/// <summary>
/// The services around the pipelines of <see cref="TestJobs.Account"/>, over in-memory ports and a clock that stands still.
/// </summary>
public sealed class PipelineRig
{
    public const string Account = TestJobs.Account;
    public const string Id = "0123456789abcdef0123456789abcdef";

    public PipelineRig(PipelineOptions? options = null)
    {
        Options = options ?? new PipelineOptions();
        Directory = new PipelineDirectory(Store, TestPipelines.Accounts(), Options, Time);
        Gate = new PipelineGate(Directory, Held, Jobs, Scheduler, Time);
        Service = new PipelineService(Directory, Gate, Options, new IdSource(), Time);
    }

    public PipelineOptions Options { get; }

    public ManualTimeProvider Time { get; } = new();

    public ContendedPipelineStore Store { get; } = new();

    public InMemoryHeldJobs Held { get; } = new();

    public InMemoryJobStore Jobs { get; } = new();

    public IJobScheduler Scheduler { get; } = Substitute.For<IJobScheduler>();

    public PipelineDirectory Directory { get; }

    public PipelineGate Gate { get; }

    public PipelineService Service { get; }

    /// <summary>The jobs that were scheduled, in order.</summary>
    public IEnumerable<JobKey> Scheduled => Scheduler.ReceivedCalls().Select(call => ((AnalysisJob)call.GetArguments()[0]!).Key);

    public static Pipeline NewPipeline(PipelineState state = PipelineState.Active, string id = Id) => new()
    {
        Id = id,
        Name = "own",
        State = state,
        CreatedAt = TestJobs.CreatedAt,
        Speed = "Standard",
    };

    /// <summary>Stores the pipeline as another process would: this process's directory does not notice the write.</summary>
    public async Task<Pipeline> PutAsync(Pipeline pipeline, string account = Account)
    {
        var before = await Store.Stored.FindAsync(account, pipeline.Id, CancellationToken.None);
        Assert.True(await Store.Stored.WriteAsync(account, pipeline, before?.ETag, CancellationToken.None));
        return pipeline;
    }

    public Task<Pipeline> PutAsync(PipelineState state) => PutAsync(NewPipeline(state));

    public async Task<Pipeline?> StoredAsync(string id = Id) =>
        (await Store.Stored.FindAsync(Account, id, CancellationToken.None))?.Pipeline;

    public async Task<AnalysisJob> AddJobAsync(int number = 1, string pipelineId = Id) =>
        (await Jobs.AddAsync(
            TestJobs.Waiting(TestJobs.Key(number)) with { PipelineId = pipelineId }, CancellationToken.None))!.Job;
}
