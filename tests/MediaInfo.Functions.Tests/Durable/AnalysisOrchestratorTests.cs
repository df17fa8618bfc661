using DurableTask.Core.Exceptions;
using MediaInfo.Core.Jobs;
using MediaInfo.Core.Pipelines;
using MediaInfo.Functions.Durable;
using MediaInfo.Functions.Tests.Support;
using MediaInfo.Functions.Triggers;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using NSubstitute;
using NSubstitute.ExceptionExtensions;

namespace MediaInfo.Functions.Tests.Durable;

/// <summary>The orchestrator over the real activities, steps, object proxy and ffprobe.</summary>
public sealed class AnalysisOrchestratorTests : IAsyncLifetime
{
    private TestApp _app = null!;

    public async Task InitializeAsync()
    {
        _app = await TestApp.StartAsync();
        await _app.PutSampleAsync();
    }

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task A_job_is_taken_up_read_ended_and_announced()
    {
        var key = await _app.AddJobAsync();

        var run = await new Orchestration(_app, key).RunAsync();

        Assert.Equal([ActivityNames.Start, ActivityNames.ReadStreams, ActivityNames.End, ActivityNames.Notify], run.Names);
        var job = await _app.JobAsync(key);
        Assert.Equal(JobState.Succeeded, job.State);
        Assert.Equal([ResultPart.Streams], _app.Results.PartsOf(key));
        Assert.Single(_app.Callbacks.Delivered);
        var description = await _app.Services.GetRequiredService<JobResults>().OfAsync(job, CancellationToken.None);
        Assert.NotEmpty(description!.VideoStreams);
    }

    [Fact]
    public async Task Digest_and_packets_are_read_beside_the_streams_and_joined()
    {
        var key = await _app.AddJobAsync(extras: new AnalysisExtras(Digest: true, Packets: true));

        var run = await new Orchestration(_app, key).RunAsync();

        Assert.Equal(
            [
                ActivityNames.Start, ActivityNames.ReadStreams, ActivityNames.Digest, ActivityNames.CountPackets,
                ActivityNames.End, ActivityNames.Notify,
            ],
            run.Names);
        Assert.Equal(ResultPart.Description, (await _app.JobAsync(key)).Result);
        Assert.Equal([ResultPart.Streams, ResultPart.Packets, ResultPart.Description], _app.Results.PartsOf(key));
    }

    [Fact]
    public async Task Activities_that_run_twice_end_the_job_once()
    {
        var key = await _app.AddJobAsync(extras: new AnalysisExtras(Digest: true, Packets: true));
        await new Orchestration(_app, key) { Executions = 2 }.RunAsync();
        var ended = await _app.JobAsync(key);
        var writes = _app.Jobs.Writes;

        await new Orchestration(_app, key).RunAsync();

        Assert.Equal(JobState.Succeeded, ended.State);
        Assert.Equal(ended, await _app.JobAsync(key));
        Assert.Equal(writes, _app.Jobs.Writes);
        Assert.Equal(3, _app.Results.PartsOf(key).Count);
    }

    [Fact]
    public async Task A_missing_object_is_an_end_like_any_other()
    {
        var key = await _app.AddJobAsync(Media.Missing);

        var run = await new Orchestration(_app, key).RunAsync();

        Assert.Equal(FailureReason.ObjectNotFound, (await _app.JobAsync(key)).Failure?.Reason);
        Assert.DoesNotContain(ActivityNames.Abandon, run.Names);
        Assert.Single(_app.Callbacks.Delivered);
    }

    [Fact]
    public async Task Trouble_that_passes_costs_attempts_and_nothing_else()
    {
        var key = await _app.AddJobAsync();
        _app.Results.Outage.Begin(calls: 3);

        var run = await new Orchestration(_app, key).RunAsync();

        Assert.Equal(JobState.Succeeded, (await _app.JobAsync(key)).State);
        Assert.Equal(4, run.History[1].Attempts);
    }

    [Fact]
    public async Task A_step_that_fails_for_good_ends_the_job_as_failed_and_announces_it()
    {
        var key = await _app.AddJobAsync();
        _app.Results.Outage.Begin();

        var run = await new Orchestration(_app, key).RunAsync();

        Assert.Equal([ActivityNames.Start, ActivityNames.ReadStreams, ActivityNames.Abandon], run.Names);
        Assert.True(run.IsComplete);
        var job = await _app.JobAsync(key);
        Assert.Equal((JobState.Failed, FailureReason.Internal), (job.State, job.Failure!.Reason));
        Assert.Single(_app.Callbacks.Delivered);
    }

    [Fact]
    public async Task An_announcement_that_fails_for_good_is_tried_on_and_the_job_stays_as_it_ended()
    {
        var key = await _app.AddJobAsync();
        _app.Callbacks.Outage.Begin();
        _app.Queues.Callbacks.Outage.Begin(calls: 50);

        await new Orchestration(_app, key).RunAsync();

        Assert.Equal(JobState.Succeeded, (await _app.JobAsync(key)).State);
        Assert.Single(_app.Queues.Callbacks.Texts);
    }

    [Fact]
    public async Task A_job_that_is_gone_needs_nothing()
    {
        var run = await new Orchestration(_app, new JobKey(TestApp.Account, Guid.NewGuid().ToString("N"))).RunAsync();

        Assert.True(run.IsComplete);
        Assert.Equal([ActivityNames.Start], run.Names);
    }

    [Fact]
    public async Task A_job_whose_pipeline_was_paused_before_it_began_runs_when_the_pipeline_is_resumed()
    {
        var key = await _app.AddJobAsync();
        var run = new Orchestration(_app, key);
        await SetPipelineAsync(PipelineState.Paused, Substitute.For<IJobScheduler>());

        await run.RunAsync();
        Assert.False(run.IsComplete);
        Assert.Equal(key, Assert.Single(_app.Held.All).Job);
        await SetPipelineAsync(PipelineState.Active, _app.Services.GetRequiredService<IJobScheduler>());
        Assert.False(run.IsComplete);
        await _app.Create<TokenTrigger>().RunAsync(Assert.Single(_app.Queues.Tokens.Texts), ClientThatRaises(run), CancellationToken.None);

        Assert.True(run.IsComplete);
        Assert.Equal(JobState.Succeeded, (await _app.JobAsync(key)).State);
        Assert.Single(_app.Callbacks.Delivered);
        Assert.Empty(_app.Held.All);
    }

    [Fact]
    public async Task A_job_that_is_woken_while_its_pipeline_is_paused_waits_on()
    {
        var run = new Orchestration(_app, await _app.AddJobAsync());
        await SetPipelineAsync(PipelineState.Paused, Substitute.For<IJobScheduler>());

        await run.RunAsync();
        await run.RaiseAsync(DurableAnalysisSteps.ScheduledAgain);

        Assert.False(run.IsComplete);
        Assert.Single(_app.Held.All);
    }

    private static DurableTaskClient ClientThatRaises(Orchestration run)
    {
        var client = Substitute.For<DurableTaskClient>("test");
        client.ScheduleNewOrchestrationInstanceAsync(
                Arg.Any<TaskName>(), Arg.Any<object?>(), Arg.Any<StartOrchestrationOptions?>(), Arg.Any<CancellationToken>())
            .ThrowsAsync(new OrchestrationAlreadyExistsException());
        client.GetInstanceAsync(Arg.Any<string>(), Arg.Any<bool>(), Arg.Any<CancellationToken>())
            .Returns(call => new OrchestrationMetadata(AnalysisOrchestrator.FunctionName, call.Arg<string>())
            {
                RuntimeStatus = OrchestrationRuntimeStatus.Running,
            });
        client.RaiseEventAsync(Arg.Any<string>(), Arg.Any<string>(), Arg.Any<object?>(), Arg.Any<CancellationToken>())
            .Returns(call => run.RaiseAsync(call.ArgAt<string>(1)));
        return client;
    }

    private async Task SetPipelineAsync(PipelineState state, IJobScheduler scheduler) =>
        await _app.Services.GetRequiredService<PipelineService>().ChangeAsync(
            TestApp.Account,
            DefaultPipeline.IdOf(TestApp.Account),
            pipeline => pipeline with { State = state },
            scheduler,
            CancellationToken.None);
}
