using MediaInfo.Core.Jobs;
using MediaInfo.Functions.Tests.Support;

namespace MediaInfo.Functions.Tests.Turns;

/// <summary>A backlog on one instance, simulated: its places stay busy although turns without room are put off.</summary>
public sealed class BusyPlacesTests : IAsyncLifetime
{
    private const int Backlog = 200;

    // host.json's maxConcurrentActivityFunctions.
    private const int MaxActivities = 12;

    private SemaphoreSlim _activities = null!;
    private TurnRig _rig = null!;

    public async Task InitializeAsync() =>
        (_activities, _rig) = (new SemaphoreSlim(MaxActivities), await TurnRig.StartAsync());

    public async Task DisposeAsync()
    {
        _activities.Dispose();
        await _rig.DisposeAsync();
    }

    [Theory]
    [InlineData(0.5)]
    [InlineData(2)]
    [InlineData(5)]
    public async Task A_backlog_takes_little_longer_than_its_work(double seconds)
    {
        var length = TimeSpan.FromSeconds(seconds);
        var jobs = await _rig.ScheduleAsync([.. Enumerable.Repeat(5, Backlog)]);
        _rig.Gate.Before = (_, token) => Task.Delay(length, _rig.Time, token);
        var begun = _rig.Time.GetUtcNow();
        var ideal = length * Backlog / TurnRig.Places;

        var orchestrations = jobs.Select(OrchestrateAsync).ToList();
        while (_rig.Gate.Begun.Count < Backlog)
        {
            await SettleAsync();
            _rig.Time.Advance(TimeSpan.FromMilliseconds(250));
        }

        var took = _rig.Time.GetUtcNow() - begun;
        Assert.True(took < 1.2 * ideal, $"All had begun after {took}; without idle places it would take {ideal}");
        await _rig.PassesAsync(Task.WhenAll(orchestrations).ContinueWith(_ => true, TaskScheduler.Default));
        Assert.All(orchestrations, orchestration => Assert.True(orchestration.IsCompletedSuccessfully));
        Assert.Equal(Backlog, _rig.Gate.Begun.Distinct().Count());
        Assert.Empty(_rig.Lanes.Texts);
    }

    private async Task OrchestrateAsync(JobKey job)
    {
        while (true)
        {
            await _activities.WaitAsync();
            var outcome = await _rig.TurnAsync(job);
            _activities.Release();
            if (outcome.Plan is not null)
            {
                return;
            }

            await Task.Delay(outcome.After, _rig.Time);
        }
    }

    // Lets everything run that need not wait for the clock. If the machine is too slow for that, places seem idle for a moment.
    private static async Task SettleAsync()
    {
        for (var rounds = 0; rounds < 100 && (rounds < 2 || ThreadPool.PendingWorkItemCount > 0); rounds++)
        {
            await Task.Delay(1);
        }
    }
}
