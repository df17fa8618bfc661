using MediaInfo.Core.Analysis;
using MediaInfo.Core.Jobs;
using MediaInfo.Core.Pipelines;
using MediaInfo.Core.Queues;
using MediaInfo.Functions.Durable;
using MediaInfo.Functions.Turns;
using MediaInfo.TestSupport;
using MediaInfo.TestSupport.Memory;
using Microsoft.Extensions.DependencyInjection;

namespace MediaInfo.Functions.Tests.Support;

/// <summary>The app in memory with a clock that stands still, two accounts, a few places, and a reader without objects.</summary>
internal sealed class TurnRig : IAsyncDisposable
{
    /// <summary>The second account.</summary>
    public const string Other = "1000000000000002";

    /// <summary>The regular places, and the guest places.</summary>
    public const int Places = 4;

    private TestApp? _app;

    public ManualTimeProvider Time { get; } = new(DateTimeOffset.UtcNow);

    public Orchestrations Orchestrations { get; } = new();

    public ReadingGate Gate { get; } = new();

    public TestApp App => _app!;

    /// <summary>The lanes.</summary>
    public InMemoryWorkQueue Lanes => App.Queues.Analyses;

    /// <summary>Starts the app.</summary>
    public static async Task<TurnRig> StartAsync()
    {
        var rig = new TurnRig();
        rig._app = await TestApp.StartWithAsync(
            rig.Time,
            services => services.AddSingleton<IMediaReader>(new InstantReader(rig.Gate)),
            ("MediaInfo:Turns:Concurrency", $"{Places}"),
            ("MediaInfo:Accounts:List:0:Buckets:0:Name", Media.Sample.Bucket),
            ("MediaInfo:Accounts:List:0:Buckets:0:Access", "Read"),
            ("MediaInfo:Accounts:List:1:Buckets:0:Name", Media.Sample.Bucket),
            ("MediaInfo:Accounts:List:1:Buckets:0:Access", "Read"),
            ("MediaInfo:Accounts:List:1:Id", Other),
            ("MediaInfo:Accounts:List:1:Keys:0:Id", "otherid"),
            ("MediaInfo:Accounts:List:1:Keys:0:Secret", "othersecret"),
            ("MediaInfo:Accounts:List:1:Keys:0:Allow:0", "*"));
        rig.App.Services.GetRequiredService<DurableClients>().Use(rig.Orchestrations.Client);
        return rig;
    }

    /// <summary>Takes a job's turn.</summary>
    public Task<TurnOutcome> TurnAsync(JobKey job, CancellationToken stopping = default) =>
        App.Create<AnalysisActivities>().TakeTurnAsync(job, stopping);

    /// <summary>Takes a job's turn while time passes.</summary>
    public Task<TurnOutcome> LongTurnAsync(JobKey job) => PassesAsync(TurnAsync(job));

    /// <summary>Lets so much time pass that no turn under way begins another job.</summary>
    public Task SpendTurnAsync()
    {
        Time.Advance(Turn.Length);
        return Task.CompletedTask;
    }

    /// <summary>Takes turns as the job's orchestration does, until nothing is left to do for the job.</summary>
    public async Task<AnalysisPlan> TurnsAsync(JobKey job)
    {
        while (true)
        {
            var outcome = await LongTurnAsync(job);
            if (outcome.Plan is { } plan)
            {
                return plan;
            }

            Time.Advance(outcome.After);
        }
    }

    /// <summary>Lets time pass until the task ends.</summary>
    public async Task<T> PassesAsync<T>(Task<T> task)
    {
        await Eventually.HoldsAsync("it ends", () =>
        {
            if (!task.IsCompleted && Time.WaitingTimers > 0)
            {
                Time.Advance(TimeSpan.FromMilliseconds(250));
            }

            return task.IsCompleted;
        });
        return await task;
    }

    /// <summary>Stores a job for each priority and schedules it as the app does.</summary>
    public async Task<IReadOnlyList<JobKey>> ScheduleAsync(params int[] priorities) =>
        await ScheduleAsync(TestApp.Account, priorities);

    /// <inheritdoc cref="ScheduleAsync(int[])" />
    public async Task<IReadOnlyList<JobKey>> ScheduleAsync(string account, params int[] priorities)
    {
        var jobs = new List<JobKey>();
        foreach (var priority in priorities)
        {
            var job = await App.AddJobAsync(priority: priority, account: account);
            await App.ScheduleAsync(job);
            jobs.Add(job);
        }

        return jobs;
    }

    /// <summary>Receives the message that ranks first, and keeps it; null if none is visible.</summary>
    public async Task<WorkMessage?> ReceiveAsync() => (await Lanes.ReceiveAsync(
        Room.For(1, TestApp.Account, Other), Turn.Limits.VisibilityTimeout, CancellationToken.None)).SingleOrDefault();

    /// <summary>Sends the completion messages of the first account to a URL, which goes through the callback queue.</summary>
    public Task NotifyByHttpAsync() => App.Services.GetRequiredService<PipelineService>().ChangeAsync(
        TestApp.Account,
        DefaultPipeline.IdOf(TestApp.Account),
        pipeline => pipeline with { Notify = new NotifyTarget { Url = "https://example.com/told" } },
        CancellationToken.None);

    /// <inheritdoc />
    public async ValueTask DisposeAsync() => await App.DisposeAsync();
}
