using MediaInfo.Core.Messaging;
using MediaInfo.TestSupport;

namespace MediaInfo.Storage.Contracts.Messaging;

/// <summary>The contract of <see cref="IMessageQueues"/>, as far as queues go.</summary>
public abstract class MessageQueuesContract(StorageRig rig) : StorageContract(rig)
{
    private static readonly QueueSettings Own = new(
        TimeSpan.FromSeconds(1), 2_048, TimeSpan.FromHours(1), TimeSpan.FromMinutes(2), TimeSpan.FromSeconds(3), Logging: true);

    private readonly string _prefix = Unique.Name("mq");

    private IMessageQueues Queues => Rig.MessageQueues;

    // Names that a storage might confuse with each other, or not take at all.
    private IReadOnlyList<string> Names =>
    [
        _prefix, $"{_prefix}_", $"{_prefix}--x", $"{_prefix}-X", $"{_prefix}-x", $"{_prefix}-x_y", $"{_prefix}-",
        _prefix + new string('a', QueueName.MaxLength - _prefix.Length),
    ];

    [Fact]
    public async Task A_created_queue_has_its_settings_and_times()
    {
        Assert.Equal(QueueCreation.Created, await Queues.CreateAsync(_prefix, Own, default));

        var found = await Queues.FindAsync(_prefix, default);
        Assert.Equal(Own, found!.Settings);
        Assert.Equal(_prefix, found.Name);
        Assert.NotNull(found.CreatedAt);
        Assert.Equal(found.CreatedAt, found.ModifiedAt);
        Assert.Equal(new QueueCounts(0, 0, 0), await Queues.CountAsync(_prefix, default));
    }

    [Fact]
    public async Task A_queue_is_created_once()
    {
        await Queues.CreateAsync(_prefix, Own, default);

        Assert.Equal(QueueCreation.Same, await Queues.CreateAsync(_prefix, Own, default));
        Assert.Equal(QueueCreation.Different, await Queues.CreateAsync(_prefix, QueueSettings.Default, default));
        Assert.Equal(Own, (await Queues.FindAsync(_prefix, default))!.Settings);
    }

    [Fact]
    public async Task The_first_message_of_the_service_creates_a_queue_which_takes_settings_later()
    {
        await Rig.Target.SendAsync(_prefix, "text", default);

        Assert.Equal(QueueSettings.Implicit, (await Queues.FindAsync(_prefix, default))!.Settings);
        Assert.Equal(QueueCreation.Created, await Queues.CreateAsync(_prefix, Own, default));
        Assert.Equal(QueueCreation.Same, await Queues.CreateAsync(_prefix, Own, default));
        Assert.Equal("text", Assert.Single((await Queues.PeekAsync(_prefix, 16, default))!).Body);
    }

    [Fact]
    public async Task A_queue_that_is_awaited_is_there_before_its_first_message_and_takes_settings_later()
    {
        foreach (var name in Names)
        {
            await Queues.EnsureAsync(name, default);
            await Queues.EnsureAsync(name, default);
        }

        Assert.Equal(Names.Order(StringComparer.Ordinal), await Queues.ListAsync(_prefix, default));
        Assert.Equal(QueueSettings.Implicit, (await Queues.FindAsync(_prefix, default))!.Settings);
        Assert.Equal(QueueCreation.Created, await Queues.CreateAsync(_prefix, Own, default));

        await Queues.EnsureAsync(_prefix, default);
        Assert.Equal(Own, (await Queues.FindAsync(_prefix, default))!.Settings);
    }

    [Fact]
    public async Task Settings_change_one_by_one()
    {
        await Queues.CreateAsync(_prefix, Own, default);

        Assert.True(await Queues.ChangeAsync(
            _prefix, new QueueSettingsChange { Visibility = TimeSpan.FromSeconds(7), Logging = false }, default));

        var found = await Queues.FindAsync(_prefix, default);
        Assert.Equal(Own with { Visibility = TimeSpan.FromSeconds(7), Logging = false }, found!.Settings);
    }

    [Fact]
    public async Task A_missing_queue_is_missing_everywhere()
    {
        Assert.Null(await Queues.FindAsync(_prefix, default));
        Assert.Null(await Queues.CountAsync(_prefix, default));
        Assert.False(await Queues.ChangeAsync(_prefix, new QueueSettingsChange(), default));
        Assert.False(await Queues.DeleteAsync(_prefix, default));
        Assert.Null(await Queues.SendAsync(_prefix, new("text", 8, TimeSpan.Zero, TimeSpan.FromHours(1)), default));
        Assert.Null(await Queues.ReceiveAsync(_prefix, 1, TimeSpan.FromSeconds(30), default));
        Assert.Null(await Queues.PeekAsync(_prefix, 1, default));
    }

    [Fact]
    public async Task A_deleted_queue_is_gone_with_its_messages()
    {
        await Queues.CreateAsync(_prefix, Own, default);
        await Queues.SendAsync(_prefix, new("text", 8, TimeSpan.Zero, TimeSpan.FromHours(1)), default);

        Assert.True(await Queues.DeleteAsync(_prefix, default));

        Assert.Null(await Queues.FindAsync(_prefix, default));
        Assert.DoesNotContain(_prefix, await Queues.ListAsync(_prefix, default));
    }

    [Fact]
    public async Task Names_that_storages_might_confuse_are_different_queues()
    {
        foreach (var name in Names)
        {
            Assert.Equal(QueueCreation.Created, await Queues.CreateAsync(name, QueueSettings.Default, default));
            await Queues.SendAsync(name, new(name, 8, TimeSpan.Zero, TimeSpan.FromHours(1)), default);
        }

        Assert.Equal(Names.Order(StringComparer.Ordinal), await Queues.ListAsync(_prefix, default));
        foreach (var name in Names)
        {
            Assert.Equal(name, Assert.Single((await Queues.ReceiveAsync(name, 16, TimeSpan.FromMinutes(1), default))!).Body);
        }
    }

    [Fact]
    public async Task A_queue_that_a_message_of_the_service_created_is_listed_by_its_own_name()
    {
        var name = $"{_prefix}_Implicit";
        await Rig.Target.SendAsync(name, "text", default);

        Assert.Equal([name], await Queues.ListAsync(name, default));
    }
}
