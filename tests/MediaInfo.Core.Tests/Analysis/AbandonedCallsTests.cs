using MediaInfo.Core.Analysis;
using MediaInfo.Core.Jobs;
using MediaInfo.Core.Queues;
using MediaInfo.TestSupport.Jobs;
using NSubstitute;

namespace MediaInfo.Core.Tests.Analysis;

public sealed class AbandonedCallsTests
{
    private readonly AnalysisRig _rig = new();
    private readonly IJobScheduler _scheduler = Substitute.For<IJobScheduler>();

    private AbandonedCalls Calls => new(_rig.Jobs, _scheduler, _rig.Steps());

    [Theory]
    [InlineData(JobState.Waiting, 1)]
    [InlineData(JobState.Running, 1)]
    [InlineData(JobState.Succeeded, 0)]
    [InlineData(JobState.Canceled, 0)]
    public async Task The_job_of_a_call_that_left_it_is_scheduled_unless_it_has_ended(JobState state, int times)
    {
        var job = await _rig.AddAsync(TestJobs.In(state));

        Assert.Null(await Calls.DeliverAsync(Messages.WriteAnalyze(job.Key), default));

        await _scheduler.Received(times).ScheduleAsync(job, default);
    }

    [Fact]
    public async Task A_message_without_its_job_is_done_and_one_that_names_none_is_rejected()
    {
        Assert.Null(await Calls.DeliverAsync(Messages.WriteAnalyze(TestJobs.Key()), default));
        await Assert.ThrowsAsync<InvalidDataException>(
            () => Calls.DeliverAsync(Messages.WriteCallback(TestJobs.Key()), default));
    }

    [Fact]
    public async Task A_job_that_could_never_be_scheduled_is_given_up()
    {
        var job = await _rig.AddAsync(TestJobs.Waiting());

        await Calls.GiveUpAsync(Messages.WriteAnalyze(job.Key), default);

        Assert.Equal((JobState.Failed, FailureReason.Internal), (_rig.Job.State, _rig.Job.Failure?.Reason));
    }
}
