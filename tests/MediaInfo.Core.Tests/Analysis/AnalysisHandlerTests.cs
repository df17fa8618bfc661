using MediaInfo.Core.Analysis;
using MediaInfo.Core.Jobs;
using MediaInfo.Core.Queues;
using MediaInfo.TestSupport.Jobs;

namespace MediaInfo.Core.Tests.Analysis;

public sealed class AnalysisHandlerTests
{
    [Fact]
    public async Task A_message_of_another_kind_is_rejected_and_giving_up_on_it_does_nothing()
    {
        var rig = new AnalysisRig();
        await rig.AddAsync(TestJobs.Waiting());
        var handler = new AnalysisHandler(rig.Steps(), rig.Jobs, rig.Time);
        var text = Messages.WriteCallback(TestJobs.Key());

        await Assert.ThrowsAsync<InvalidDataException>(() => handler.HandleAsync(text, CancellationToken.None));
        await handler.GiveUpAsync(text, CancellationToken.None);

        Assert.Equal(JobState.Waiting, rig.Job.State);
    }

    [Fact]
    public async Task Giving_up_on_a_message_fails_its_job()
    {
        var rig = new AnalysisRig();
        await rig.AddAsync(TestJobs.In(JobState.Running));

        await new AnalysisHandler(rig.Steps(), rig.Jobs, rig.Time).GiveUpAsync(
            Messages.WriteAnalyze(TestJobs.Key()), CancellationToken.None);

        Assert.Equal((JobState.Failed, FailureReason.Internal), (rig.Job.State, rig.Job.Failure?.Reason));
    }
}
