using DurableTask.Core.History;
using MediaInfo.Core.Jobs;
using MediaInfo.Core.Pipelines;
using MediaInfo.Functions.Durable;
using MediaInfo.Functions.Tests.Support;
using MediaInfo.TestSupport;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;

namespace MediaInfo.Functions.Tests.Durable;

/// <summary>The orchestrator in the durable engine, with the real activities, storage, object proxy and ffprobe.</summary>
[Collection(AzuriteFixture.Collection)]
public sealed class AnalysisOrchestratorTests(AzuriteFixture azurite) : IAsyncLifetime
{
    private static readonly AnalysisExtras All = new(Digest: true, Packets: true);
    private static readonly AnalysisExtras Digest = new(Digest: true, Packets: false);

    private DurableRig _rig = null!;

    public async Task InitializeAsync() => _rig = await DurableRig.StartAsync(azurite.Azurite);

    public async Task DisposeAsync() => await _rig.DisposeAsync();

    [Fact]
    public async Task A_job_runs_from_start_to_end_in_one_activity()
    {
        var key = await _rig.AddJobAsync();

        var ran = await _rig.RunAsync(key);

        Assert.Equal([ActivityNames.Turn], ran);
        var job = await _rig.App.JobAsync(key);
        Assert.Equal(JobState.Succeeded, job.State);
        Assert.Equal([ResultPart.Streams], await _rig.PartsOfAsync(key));
        Assert.Contains(key.Id, Assert.Single(await _rig.ToldAsync()), StringComparison.Ordinal);
        var description = await _rig.App.Services.GetRequiredService<JobResults>().OfAsync(job, CancellationToken.None);
        Assert.NotEmpty(description!.VideoStreams);
    }

    [Fact]
    public async Task Digest_and_packets_are_read_in_parallel_with_the_streams_and_merged()
    {
        var key = await _rig.AddJobAsync(extras: All);
        var reading = new Meeting(3);
        _rig.Engine.Around = async (name, run) =>
        {
            if (name is ActivityNames.ReadStreams or ActivityNames.Digest or ActivityNames.CountPackets)
            {
                await reading.MeetAsync();
            }

            await run();
        };

        var ran = await _rig.RunAsync(key);

        Assert.Equal(
            [
                ActivityNames.Turn, ActivityNames.ReadStreams, ActivityNames.Digest, ActivityNames.CountPackets,
                ActivityNames.End, ActivityNames.Notify,
            ],
            ran);
        Assert.Equal(ResultPart.Description, (await _rig.App.JobAsync(key)).Result);
        Assert.Equal(
            [ResultPart.Streams, ResultPart.Packets, ResultPart.Description, ResultPart.BitRates],
            await _rig.PartsOfAsync(key));
    }

    [Fact]
    public async Task Activities_run_twice_or_an_orchestration_without_its_history_end_the_job_once()
    {
        var key = await _rig.AddJobAsync(extras: All);
        _rig.Engine.Around = async (_, run) =>
        {
            await run();
            await run();
        };
        await _rig.RunAsync(key);
        var ended = await _rig.App.JobAsync(key);

        await _rig.Engine.Client.PurgeInstanceAsync(key.Id);
        var again = await _rig.RunAsync(key);

        Assert.Equal([ActivityNames.Turn], again);
        Assert.Equal(JobState.Succeeded, ended.State);
        Assert.Equal(ended, await _rig.App.JobAsync(key));
        Assert.Equal(4, (await _rig.PartsOfAsync(key)).Count);
        Assert.Single(await _rig.ToldAsync());
    }

    [Fact]
    public async Task A_missing_object_ends_the_job_normally()
    {
        var key = await _rig.AddJobAsync(Media.Missing);

        var ran = await _rig.RunAsync(key);

        Assert.Equal(FailureReason.ObjectNotFound, (await _rig.App.JobAsync(key)).Failure?.Reason);
        Assert.DoesNotContain(ActivityNames.Abandon, ran);
        Assert.Single(await _rig.ToldAsync());
    }

    [Fact]
    public async Task A_turn_that_fails_twice_only_delays_the_job()
    {
        var key = await _rig.AddJobAsync();
        FailResults(times: 2);

        var ran = await _rig.RunAsync(key);

        Assert.Equal(JobState.Succeeded, (await _rig.App.JobAsync(key)).State);
        Assert.Equal(3, _rig.Gate.Begun.Count);
        Assert.All(ran, name => Assert.Equal(ActivityNames.Turn, name));
        Assert.Single(await _rig.ToldAsync());
    }

    [Fact]
    public async Task A_step_that_fails_twice_only_costs_two_more_attempts()
    {
        var key = await _rig.AddJobAsync(extras: Digest);
        FailResults(times: 2);

        var ran = await _rig.RunAsync(key);

        Assert.Equal(JobState.Succeeded, (await _rig.App.JobAsync(key)).State);
        Assert.Equal(3, ran.Count(name => name is ActivityNames.ReadStreams));
        Assert.Equal([TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(4)], _rig.Engine.Pauses);
        Assert.Single(await _rig.ToldAsync());
    }

    [Fact]
    public async Task A_step_that_keeps_failing_ends_the_job_as_failed_and_announces_it()
    {
        var key = await _rig.AddJobAsync(extras: Digest);
        FailResults(times: int.MaxValue);

        var ran = await _rig.RunAsync(key);

        Assert.Equal(
            [
                ActivityNames.Turn, ActivityNames.ReadStreams, ActivityNames.Digest,
                .. Enumerable.Repeat(ActivityNames.ReadStreams, 7), ActivityNames.Abandon,
            ],
            ran);
        var job = await _rig.App.JobAsync(key);
        Assert.Equal((JobState.Failed, FailureReason.Internal), (job.State, job.Failure!.Reason));
        Assert.Single(await _rig.ToldAsync());
    }

    [Fact]
    public async Task An_announcement_that_keeps_failing_is_retried_and_leaves_the_jobs_result_unchanged()
    {
        var key = await _rig.AddJobAsync(extras: Digest);
        var left = 20;
        _rig.Engine.Around = (name, run) =>
            name is ActivityNames.Notify or ActivityNames.Abandon && --left > 0 ? throw new IOException("Unavailable") : run();

        var ran = await _rig.RunAsync(key);

        Assert.Equal(8, ran.Count(name => name is ActivityNames.Notify));
        Assert.Equal(20 - 8, ran.Count(name => name is ActivityNames.Abandon));
        Assert.Equal(JobState.Succeeded, (await _rig.App.JobAsync(key)).State);
        Assert.Single(await _rig.ToldAsync());
    }

    [Fact]
    public async Task A_missing_job_needs_no_work() =>
        Assert.Equal([ActivityNames.Turn], await RunRemovedAsync());

    [Fact]
    public async Task A_job_of_a_paused_pipeline_runs_when_the_pipeline_is_resumed()
    {
        var key = await _rig.AddJobAsync();
        await _rig.SetPipelineAsync(PipelineState.Paused);
        await _rig.BeginAsync(key);
        await Eventually.HoldsAsync("the job is held", async () => (await _rig.HeldAsync()).Contains(key));

        Assert.False((await StateAsync(key)).IsCompleted);
        await _rig.SetPipelineAsync(PipelineState.Active);

        Assert.Equal([ActivityNames.Turn, ActivityNames.Turn], await _rig.EndAsync(key));
        Assert.Equal(JobState.Succeeded, (await _rig.App.JobAsync(key)).State);
        Assert.Single(await _rig.ToldAsync());
        Assert.Empty(await _rig.HeldAsync());
    }

    [Fact]
    public async Task A_job_woken_while_its_pipeline_is_paused_keeps_waiting()
    {
        var key = await _rig.AddJobAsync();
        await _rig.SetPipelineAsync(PipelineState.Paused);
        await _rig.BeginAsync(key);
        await Eventually.HoldsAsync("the job is held", async () => (await _rig.HeldAsync()).Contains(key));

        await _rig.BeginAsync(key);

        await Eventually.HoldsAsync("the job is looked at again", async () =>
            (await _rig.Engine.HistoryAsync(key.Id)).Count(entry => entry.Kind == EventType.TaskCompleted) == 2);
        Assert.Equal([ActivityNames.Turn, ActivityNames.Turn], await _rig.Engine.ActivitiesAsync(key.Id));
        Assert.Equal(OrchestrationRuntimeStatus.Running, (await StateAsync(key)).RuntimeStatus);
        Assert.Equal([key], await _rig.HeldAsync());
    }

    [Fact]
    public async Task A_job_canceled_while_its_pipeline_holds_it_ends_its_orchestration_when_the_pipeline_is_resumed()
    {
        var key = await _rig.AddJobAsync();
        await _rig.SetPipelineAsync(PipelineState.Paused);
        await _rig.BeginAsync(key);
        await Eventually.HoldsAsync("the job is held", async () => (await _rig.HeldAsync()).Contains(key));
        await _rig.App.ChangeAsync(key, job => job with { State = JobState.Canceled });

        await _rig.SetPipelineAsync(PipelineState.Active);

        Assert.Equal([ActivityNames.Turn, ActivityNames.Turn], await _rig.EndAsync(key));
        Assert.Empty(_rig.Gate.Begun);
        Assert.Empty(await _rig.ToldAsync());
    }

    // A job whose start was rejected has no document.
    private async Task<IReadOnlyList<string>> RunRemovedAsync()
    {
        var job = await _rig.App.JobAsync(await _rig.AddJobAsync());
        await _rig.App.Services.GetRequiredService<IJobStore>().RemoveAsync(job.Key, CancellationToken.None);
        await _rig.App.Services.GetRequiredService<IJobScheduler>().ScheduleAsync(job, CancellationToken.None);
        return await _rig.EndAsync(job.Key);
    }

    private async Task<OrchestrationMetadata> StateAsync(JobKey key) => (await _rig.Engine.Client.GetInstanceAsync(key.Id))!;

    private void FailResults(int times)
    {
        var left = times;
        _rig.Blobs.RuleByTarget = (method, url) =>
            method is "PUT" && url.Contains("-results/", StringComparison.Ordinal) && Interlocked.Decrement(ref left) >= 0
                ? Interference.Forbid
                : Interference.None;
    }
}
