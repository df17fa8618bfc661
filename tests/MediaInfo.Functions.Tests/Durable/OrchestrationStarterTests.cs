using DurableTask.Core.Exceptions;
using MediaInfo.Core.Jobs;
using MediaInfo.Core.Pipelines;
using MediaInfo.Functions.Durable;
using MediaInfo.Functions.Tests.Support;
using MediaInfo.TestSupport;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using NSubstitute;
using NSubstitute.ExceptionExtensions;

namespace MediaInfo.Functions.Tests.Durable;

/// <summary>Starts and wakes in the durable engine. Faults must come at a certain call, so they come from a substitute.</summary>
[Collection(AzuriteFixture.Collection)]
public sealed class OrchestrationStarterTests(AzuriteFixture azurite)
{
    private static readonly JobKey Job = new("account", "00000000000000000000000000000001");

    private readonly DurableTaskClient _failing = Substitute.For<DurableTaskClient>("test");

    [Fact]
    public async Task A_job_started_many_times_concurrently_runs_once()
    {
        await using var rig = await DurableRig.StartAsync(azurite.Azurite);
        var key = await rig.AddJobAsync();

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => rig.BeginAsync(key)));

        await rig.EndAsync(key);
        Assert.Single(await rig.ToldAsync());
    }

    [Fact]
    public async Task An_ended_instance_is_neither_replaced_nor_woken()
    {
        await using var rig = await DurableRig.StartAsync(azurite.Azurite);
        var key = await rig.AddJobAsync(Media.Missing);
        await rig.RunAsync(key);
        var ended = await rig.Engine.HistoryAsync(key.Id);

        await rig.BeginAsync(key);
        await Starter(rig.Engine.Client).WakeAsync(key, CancellationToken.None);

        Assert.Equal(ended.Count, (await rig.Engine.HistoryAsync(key.Id)).Count);
        Assert.True((await rig.Engine.Client.GetInstanceAsync(key.Id))!.IsCompleted);
    }

    [Fact]
    public async Task A_terminated_instance_stays_terminated()
    {
        await using var rig = await DurableRig.StartAsync(azurite.Azurite);
        var key = await rig.AddJobAsync();
        await rig.SetPipelineAsync(PipelineState.Paused);
        await rig.BeginAsync(key);
        await Eventually.HoldsAsync("the job is held", async () => (await rig.HeldAsync()).Contains(key));
        await rig.Engine.Client.TerminateInstanceAsync(key.Id, "by hand");
        await rig.EndAsync(key);

        await rig.BeginAsync(key);

        Assert.Equal(OrchestrationRuntimeStatus.Terminated, (await rig.Engine.Client.GetInstanceAsync(key.Id))!.RuntimeStatus);
    }

    [Fact]
    public async Task A_job_without_an_instance_is_not_woken()
    {
        await using var rig = await DurableRig.StartAsync(azurite.Azurite);

        await Starter(rig.Engine.Client).WakeAsync(Job, CancellationToken.None);

        Assert.Null(await rig.Engine.Client.GetInstanceAsync(Job.Id));
    }

    [Fact]
    public async Task If_the_engine_is_unavailable_the_job_is_not_certain_to_run()
    {
        await using var rig = await DurableRig.StartAsync(azurite.Azurite);
        var client = rig.Engine.Client;
        await rig.Engine.DisposeAsync();

        await Assert.ThrowsAsync<IOException>(() => Starter(client).StartAsync(Job, CancellationToken.None));
    }

    [Fact]
    public async Task Without_a_client_the_job_is_not_certain_to_run() => await Assert.ThrowsAsync<IOException>(
        () => new OrchestrationStarter(new DurableClients()).StartAsync(Job, CancellationToken.None));

    [Fact]
    public async Task If_an_instance_cannot_be_woken_the_job_is_not_certain_to_run()
    {
        WhenScheduled().ThrowsAsync(new OrchestrationAlreadyExistsException());
        _failing.GetInstanceAsync(Job.Id, Arg.Any<bool>(), Arg.Any<CancellationToken>())
            .ThrowsAsync(new InvalidOperationException());

        await Assert.ThrowsAsync<IOException>(() => StartAsync());
    }

    [Fact]
    public async Task A_requested_cancellation_is_passed_on()
    {
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();
        WhenScheduled().ThrowsAsync(new OperationCanceledException(stop.Token));

        await Assert.ThrowsAsync<OperationCanceledException>(() => StartAsync(stop.Token));
    }

    [Fact]
    public async Task A_client_timeout_is_not_a_cancellation()
    {
        WhenScheduled().ThrowsAsync(new OperationCanceledException());

        await Assert.ThrowsAsync<IOException>(() => StartAsync());
    }

    private Task<string> WhenScheduled() => _failing.ScheduleNewOrchestrationInstanceAsync(
        Arg.Any<TaskName>(), Arg.Any<object?>(), Arg.Any<StartOrchestrationOptions?>(), Arg.Any<CancellationToken>());

    private Task StartAsync(CancellationToken cancellationToken = default) =>
        Starter(_failing).StartAsync(Job, cancellationToken);

    private static OrchestrationStarter Starter(DurableTaskClient client)
    {
        var clients = new DurableClients();
        clients.Use(client);
        return new OrchestrationStarter(clients);
    }
}
