using MediaInfo.Core.Topics;
using MediaInfo.TestSupport;

namespace MediaInfo.Storage.Contracts.Topics;

/// <summary>The contract of <see cref="ITopicMessageStore"/>.</summary>
public abstract class TopicMessagesContract(StorageRig rig) : StorageContract(rig)
{
    private readonly string _account = Unique.Name("account");

    private ITopicMessageStore Messages => Rig.TopicMessages;

    [Fact]
    public async Task A_message_as_large_as_any_is_found_as_it_was_stored()
    {
        var message = Message("ID-1") with { Text = new string('"', 64 * 1024), Tag = "tag" };
        await Messages.WriteAsync(message, default);

        Assert.Equal(message, await Messages.FindAsync(_account, "ID-1", TestTopics.At, default));
        Assert.Null(await Messages.FindAsync(_account, "ID-2", TestTopics.At, default));
        Assert.Null(await Messages.FindAsync(_account, "ID-1", TestTopics.At.AddHours(1), default));
        Assert.Null(await Messages.FindAsync(Another, "ID-1", TestTopics.At, default));
    }

    [Fact]
    public async Task The_same_message_may_be_stored_again()
    {
        await Messages.WriteAsync(Message("ID"), default);
        await Messages.WriteAsync(Message("ID") with { Text = "again" }, default);

        Assert.Equal("again", (await Messages.FindAsync(_account, "ID", TestTopics.At, default))!.Text);
    }

    [Fact]
    public async Task A_cancelled_call_throws()
    {
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Messages.WriteAsync(Message("ID"), Cancelled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => Messages.FindAsync(_account, "ID", TestTopics.At, Cancelled));
    }

    private TopicMessage Message(string id) => new(_account, "topic", id, "text", Tag: null, TestTopics.At);
}
