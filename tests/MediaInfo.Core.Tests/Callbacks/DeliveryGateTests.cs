using MediaInfo.Core.Callbacks;
using MediaInfo.Core.Queues;
using MediaInfo.Core.Tests.Support;
using MediaInfo.TestSupport;

namespace MediaInfo.Core.Tests.Callbacks;

public sealed class DeliveryGateTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private readonly ManualTimeProvider _time = new();
    private readonly DeliveryGate _gate;

    public DeliveryGateTests() => _gate = new DeliveryGate(places: 2, _time);

    [Fact]
    public async Task So_many_go_to_a_target_at_a_time_and_the_next_goes_when_one_is_back()
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
    public async Task What_waits_for_a_target_that_hangs_is_put_off_after_a_moment_and_what_follows_at_once()
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
    public async Task A_target_that_hangs_holds_up_no_other()
    {
        await PassAsync("hangs");
        await PassAsync("hangs");

        await PassAsync("well");
    }

    [Fact]
    public async Task A_target_without_an_answer_is_left_alone_for_longer_each_time_up_to_a_minute()
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
    public async Task Then_it_is_tried_with_one_delivery_and_with_all_when_that_is_answered()
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
    public async Task Deliveries_that_fail_side_by_side_count_once()
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
    public async Task A_delivery_that_was_broken_off_says_nothing_of_its_target()
    {
        (await PassAsync("well")).Dispose();

        await PassAsync("well");
        await PassAsync("well");
    }

    [Fact]
    public async Task What_is_put_off_comes_back_one_after_the_other_and_never_later_than_the_longest_time()
    {
        await FailAsync();
        var delays = new List<TimeSpan>();
        for (var i = 0; i < 1000; i++)
        {
            delays.Add(await PutOffAsync("down"));
        }

        Assert.Equal(Enumerable.Range(1, 600).Select(i => i * Second), delays.Take(600));
        Assert.All(delays.Skip(600), delay => Assert.Equal(ReturnSchedule.Longest, delay));
    }

    [Fact]
    public async Task A_caller_who_stops_waiting_is_told_so()
    {
        await PassAsync("slow");
        await PassAsync("slow");
        using var stop = new CancellationTokenSource();
        var waiting = _gate.EnterAsync("slow", stop.Token);

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting.SoonAsync());
    }

    [Fact]
    public async Task However_many_targets_fail_those_that_are_well_are_let_through()
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
