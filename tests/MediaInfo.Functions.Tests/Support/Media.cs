using MediaInfo.Core.Jobs;
using MediaInfo.Core.Objects;
using MediaInfo.Core.Pipelines;
using MediaInfo.TestSupport;
using Microsoft.Extensions.DependencyInjection;

namespace MediaInfo.Functions.Tests.Support;

/// <summary>Objects to analyze, and jobs for them.</summary>
internal static class Media
{
    public static ObjectRef Sample { get; } = new("example-bucket", "media/sample.mp4");

    public static ObjectRef Missing { get; } = new("example-bucket", "media/missing.mp4");

    /// <summary>Stores the sample clip.</summary>
    public static async Task PutSampleAsync(this TestApp app) =>
        app.Objects.Put(Sample, await File.ReadAllBytesAsync(RepositoryRoot.Combine("tests", "media", "sample.mp4")));

    /// <summary>Stores an accepted job.</summary>
    public static async Task<JobKey> AddJobAsync(
        this TestApp app,
        ObjectRef? source = null,
        AnalysisExtras? extras = null,
        int priority = AnalysisJob.DefaultPriority,
        string account = TestApp.Account)
    {
        var job = new AnalysisJob
        {
            Key = new JobKey(account, Guid.NewGuid().ToString("N")),
            Dialect = "mps",
            RequestId = "7B7CD2E4-9D0A-4C5B-9F6E-0C3A5E8D1F20",
            CreatedAt = DateTimeOffset.UtcNow,
            Source = source ?? Sample,
            SubmittedInput = "{}",
            PipelineId = DefaultPipeline.IdOf(account),
            Extras = extras ?? AnalysisExtras.None,
            Priority = priority,
        };
        await app.Store().AddAsync(job, CancellationToken.None);
        return job.Key;
    }

    /// <summary>Schedules a stored job as the app does.</summary>
    public static async Task ScheduleAsync(this TestApp app, JobKey job) =>
        await app.Services.GetRequiredService<IJobScheduler>().ScheduleAsync(await app.JobAsync(job), CancellationToken.None);

    /// <summary>The job's current state.</summary>
    public static async Task<AnalysisJob> JobAsync(this TestApp app, JobKey key) =>
        (await app.Store().FindAsync(key, CancellationToken.None))!.Job;

    /// <summary>Changes the job's document directly.</summary>
    public static Task ChangeAsync(this TestApp app, JobKey key, Func<AnalysisJob, AnalysisJob> change) =>
        app.Store().UpdateAsync(key, change, CancellationToken.None);

    /// <summary>Pauses or resumes an account's default pipeline.</summary>
    public static Task SetPipelineAsync(this TestApp app, PipelineState state, string account = TestApp.Account) =>
        app.Services.GetRequiredService<PipelineService>().ChangeAsync(
            account,
            DefaultPipeline.IdOf(account),
            pipeline => pipeline with { State = state },
            CancellationToken.None);

    private static IJobStore Store(this TestApp app) => app.Services.GetRequiredService<IJobStore>();
}
