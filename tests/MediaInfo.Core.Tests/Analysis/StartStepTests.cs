using MediaInfo.Core.Analysis;
using MediaInfo.Core.Jobs;
using MediaInfo.Core.Pipelines;
using MediaInfo.Core.Tests.Support;
using NSubstitute;

namespace MediaInfo.Core.Tests.Analysis;

public sealed class StartStepTests : IDisposable
{
    private readonly AnalysisRig _rig = new();

    public void Dispose() => _rig.Dispose();

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public async Task A_waiting_job_runs_from_now_on_and_reads_what_it_asks_for(bool digest, bool packets)
    {
        var job = await _rig.AddAsync(TestJobs.Waiting(extras: new AnalysisExtras(digest, packets)));

        var plan = await StartAsync();

        Assert.Equal(new AnalysisPlan(Reads: true, digest, packets, Notifies: true), plan);
        Assert.Equal(job with { State = JobState.Running, StartedAt = _rig.Time.GetUtcNow() }, _rig.Job);
    }

    [Fact]
    public async Task A_running_job_is_taken_over_from_a_worker_that_died()
    {
        var job = await _rig.AddAsync(TestJobs.In(JobState.Running));

        var plan = await StartAsync();

        Assert.Equal(new AnalysisPlan(Reads: true, Digest: false, Packets: false, Notifies: true), plan);
        Assert.Equal(job with { StartedAt = _rig.Time.GetUtcNow() }, _rig.Job);
        Assert.NotEqual(job.StartedAt, _rig.Job.StartedAt);
    }

    [Theory]
    [InlineData(JobState.Succeeded)]
    [InlineData(JobState.Failed)]
    public async Task An_ended_job_stays_as_it_is_and_is_announced_where_it_was_not(JobState state)
    {
        var job = await _rig.AddAsync(TestJobs.In(state, extras: new AnalysisExtras(Digest: true, Packets: true)));

        Assert.Equal(new AnalysisPlan(Reads: false, Digest: false, Packets: false, Notifies: true), await StartAsync());
        Assert.Equal(job, _rig.Job);
    }

    [Fact]
    public async Task Nothing_is_left_to_do_for_a_job_that_was_canceled()
    {
        var job = await _rig.AddAsync(TestJobs.In(JobState.Canceled));

        Assert.Equal(AnalysisPlan.Nothing, await StartAsync());
        Assert.Equal(job, _rig.Job);
    }

    [Theory]
    [InlineData(JobState.Succeeded)]
    [InlineData(JobState.Failed)]
    public async Task Nothing_is_left_to_do_for_a_job_that_was_announced(JobState state)
    {
        await _rig.AddAsync(TestJobs.In(state) with { Callback = CallbackResult.GivenUp("code", "message") });

        Assert.Equal(AnalysisPlan.Nothing, await StartAsync());
    }

    [Fact]
    public async Task Nor_for_one_that_is_gone() => Assert.Equal(AnalysisPlan.Nothing, await StartAsync());

    [Theory]
    [InlineData(JobState.Waiting, false)]
    [InlineData(JobState.Running, true)]
    public async Task A_paused_pipeline_holds_what_waits_and_lets_go_on_what_runs(JobState state, bool reads)
    {
        var held = Substitute.For<IHeldJobs>();
        using var rig = new AnalysisRig { Gate = TestPipelines.ClosedGate(held) };
        await rig.AddAsync(TestJobs.In(state));

        var plan = await rig.Steps().StartAsync(TestJobs.Key(), CancellationToken.None);

        Assert.Equal(reads, plan.Reads);
        Assert.Equal(state, rig.Job.State);
        await held.Received(reads ? 0 : 1).AddAsync(new HeldJob(TestJobs.Key(), TestPipelines.DefaultId), Arg.Any<CancellationToken>());
    }

    private Task<AnalysisPlan> StartAsync() => _rig.Steps().StartAsync(TestJobs.Key(), CancellationToken.None);
}
