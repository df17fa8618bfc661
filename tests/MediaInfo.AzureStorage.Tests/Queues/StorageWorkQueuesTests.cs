using MediaInfo.AzureStorage.Queues;
using MediaInfo.AzureStorage.Tests.Support;
using MediaInfo.Core.Accounts;
using MediaInfo.Core.Jobs;
using MediaInfo.Core.Queues;
using MediaInfo.TestSupport;
using Xunit;

namespace MediaInfo.AzureStorage.Tests.Queues;

[Collection(AzuriteFixture.Collection)]
public sealed class StorageWorkQueuesTests : IAsyncLifetime, IDisposable
{
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(10);

    // Ids that storage names must not confuse.
    private readonly string[] _accounts =
        [.. new[] { "Account", "account", new string('x', 31) }.Select(AzuriteFixture.UniqueName)];
    private readonly ProxiedStorage _storage;
    private readonly StorageWorkQueues _queues;

    public StorageWorkQueuesTests(AzuriteFixture azurite)
    {
        _storage = new ProxiedStorage(azurite);
        _queues = Queues(callbacksByTrigger: false);
    }

    public Task InitializeAsync() => _storage.Direct.Initializer().InitializeAsync(default);

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _storage.Dispose();

    [Fact]
    public async Task Another_process_finds_the_lanes_by_listing_them_and_polls_no_others()
    {
        await _queues.Analyses.SendAsync(new WorkItem(_accounts[0], "job") { Priority = 3 }, default);
        await _queues.Analyses.SendAsync(new WorkItem(_accounts[1], "other") { Priority = 7 }, default);
        var other = Queues(callbacksByTrigger: false);
        var before = _storage.Queues.Requests;

        var taken = await other.Analyses.ReceiveAsync(Room.For(32, _accounts), Long, default);

        Assert.Equal(["job", "other"], taken.Select(message => message.Text));
        Assert.All(
            _storage.Queues.Exchanges
                .Skip(before)
                .Where(exchange => exchange.Url.Contains("/messages", StringComparison.Ordinal)),
            exchange => Assert.Equal(200, exchange.Status));
    }

    [Fact]
    public async Task Completion_messages_go_to_a_lane_per_account_or_to_the_triggers_queue()
    {
        await _queues.Callbacks.SendAsync(new WorkItem(_accounts[0], "of a lane"), default);
        var triggered = Queues(callbacksByTrigger: true);

        Assert.Equal(("callbacks", "callbacks"), (triggered.Calls.Name, triggered.Callbacks.Name));
        Assert.Same(_queues.Analyses, _queues.Calls);
        Assert.Empty(await _queues.Callbacks.ReceiveAsync(Room.For(1, _accounts[1]), Long, default));
        var message = Assert.Single(await _queues.Callbacks.ReceiveAsync(Room.For(32, _accounts), Long, default));
        Assert.Equal("of a lane", message.Text);
    }

    [Fact]
    public async Task Completion_messages_in_the_queue_of_a_removed_trigger_move_to_their_accounts_lanes()
    {
        var job = new JobKey(_accounts[0], Guid.NewGuid().ToString("N"));
        var triggered = Queues(callbacksByTrigger: true);
        await triggered.Callbacks.SendAsync(new WorkItem(job.Account, Messages.WriteCallback(job)), default);

        var message = Assert.Single(await _queues.Callbacks.ReceiveAsync(Room.For(32, _accounts), Long, default));

        Assert.Equal((job.Account, Messages.WriteCallback(job)), (message.Account, message.Text));
    }

    private StorageWorkQueues Queues(bool callbacksByTrigger) => new(
        _storage.Clients,
        new AccountOptions { List = [.. _accounts.Select(account => new Account { Id = account })] },
        new LaneLooks(TimeSpan.FromSeconds(1), callbacksByTrigger),
        TimeProvider.System,
        new RecordingLogger<StorageWorkQueue>());
}
