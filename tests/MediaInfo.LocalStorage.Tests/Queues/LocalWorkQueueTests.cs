using MediaInfo.Core.Queues;
using MediaInfo.LocalStorage.Tests.Support;

namespace MediaInfo.LocalStorage.Tests.Queues;

public sealed class LocalWorkQueueTests : IAsyncLifetime
{
    private static readonly TimeSpan Hold = TimeSpan.FromMinutes(10);

    private readonly LocalRig _rig = new();

    public Task InitializeAsync() => _rig.StartAsync();

    public Task DisposeAsync() => _rig.StopAsync();

    [Fact]
    public async Task A_message_that_another_receiver_holds_is_not_given_up()
    {
        await _rig.Queues.Analyses.SendAsync(new WorkItem(_rig.Account, "job") { Priority = 6 }, default);
        var lost = await ReceiveAsync();
        _rig.Time.Advance(Hold);
        var held = await ReceiveAsync();

        await _rig.Queues.Analyses.PoisonAsync(lost, default);

        Assert.Empty(await _rig.TakePoisonAsync(_rig.Queues.Analyses));
        Assert.NotNull(await _rig.Queues.Analyses.RenewAsync(held, Hold, default));
    }

    private async Task<WorkMessage> ReceiveAsync() =>
        Assert.Single(await _rig.Queues.Analyses.ReceiveAsync(Room.For(1, _rig.Account), Hold, default));
}
