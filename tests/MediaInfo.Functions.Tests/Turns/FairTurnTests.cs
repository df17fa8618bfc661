using MediaInfo.Core.Jobs;
using MediaInfo.Core.Queues;
using MediaInfo.Functions.Tests.Support;
using MediaInfo.Functions.Turns;
using MediaInfo.TestSupport;
using Microsoft.Extensions.DependencyInjection;

namespace MediaInfo.Functions.Tests.Turns;

/// <summary>Turns of one instance while one account has more and longer jobs than another.</summary>
public sealed class FairTurnTests : IAsyncLifetime
{
    private readonly TaskCompletionSource _release = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private TurnRig _rig = null!;

    public async Task InitializeAsync() => _rig = await TurnRig.StartAsync();

    public async Task DisposeAsync() => await _rig.DisposeAsync();

    [Fact]
    public async Task Endless_jobs_of_priority_10_leave_guest_places_to_another_account()
    {
        var slow = await _rig.ScheduleAsync([.. Enumerable.Repeat(10, 40)]);
        await FillAsync(slow);

        var others = await _rig.ScheduleAsync(TurnRig.Other, 1, 1);
        var turns = others.Select(job => _rig.TurnAsync(job)).ToList();

        await Eventually.HoldsAsync("the other account's jobs have begun", () => others.All(_rig.Gate.Begun.Contains));
        Assert.Equal(TurnRig.Places, _rig.Gate.Begun.Count(slow.Contains));
        await ReleaseAsync(turns);
    }

    [Fact]
    public async Task A_turn_without_room_runs_another_accounts_job_that_has_room()
    {
        var slow = await _rig.ScheduleAsync([.. Enumerable.Repeat(10, TurnRig.Places + 1)]);
        await FillAsync(slow);
        var other = Assert.Single(await _rig.ScheduleAsync(TurnRig.Other, 1));

        var turn = _rig.TurnAsync(slow[^1]);

        await Eventually.HoldsAsync("the other account's job has begun", () => _rig.Gate.Begun.Contains(other));
        await ReleaseAsync([turn]);
    }

    [Fact]
    public async Task Turns_that_find_no_room_within_a_second_come_back_one_per_second()
    {
        var slow = await _rig.ScheduleAsync([.. Enumerable.Repeat(10, TurnRig.Places + 3)]);
        await FillAsync(slow);

        var begun = _rig.Time.GetUtcNow();
        var outcomes = await _rig.PassesAsync(Task.WhenAll(slow.Skip(TurnRig.Places).Select(job => _rig.TurnAsync(job))));

        Assert.All(outcomes, outcome => Assert.Null(outcome.Plan));
        Assert.Equal(3, outcomes.Select(outcome => outcome.After).Distinct().Count());
        Assert.All(outcomes, outcome => Assert.InRange(outcome.After, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(3)));
        Assert.InRange(_rig.Time.GetUtcNow() - begun, Crowding.Patience, 2 * Crowding.Patience);
        Assert.Equal(TurnRig.Places, _rig.Gate.Begun.Count);
    }

    [Fact]
    public async Task A_turn_that_waits_for_room_begins_when_a_job_ends()
    {
        var slow = await _rig.ScheduleAsync([.. Enumerable.Repeat(10, TurnRig.Places + 1)]);
        await FillAsync(slow);
        var waiting = _rig.TurnAsync(slow[^1]);

        _release.SetResult();

        await _rig.PassesAsync(waiting);
        Assert.Contains(slow[^1], _rig.Gate.Begun);
    }

    [Fact]
    public async Task A_place_goes_to_the_account_that_runs_the_fewest_jobs_and_among_equals_to_the_turns_own()
    {
        var many = await _rig.ScheduleAsync(10, 10, 10);
        var few = await _rig.ScheduleAsync(TurnRig.Other, 1, 1);
        _rig.Gate.Before = (_, token) => _release.Task.WaitAsync(token);

        foreach (var (turn, began) in new[] { (few[0], few[0]), (few[1], many[0]), (many[1], many[1]), (many[2], few[1]) })
        {
            var before = _rig.Gate.Begun.Count;
            _ = _rig.TurnAsync(turn);
            await Eventually.HoldsAsync("a job has begun", () => _rig.Gate.Begun.Count == before + 1);
            Assert.Equal(began, _rig.Gate.Begun[^1]);
        }

        _release.SetResult();
    }

    [Fact]
    public async Task Steps_take_the_same_places_and_those_without_room_are_put_off()
    {
        await FillAsync(await _rig.ScheduleAsync([.. Enumerable.Repeat(10, TurnRig.Places)]));
        var steps = _rig.App.Services.GetRequiredService<PlacedSteps>();
        var done = new StepOutcome(Failure: null, ProbeUsage.Zero);

        var full = await _rig.PassesAsync(steps.RunAsync(TestApp.Account, () => Task.FromResult(done), default));
        var guest = await steps.RunAsync(TurnRig.Other, () => Task.FromResult(done), default);

        Assert.Equal(new PlacedOutcome(Outcome: null, TimeSpan.FromSeconds(1)), full);
        Assert.Equal(new PlacedOutcome(done), guest);
    }

    [Fact]
    public async Task A_step_that_fails_frees_its_place()
    {
        var steps = _rig.App.Services.GetRequiredService<PlacedSteps>();
        for (var i = 0; i < 3 * TurnRig.Places; i++)
        {
            await Assert.ThrowsAsync<IOException>(
                () => steps.RunAsync(TestApp.Account, () => throw new IOException("Unavailable"), default));
        }

        Assert.Equal(TurnRig.Places, _rig.App.Services.GetRequiredService<FairShares>().GetRoom().Total);
    }

    // The first jobs take all regular places and do not end.
    private async Task FillAsync(IReadOnlyList<JobKey> jobs)
    {
        _rig.Gate.Before = (_, token) => _release.Task.WaitAsync(token);
        foreach (var job in jobs.Take(TurnRig.Places))
        {
            _ = _rig.TurnAsync(job);
        }

        await Eventually.HoldsAsync("as many run as may", () => _rig.Gate.Begun.Count == TurnRig.Places);
    }

    private async Task ReleaseAsync(IEnumerable<Task<TurnOutcome>> turns)
    {
        _release.SetResult();
        await _rig.PassesAsync(Task.WhenAll(turns));
    }
}
