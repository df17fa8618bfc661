using DurableTask.Core.History;
using MediaInfo.Core.Jobs;
using MediaInfo.Core.Queues;
using MediaInfo.Functions.Durable;
using MediaInfo.Functions.Tests.Support;
using MediaInfo.Functions.Turns;
using MediaInfo.TestSupport;
using Microsoft.Extensions.DependencyInjection;

namespace MediaInfo.Functions.Tests.Durable;

/// <summary>Engines that stop in the middle of an orchestration, and activities that outlast the hold on their message.</summary>
[Collection(AzuriteFixture.Collection)]
public sealed class InterruptionTests(AzuriteFixture azurite)
{
    // Shorter than the engine's interval between renewals.
    private static readonly TimeSpan Hold = TimeSpan.FromSeconds(2);
    private static readonly AnalysisExtras Digest = new(Digest: true, Packets: false);

    [Fact]
    public async Task An_orchestration_continues_in_the_next_engine_without_repeating_finished_work()
    {
        await using var rig = await DurableRig.StartAsync(azurite.Azurite, Hold);
        var key = await rig.AddJobAsync(extras: Digest);
        rig.Engine.Around = (name, run) => name is ActivityNames.Digest ? new TaskCompletionSource().Task : run();
        await rig.BeginAsync(key);
        await Eventually.HoldsAsync("the streams are read", async () =>
            (await rig.Engine.HistoryAsync(key.Id)).Count(entry => entry.Kind == EventType.TaskCompleted) == 2);

        await rig.RestartAsync();
        var attempted = new List<string>();
        rig.Engine.Around = (name, run) =>
        {
            attempted.Add(name);
            return run();
        };

        Assert.Equal(
            [ActivityNames.Turn, ActivityNames.ReadStreams, ActivityNames.Digest, ActivityNames.End, ActivityNames.Notify],
            await rig.EndAsync(key));
        Assert.Equal([ActivityNames.Digest, ActivityNames.End, ActivityNames.Notify], attempted);
        Assert.Equal(JobState.Succeeded, (await rig.App.JobAsync(key)).State);
        Assert.Single(await rig.ToldAsync());
    }

    [Fact]
    public async Task The_job_of_an_instance_that_died_in_its_turn_runs_once_in_the_next_instance()
    {
        await using var rig = await DurableRig.StartAsync(azurite.Azurite, Hold);
        var key = await rig.AddJobAsync();
        var received = new TaskCompletionSource<WorkMessage>();
        rig.Engine.Around = async (_, _) =>
        {
            // The instance dies with the job's message in its hands.
            var lanes = rig.App.Services.GetRequiredService<IWorkQueues>().Analyses;
            received.SetResult(Assert.Single(
                await lanes.ReceiveAsync(Room.For(1, rig.Account), Turn.Limits.VisibilityTimeout, CancellationToken.None)));
            await new TaskCompletionSource().Task;
        };
        await rig.BeginAsync(key);
        Assert.Equal(key, Messages.ReadAnalyze((await received.Task.SoonAsync()).Text));

        await rig.RestartAsync();

        await rig.EndAsync(key);
        Assert.Equal(JobState.Succeeded, (await rig.App.JobAsync(key)).State);
        Assert.Equal([key], rig.Gate.Begun);
        Assert.Single(await rig.ToldAsync());
    }

    [Fact]
    public async Task An_activity_redelivered_to_another_instance_runs_twice_but_gives_one_result()
    {
        await using var rig = await DurableRig.StartAsync(azurite.Azurite, Hold);
        var both = new Meeting(2);
        rig.Engine.Around = MeetAsync;
        await rig.StartAnotherAsync();
        rig.Engine.Around = MeetAsync;
        var key = await rig.AddJobAsync(extras: Digest);

        Assert.Equal(
            [ActivityNames.Turn, ActivityNames.ReadStreams, ActivityNames.Digest, ActivityNames.End, ActivityNames.Notify],
            await rig.RunAsync(key));
        Assert.Equal(JobState.Succeeded, (await rig.App.JobAsync(key)).State);
        Assert.Equal([ResultPart.Streams, ResultPart.Description], await rig.PartsOfAsync(key));
        Assert.Single(await rig.ToldAsync());

        async Task MeetAsync(string name, Func<Task> run)
        {
            if (name is ActivityNames.ReadStreams)
            {
                await both.MeetAsync();
            }

            await run();
        }
    }
}
