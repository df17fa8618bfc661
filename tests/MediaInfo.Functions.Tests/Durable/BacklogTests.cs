using MediaInfo.Core.Jobs;
using MediaInfo.Functions.Tests.Support;
using MediaInfo.TestSupport;

namespace MediaInfo.Functions.Tests.Durable;

/// <summary>A backlog of all priorities, worked off by two apps with an engine each, on one hub and one storage.</summary>
[Collection(AzuriteFixture.Collection)]
public sealed class BacklogTests(AzuriteFixture azurite)
{
    private const int Jobs = 200;

    // The places of both apps. As many jobs may be under way between the message received and the read begun.
    private const int AtOnce = 2 * 4;

    [Fact]
    public async Task No_job_begins_before_a_waiting_one_of_a_higher_band_or_before_an_older_one_of_its_band()
    {
        await using var rig = await DurableRig.StartAsync(azurite.Azurite);
        var released = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        rig.Engine.Around = HoldAsync;
        await rig.StartAnotherAsync();
        rig.Engine.Around = HoldAsync;
        var jobs = new List<(JobKey Key, int Band)>();
        for (var i = 0; i < Jobs; i++)
        {
            var priority = i * 7 % AnalysisJob.HighestPriority + 1;
            var job = await rig.AddJobAsync(priority: priority);
            await rig.BeginAsync(job);
            jobs.Add((job, AnalysisJob.Bands.Last(highest => highest >= priority)));
        }

        released.SetResult();
        await Task.WhenAll(jobs.Select(job => rig.EndAsync(job.Key)));

        var begun = rig.Gate.Begun;
        Assert.Equal(Jobs, begun.Count);
        var rank = jobs.OrderByDescending(job => job.Band).Select((job, i) => (job.Key, i)).ToDictionary(job => job.Key, job => job.i);
        Assert.All(begun.Select((job, place) => (job, place)), began =>
            Assert.InRange(rank[began.job] - began.place, -AtOnce, AtOnce));
        Assert.All(
            await Task.WhenAll(jobs.Select(job => rig.App.JobAsync(job.Key))),
            job => Assert.Equal(JobState.Succeeded, job.State));
        Assert.Equal(Jobs, await rig.CountToldAsync());

        // Both engines have the activities in hand and wait, until all jobs are scheduled.
        async Task HoldAsync(string name, Func<Task> run)
        {
            await released.Task;
            await run();
        }
    }
}
