using MediaInfo.Core.Topics;
using MediaInfo.TestSupport;

namespace MediaInfo.Storage.Contracts.Topics;

/// <summary>The contract of <see cref="ITopicStore"/>.</summary>
public abstract class TopicStoreContract(StorageRig rig) : StorageContract(rig)
{
    private readonly string _account = Unique.Name("account");

    private ITopicStore Topics => Rig.Topics;

    [Fact]
    public async Task A_topic_is_found_with_its_subscriptions()
    {
        var topic = TestTopics.New("Done_1") with { MaxMessageBytes = 1024, LoggingEnabled = true };
        Assert.True(await Topics.WriteAsync(_account, topic.With(TestTopics.Subscription("one")), etag: null, default));

        var found = (await Topics.FindAsync(_account, "Done_1", default))!.Topic;

        Assert.Equal((1024, true, TestTopics.At), (found.MaxMessageBytes, found.LoggingEnabled, found.CreatedAt));
        Assert.Equal([TestTopics.Subscription("one")], found.Subscriptions);
    }

    [Fact]
    public async Task Names_and_accounts_are_told_apart_by_case()
    {
        await Topics.WriteAsync(_account, TestTopics.New("topic"), etag: null, default);

        Assert.Null(await Topics.FindAsync(_account, "Topic", default));
        Assert.Null(await Topics.FindAsync(_account.ToUpperInvariant(), "topic", default));
        Assert.Empty(await Topics.NamesAsync(_account.ToUpperInvariant(), prefix: "", default));
    }

    [Fact]
    public async Task Only_the_version_that_was_read_is_replaced()
    {
        Assert.True(await Topics.WriteAsync(_account, TestTopics.New("topic"), etag: null, default));
        Assert.False(await Topics.WriteAsync(_account, TestTopics.New("topic"), etag: null, default));
        var read = (await Topics.FindAsync(_account, "topic", default))!;
        var changed = read.Topic.With(TestTopics.Subscription("one"));

        Assert.True(await Topics.WriteAsync(_account, changed, read.ETag, default));
        Assert.False(await Topics.WriteAsync(_account, read.Topic, read.ETag, default));

        Assert.Single((await Topics.FindAsync(_account, "topic", default))!.Topic.Subscriptions);
    }

    [Fact]
    public async Task Names_are_listed_by_prefix_in_ordinal_order()
    {
        foreach (var name in new[] { "b", "a-2", "a-1", "A-1", "a_1", "a" })
        {
            await Topics.WriteAsync(_account, TestTopics.New(name), etag: null, default);
        }

        Assert.Equal(["A-1", "a", "a-1", "a-2", "a_1", "b"], await Topics.NamesAsync(_account, prefix: "", default));
        Assert.Equal(["a-1", "a-2"], await Topics.NamesAsync(_account, "a-", default));
        Assert.Empty(await Topics.NamesAsync(_account, "c", default));
        Assert.Empty(await Topics.NamesAsync(Another, prefix: "", default));
    }

    [Fact]
    public async Task A_removed_topic_is_gone_and_its_version_writes_nothing()
    {
        await Topics.WriteAsync(_account, TestTopics.New("topic"), etag: null, default);
        var read = (await Topics.FindAsync(_account, "topic", default))!;

        await Topics.RemoveAsync(_account, "topic", default);
        await Topics.RemoveAsync(_account, "topic", default);

        Assert.Null(await Topics.FindAsync(_account, "topic", default));
        Assert.Empty(await Topics.NamesAsync(_account, prefix: "", default));
        Assert.False(await Topics.WriteAsync(_account, read.Topic, read.ETag, default));
        Assert.True(await Topics.WriteAsync(_account, read.Topic, etag: null, default));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a/b")]
    [InlineData("-a")]
    [InlineData("..")]
    public async Task A_topic_of_an_illegal_name_is_neither_found_nor_written(string name)
    {
        Assert.Null(await Topics.FindAsync(_account, name, default));
        await Topics.RemoveAsync(_account, name, default);
        await Assert.ThrowsAsync<ArgumentException>(
            () => Topics.WriteAsync(_account, TestTopics.New(name), etag: null, default));
    }

    [Fact]
    public async Task A_cancelled_call_throws()
    {
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Topics.FindAsync(_account, "topic", Cancelled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Topics.NamesAsync(_account, "", Cancelled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => Topics.WriteAsync(_account, TestTopics.New("topic"), etag: null, Cancelled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Topics.RemoveAsync(_account, "topic", Cancelled));
    }
}
