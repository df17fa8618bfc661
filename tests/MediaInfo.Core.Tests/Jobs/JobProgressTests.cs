using MediaInfo.Core.Jobs;
using MediaInfo.Core.Jobs.Orders;
using MediaInfo.TestSupport;
using MediaInfo.TestSupport.Jobs;
using MediaInfo.TestSupport.Memory;
using Microsoft.Extensions.Logging.Abstractions;

namespace MediaInfo.Core.Tests.Jobs;

public sealed class JobProgressTests
{
    private static readonly AnalysisExtras Two = AnalysisExtras.None with
    {
        Tags = new TagWork([RecogniserKind.Chapters, RecogniserKind.Speech]),
    };

    private readonly ManualTimeProvider _time = new();
    private readonly InMemoryJobStore _jobs = new();

    [Fact]
    public async Task The_share_of_a_step_is_written_every_few_seconds()
    {
        var job = await AddAsync(AnalysisExtras.None with { Frames = [new FrameOrder(FrameOrderKind.Cover)] });
        await using var step = Progress().Follow(job, "frames");

        step.Report(0.2);
        Assert.Null(Job.Progress);

        _time.Advance(JobProgress.Every);
        step.Report(0.4);
        await ShownAsync(40);
        step.Report(0.5);
        _time.Advance(JobProgress.Every);
        step.Report(0.995);
        await ShownAsync(99);
    }

    [Fact]
    public async Task A_job_of_several_steps_has_done_the_mean_of_what_they_have()
    {
        var job = await AddAsync(Two);
        await using var chapters = Progress().Follow(job, "chapters");
        await using var speech = Progress().Follow(job, "speech");

        _time.Advance(JobProgress.Every);
        chapters.Report(0.8);
        await ShownAsync(40);
        speech.Report(0.4);
        await ShownAsync(60);
    }

    [Fact]
    public async Task A_step_that_begins_again_does_not_set_the_job_back()
    {
        var job = await AddAsync(Two);
        await using (var first = Progress().Follow(job, "chapters"))
        {
            _time.Advance(JobProgress.Every);
            first.Report(0.8);
        }

        await using (var second = Progress().Follow(job, "chapters"))
        {
            _time.Advance(JobProgress.Every);
            second.Report(0.1);
        }

        Assert.Equal(40, Job.Progress);
    }

    [Fact]
    public async Task An_ended_job_shows_its_end()
    {
        var job = await AddAsync(Two, JobState.Succeeded);
        await using (var step = Progress().Follow(job, "chapters"))
        {
            _time.Advance(JobProgress.Every);
            step.Report(0.8);
        }

        Assert.Equal(100, Job.Progress);
        Assert.Null(Job.StepProgress);
    }

    [Fact]
    public async Task Storage_that_fails_does_not_stop_the_step()
    {
        var job = await AddAsync(Two);
        _jobs.Outage.Begin();
        await using var step = Progress().Follow(job, "chapters");

        _time.Advance(JobProgress.Every);
        step.Report(0.8);

        Assert.Null(job.Progress);
    }

    private AnalysisJob Job => Assert.Single(_jobs.All);

    private JobProgress Progress() => new(_jobs, _time, NullLogger<JobProgress>.Instance);

    private async Task<AnalysisJob> AddAsync(AnalysisExtras extras, JobState state = JobState.Running) =>
        (await _jobs.AddAsync(TestJobs.In(state, extras: extras), default))!.Job;

    private Task ShownAsync(int percent) =>
        Eventually.HoldsAsync($"the job shows {percent} %", () => Job.Progress == percent);
}
