using MediaInfo.Core.Library.Events;
using MediaInfo.TestSupport;

namespace MediaInfo.Storage.Contracts.Library;

/// <summary>The contract of <see cref="IEventCallbackStore"/>.</summary>
public abstract class EventCallbacksContract(StorageRig rig) : StorageContract(rig)
{
    private readonly string _account = Unique.Name("account");

    private IEventCallbackStore Callbacks => Rig.EventCallbacks;

    [Fact]
    public async Task The_last_value_set_is_found()
    {
        Assert.Null(await Callbacks.FindAsync(_account, default));

        await Callbacks.WriteAsync(_account, Callback("http://example.com/first"), default);
        await Callbacks.WriteAsync(_account, Callback("http://example.com/second"), default);

        var found = await Callbacks.FindAsync(_account, default);
        Assert.Equal(new EventTarget("http://example.com/second", QueueName: null), found!.Target);
        Assert.Equal(["A", "B"], found.EventTypes);
        Assert.True(found.Signs);
        Assert.Equal("Key1", found.AuthKey);
        Assert.DoesNotContain("Key1", found.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_subscription_can_name_a_queue_and_need_no_key()
    {
        await Callbacks.WriteAsync(_account, new EventCallback { Target = new EventTarget(Url: null, "their-queue") }, default);

        var found = await Callbacks.FindAsync(_account, default);
        Assert.Equal(new EventTarget(Url: null, "their-queue"), found!.Target);
        Assert.Empty(found.EventTypes);
        Assert.False(found.Signs);
        Assert.Null(found.AuthKey);
    }

    [Fact]
    public async Task Accounts_are_separate()
    {
        await Callbacks.WriteAsync(_account, Callback("http://example.com/"), default);

        Assert.Null(await Callbacks.FindAsync(_account + "2", default));
        Assert.Null(await Callbacks.FindAsync(_account.ToUpperInvariant(), default));
    }

    [Fact]
    public async Task A_cancelled_call_throws()
    {
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Callbacks.FindAsync(_account, Cancelled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => Callbacks.WriteAsync(_account, Callback("http://example.com/"), Cancelled));
    }

    private static EventCallback Callback(string url) => new()
    {
        Target = new EventTarget(url, QueueName: null),
        EventTypes = ["A", "B"],
        Signs = true,
        AuthKey = "Key1",
    };
}
