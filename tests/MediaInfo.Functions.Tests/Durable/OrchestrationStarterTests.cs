using DurableTask.Core.Exceptions;
using MediaInfo.Core.Jobs;
using MediaInfo.Functions.Durable;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using NSubstitute;
using NSubstitute.ExceptionExtensions;

namespace MediaInfo.Functions.Tests.Durable;

public sealed class OrchestrationStarterTests
{
    private static readonly JobKey Job = new("account", "00000000000000000000000000000001");

    private readonly DurableTaskClient _client = Substitute.For<DurableTaskClient>("test");

    [Fact]
    public async Task No_instance_is_ever_replaced()
    {
        await StartAsync();

        var options = (StartOrchestrationOptions)Assert.Single(_client.ReceivedCalls()).GetArguments()[2]!;
        Assert.Equal(Job.Id, options.InstanceId);
        Assert.Equal(
            ["Completed", "Failed", "Pending", "Running", "Suspended", "Terminated"],
            options.DedupeStatuses!.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(OrchestrationRuntimeStatus.Running, 1)]
    [InlineData(OrchestrationRuntimeStatus.Pending, 1)]
    [InlineData(OrchestrationRuntimeStatus.Suspended, 1)]
    [InlineData(OrchestrationRuntimeStatus.Completed, 0)]
    [InlineData(OrchestrationRuntimeStatus.Failed, 0)]
    [InlineData(OrchestrationRuntimeStatus.Terminated, 0)]
    public async Task An_instance_that_exists_is_woken_unless_it_ended(OrchestrationRuntimeStatus status, int events)
    {
        WhenScheduled().ThrowsAsync(new OrchestrationAlreadyExistsException());
        _client.GetInstanceAsync(Job.Id, Arg.Any<bool>(), Arg.Any<CancellationToken>())
            .Returns(new OrchestrationMetadata(AnalysisOrchestrator.FunctionName, Job.Id) { RuntimeStatus = status });

        await StartAsync();

        await _client.Received(events).RaiseEventAsync(
            Job.Id, DurableAnalysisSteps.ScheduledAgain, Arg.Any<object?>(), Arg.Any<CancellationToken>());
    }

    [Fact]
    public async Task Whatever_else_fails_means_that_the_job_is_not_certain_to_run()
    {
        var fault = new InvalidOperationException("Status(StatusCode=\"Unavailable\")");
        WhenScheduled().ThrowsAsync(fault);

        var error = await Assert.ThrowsAsync<IOException>(() => StartAsync());

        Assert.Same(fault, error.InnerException);
    }

    [Fact]
    public async Task An_instance_that_cannot_be_woken_means_that_the_job_is_not_certain_to_run()
    {
        WhenScheduled().ThrowsAsync(new OrchestrationAlreadyExistsException());
        _client.GetInstanceAsync(Job.Id, Arg.Any<bool>(), Arg.Any<CancellationToken>()).ThrowsAsync(new InvalidOperationException());

        await Assert.ThrowsAsync<IOException>(() => StartAsync());
    }

    [Fact]
    public async Task A_cancellation_that_was_asked_for_passes_through()
    {
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();
        WhenScheduled().ThrowsAsync(new OperationCanceledException(stop.Token));

        await Assert.ThrowsAsync<OperationCanceledException>(() => StartAsync(stop.Token));
    }

    [Fact]
    public async Task A_time_limit_of_the_client_is_no_cancellation()
    {
        WhenScheduled().ThrowsAsync(new OperationCanceledException());

        await Assert.ThrowsAsync<IOException>(() => StartAsync());
    }

    private Task<string> WhenScheduled() => _client.ScheduleNewOrchestrationInstanceAsync(
        Arg.Any<TaskName>(), Arg.Any<object?>(), Arg.Any<StartOrchestrationOptions?>(), Arg.Any<CancellationToken>());

    private Task StartAsync(CancellationToken cancellationToken = default) =>
        new OrchestrationStarter(_client).StartAsync(Job, cancellationToken);
}
