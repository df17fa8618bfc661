using MediaInfo.Core.Queues;
using MediaInfo.LocalStorage.Tests.Support;

namespace MediaInfo.LocalStorage.Tests.Queues;

/// <summary>What happens to messages and nonces when somebody sets the clock of the machine.</summary>
public sealed class ClockStepTests : IAsyncLifetime
{
    private const string Target = "callback-target";
    private static readonly TimeSpan Hold = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Back = TimeSpan.FromDays(-1);
    private static readonly TimeSpan Forth = TimeSpan.FromDays(10_000);

    private readonly LocalRig _rig = new();

    public Task InitializeAsync() => _rig.StartAsync();

    public Task DisposeAsync() => _rig.StopAsync();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Waiting_messages_are_received_at_once_after_a_step_back(bool restarts)
    {
        await SendAsync("before");
        await _rig.Target.SendAsync(Target, "before", default);

        _rig.Time.Step(Back);
        await (restarts ? _rig.RestartAsync() : Task.CompletedTask);
        await SendAsync("after");
        await _rig.Target.SendAsync(Target, "after", default);

        Assert.Equal(["before", "after"], (await ReceiveAsync()).Select(message => message.Text));
        Assert.Equal(["before", "after"], (await _rig.ReceiveAsync(Target)).Select(message => message.Text));
    }

    [Fact]
    public async Task A_hold_ends_in_its_time_after_a_step_back()
    {
        await SendAsync("job");
        await ReceiveAsync();

        _rig.Time.Step(Back);
        _rig.Time.Advance(Hold);

        Assert.Equal(2, Assert.Single(await ReceiveAsync()).DeliveryCount);
    }

    [Fact]
    public async Task A_hold_and_a_delay_do_not_end_before_their_time_by_a_step_forth()
    {
        await SendAsync("held");
        await ReceiveAsync();
        await SendAsync("delayed", Hold);

        _rig.Time.Step(Forth);

        Assert.Empty(await ReceiveAsync());
        _rig.Time.Advance(Hold);
        Assert.Equal(2, (await ReceiveAsync()).Count);
    }

    [Fact]
    public async Task Messages_for_accounts_do_not_expire_by_a_step_forth_and_back()
    {
        await _rig.Target.SendAsync(Target, "before", default);

        _rig.Time.Step(Forth);
        await _rig.Target.SendAsync(Target, "meanwhile", default);
        _rig.Time.Step(-Forth);
        await _rig.Target.SendAsync(Target, "after", default);

        Assert.Equal(["before", "meanwhile", "after"], (await _rig.ReceiveAsync(Target)).Select(message => message.Text));
    }

    [Fact]
    public async Task A_delay_is_never_longer_than_asked_for_after_a_start_with_a_wrong_date()
    {
        _rig.Time.Step(Forth);
        await _rig.RestartAsync();
        await SendAsync("delayed", Hold);
        await SendAsync("later");

        _rig.Time.Step(-Forth);
        await _rig.RestartAsync();
        _rig.Time.Advance(Hold);

        Assert.Equal(["later", "delayed"], (await ReceiveAsync()).Select(message => message.Text));
    }

    [Fact]
    public async Task Ages_and_times_are_told_by_the_clock_as_it_is_now()
    {
        await SendAsync("job");
        await _rig.Target.SendAsync(Target, "text", default);
        _rig.Time.Advance(Hold);

        _rig.Time.Step(Back);

        var sent = _rig.Time.GetUtcNow() - Hold;
        Assert.Equal(sent, (await _rig.Ages.ReadAsync(default))["analyses-7"]);
        Assert.Equal(sent, Assert.Single((await _rig.MessageQueues.PeekAsync(Target, 1, default))!).SentAt);
    }

    [Fact]
    public async Task A_used_nonce_stays_used()
    {
        var at = _rig.Time.GetUtcNow();
        await _rig.Nonces.TryUseAsync("key", "nonce", at, default);

        _rig.Time.Step(Forth);
        _rig.Time.Step(-Forth);
        await _rig.RestartAsync();

        Assert.False(await _rig.Nonces.TryUseAsync("key", "nonce", at, default));
    }

    private Task<WorkMessage> SendAsync(string text, TimeSpan delay = default) =>
        _rig.Queues.Analyses.SendAsync(new WorkItem(_rig.Account, text) { Priority = 6, Delay = delay }, default);

    private Task<IReadOnlyList<WorkMessage>> ReceiveAsync() =>
        _rig.Queues.Analyses.ReceiveAsync(Room.For(10, _rig.Account), Hold, default);
}
