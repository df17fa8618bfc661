using MediaInfo.Core.Callbacks;
using MediaInfo.Core.Queues;
using MediaInfo.TestSupport;

namespace MediaInfo.Core.Tests.Callbacks;

public sealed class DeliveryGateTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private readonly ManualTimeProvider _time = new();
    private readonly DeliveryGate _gate;

    public DeliveryGateTests() => _gate = new DeliveryGate(places: 2, _time);

    [Fact]
    public async Task Deliveries_to_a_target_are_limited_and_the_next_goes_when_one_ends()
    {
        var first = await PassAsync("slow");
        await PassAsync("slow");
        var third = _gate.EnterAsync("slow", default);
        Assert.False(third.IsCompleted);

        first.Note(answered: true);
        first.Dispose();

        Assert.Null((await third.SoonAsync()).PutOff);
    }

    [Fact]
    public async Task Waiting_deliveries_to_a_hanging_target_are_soon_postponed_and_later_ones_at_once()
    {
        await PassAsync("hangs");
        await PassAsync("hangs");

        var waiting = _gate.EnterAsync("hangs", default);
        Assert.False(waiting.IsCompleted);
        _time.Advance(Second);

        Assert.Equal(Second, (await waiting.SoonAsync()).PutOff);
        Assert.Equal(2 * Second, await PutOffAsync("hangs"));
        Assert.Equal(3 * Second, await PutOffAsync("hangs"));
    }

    [Fact]
    public async Task A_hanging_target_does_not_delay_others()
    {
        await PassAsync("hangs");
        await PassAsync("hangs");

        await PassAsync("well");
    }

    [Fact]
    public async Task The_back_off_for_an_unresponsive_target_grows_up_to_a_minute()
    {
        foreach (var seconds in new[] { 1, 2, 4, 8, 16, 32, 60, 60 })
        {
            await FailAsync();
            _time.Advance(TimeSpan.FromSeconds(seconds - 0.5));
            Assert.NotNull((await _gate.EnterAsync("down", default)).PutOff);
            _time.Advance(TimeSpan.FromSeconds(0.5));
        }

        await PassAsync("down");
    }

    [Fact]
    public async Task After_the_back_off_one_delivery_is_tried_and_an_answer_opens_the_gate()
    {
        await FailAsync();
        _time.Advance(Second);

        var trial = await PassAsync("down");
        Assert.NotNull((await _gate.EnterAsync("down", default)).PutOff);
        trial.Note(answered: true);
        trial.Dispose();

        await PassAsync("down");
        await PassAsync("down");
    }

    [Fact]
    public async Task Deliveries_that_fail_in_parallel_count_once()
    {
        var passes = new[] { await PassAsync("down"), await PassAsync("down") };
        foreach (var pass in passes)
        {
            pass.Note(answered: false);
            pass.Dispose();
        }

        _time.Advance(Second);
        await PassAsync("down");
    }

    [Fact]
    public async Task An_aborted_delivery_does_not_count_against_its_target()
    {
        (await PassAsync("well")).Dispose();

        await PassAsync("well");
        await PassAsync("well");
    }

    [Fact]
    public async Task Postponed_deliveries_return_one_by_one_within_the_maximum_delay()
    {
        await FailAsync();
        var delays = new List<TimeSpan>();
        for (var i = 0; i < 1000; i++)
        {
            delays.Add(await PutOffAsync("down"));
        }

        Assert.Equal(Enumerable.Range(1, 600).Select(i => i * Second), delays.Take(600));
        Assert.All(delays.Skip(600), delay => Assert.Equal(ReturnSchedule.MaxDelay, delay));
    }

    [Fact]
    public async Task A_wait_can_be_canceled()
    {
        await PassAsync("slow");
        await PassAsync("slow");
        using var stop = new CancellationTokenSource();
        var waiting = _gate.EnterAsync("slow", stop.Token);

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting.SoonAsync());
    }

    [Fact]
    public async Task Healthy_targets_pass_however_many_others_fail()
    {
        for (var i = 0; i < 25_000; i++)
        {
            using var pass = await PassAsync($"down {i}");
            pass.Note(answered: false);
        }

        await PassAsync("well");
    }

    private async Task FailAsync()
    {
        using var pass = await PassAsync("down");
        pass.Note(answered: false);
    }

    private async Task<DeliveryPass> PassAsync(string target)
    {
        var pass = await _gate.EnterAsync(target, default).SoonAsync();
        Assert.Null(pass.PutOff);
        return pass;
    }

    private async Task<TimeSpan> PutOffAsync(string target) =>
        (await _gate.EnterAsync(target, default).SoonAsync()).PutOff ?? throw new InvalidOperationException("It was let through");
}
