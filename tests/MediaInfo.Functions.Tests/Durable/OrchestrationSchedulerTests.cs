using MediaInfo.Core.Queues;
using MediaInfo.Functions.Durable;
using MediaInfo.Functions.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace MediaInfo.Functions.Tests.Durable;

public sealed class OrchestrationSchedulerTests : IAsyncLifetime
{
    private readonly Orchestrations _orchestrations = new();
    private TestApp _app = null!;

    public async Task InitializeAsync()
    {
        _app = await TestApp.StartAsync();
        _app.Services.GetRequiredService<DurableClients>().Use(_orchestrations.Client);
    }

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task A_jobs_message_is_in_its_lane_before_its_orchestration_starts()
    {
        var job = await _app.AddJobAsync(priority: 9);
        IReadOnlyList<string> atStart = [];
        _orchestrations.OnStarted = _ =>
        {
            atStart = _app.Queues.Analyses.TextsOf(9);
            return Task.CompletedTask;
        };

        await _app.ScheduleAsync(job);

        Assert.Equal([job], _orchestrations.Started);
        Assert.Equal([Messages.WriteAnalyze(job)], atStart);
    }

    [Fact]
    public async Task A_job_whose_message_could_not_be_sent_is_not_started()
    {
        var job = await _app.AddJobAsync();
        _app.Queues.Analyses.Outage.Begin();

        await Assert.ThrowsAsync<IOException>(() => _app.ScheduleAsync(job));

        Assert.Empty(_orchestrations.Started);
    }

    [Fact]
    public async Task A_job_scheduled_again_gets_another_message_and_its_orchestration_is_woken()
    {
        var job = await _app.AddJobAsync();

        await _app.ScheduleAsync(job);
        await _app.ScheduleAsync(job);

        Assert.Equal([job], _orchestrations.Started);
        Assert.Equal([job.Id], _orchestrations.Raised);
        Assert.Equal(2, _app.Queues.Analyses.Texts.Count);
    }

    [Fact]
    public async Task A_job_whose_start_failed_is_certain_to_fail_its_call()
    {
        var job = await _app.AddJobAsync();
        _orchestrations.Failure = () => throw new InvalidOperationException("Unavailable");

        await Assert.ThrowsAsync<IOException>(() => _app.ScheduleAsync(job));
    }
}
