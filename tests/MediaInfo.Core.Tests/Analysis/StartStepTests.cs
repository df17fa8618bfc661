using MediaInfo.Core.Analysis;
using MediaInfo.Core.Jobs;
using MediaInfo.Core.Pipelines;
using MediaInfo.TestSupport.Jobs;
using NSubstitute;

namespace MediaInfo.Core.Tests.Analysis;

public sealed class StartStepTests
{
    private readonly AnalysisRig _rig = new();

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public async Task A_waiting_job_starts_running_and_reads_what_it_requested(bool digest, bool packets)
    {
        var job = await _rig.AddAsync(TestJobs.Waiting(extras: new AnalysisExtras(digest, packets)));

        var plan = await StartAsync();

        Assert.Equal(
            new AnalysisPlan(Reads: true, digest, packets, Notifies: true) { IsShort = !digest && !packets }, plan);
        Assert.Equal(
            job with { State = JobState.Running, StartedAt = _rig.Time.GetUtcNow(), Story = _rig.Job.Story }, _rig.Job);
    }

    [Fact]
    public async Task A_running_job_is_taken_over_from_a_dead_worker()
    {
        var job = await _rig.AddAsync(TestJobs.In(JobState.Running));

        var plan = await StartAsync();

        Assert.Equal(new AnalysisPlan(Reads: true, Digest: false, Packets: false, Notifies: true) { IsShort = true }, plan);
        Assert.Equal(job with { StartedAt = _rig.Time.GetUtcNow(), Story = _rig.Job.Story }, _rig.Job);
        Assert.NotEqual(job.StartedAt, _rig.Job.StartedAt);
    }

    [Theory]
    [InlineData(JobState.Succeeded)]
    [InlineData(JobState.Failed)]
    public async Task An_ended_job_is_unchanged_and_announced_if_it_was_not_yet(JobState state)
    {
        var job = await _rig.AddAsync(TestJobs.In(state, extras: new AnalysisExtras(Digest: true, Packets: true)));

        Assert.Equal(new AnalysisPlan(Reads: false, Digest: false, Packets: false, Notifies: true), await StartAsync());
        Assert.Equal(job, _rig.Job);
    }

    [Fact]
    public async Task Nothing_is_left_to_do_for_a_canceled_job()
    {
        var job = await _rig.AddAsync(TestJobs.In(JobState.Canceled));

        Assert.Equal(AnalysisPlan.Nothing, await StartAsync());
        Assert.Equal(job, _rig.Job);
    }

    [Theory]
    [InlineData(JobState.Succeeded)]
    [InlineData(JobState.Failed)]
    public async Task Nothing_is_left_to_do_for_an_announced_job(JobState state)
    {
        await _rig.AddAsync(TestJobs.In(state) with { Callback = CallbackResult.GivenUp("code", "message") });

        Assert.Equal(AnalysisPlan.Nothing, await StartAsync());
    }

    [Fact]
    public async Task Nothing_is_left_to_do_for_a_deleted_job() => Assert.Equal(AnalysisPlan.Nothing, await StartAsync());

    [Theory]
    [InlineData(JobState.Waiting, false)]
    [InlineData(JobState.Running, true)]
    public async Task A_paused_pipeline_holds_waiting_jobs_and_lets_running_ones_continue(JobState state, bool reads)
    {
        var held = Substitute.For<IHeldJobs>();
        var rig = new AnalysisRig { Gate = TestPipelines.ClosedGate(held) };
        await rig.AddAsync(TestJobs.In(state));

        var plan = await rig.Steps().StartAsync(TestJobs.Key(), CancellationToken.None);

        Assert.Equal(reads, plan.Reads);
        Assert.Equal(state, rig.Job.State);
        await held.Received(reads ? 0 : 1).AddAsync(
            new HeldJob(TestJobs.Key(), TestPipelines.DefaultId), Arg.Any<CancellationToken>());
    }

    private Task<AnalysisPlan> StartAsync() => _rig.Steps().StartAsync(TestJobs.Key(), CancellationToken.None);
}
