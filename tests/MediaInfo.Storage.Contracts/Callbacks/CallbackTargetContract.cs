using MediaInfo.Core.Callbacks;
using MediaInfo.Core.Jobs;
using MediaInfo.Core.Messaging;
using MediaInfo.TestSupport;

namespace MediaInfo.Storage.Contracts.Callbacks;

/// <summary>The contract of <see cref="ICallbackTarget"/>.</summary>
public abstract class CallbackTargetContract(StorageRig rig) : StorageContract(rig)
{
    private readonly string _queue = Unique.Name("target");

    private ICallbackTarget Target => Rig.Target;

    [Theory]
    [InlineData("""{"UserData":"视频 <&> 🎬"}""")]
    [InlineData("  spaces and\nlines\t ")]
    public async Task A_message_arrives_unchanged_with_the_reported_id(string text)
    {
        var result = await Target.SendAsync(_queue, text, default);

        var message = Assert.Single(await Rig.ReceiveAsync(_queue));
        Assert.Equal(text, message.Text);
        Assert.Equal(CallbackResult.Delivered(message.Id), result);
    }

    [Fact]
    public async Task A_missing_queue_is_created_by_the_first_message()
    {
        Assert.Empty(await Rig.ReceiveAsync(_queue));

        await Target.SendAsync(_queue, "first", default);
        await Target.SendAsync(_queue, "second", default);

        Assert.Equal(["first", "second"], (await Rig.ReceiveAsync(_queue)).Select(message => message.Text));
    }

    [Fact]
    public async Task Many_concurrent_first_messages_all_arrive_each_with_its_own_id()
    {
        var results = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Target.SendAsync(_queue, $"{i}", default)));

        Assert.All(results, result => Assert.Null(result.ErrorCode));
        Assert.Equal(
            results.Select(result => result.MessageId!).ToHashSet(),
            (await Rig.ReceiveAsync(_queue)).Select(message => message.Id).ToHashSet());
        Assert.Equal(8, results.Select(result => result.MessageId).Distinct().Count());
    }

    [Fact]
    public async Task Queues_are_separate()
    {
        await Target.SendAsync(_queue, "text", default);

        Assert.Empty(await Rig.ReceiveAsync(_queue + "2"));
        Assert.Single(await Rig.ReceiveAsync(_queue));
    }

    [Theory]
    [MemberData(nameof(IllegalNames.OfQueues), MemberType = typeof(IllegalNames))]
    public async Task An_invalid_name_fails_permanently(string name)
    {
        var result = await Target.SendAsync(name, "text", default);

        Assert.Equal(
            CallbackResult.GivenUp(
                "InvalidParameter",
                $"\"{name}\" is not a valid queue name: use {QueueName.Rule}."),
            result);
    }

    [Theory]
    [InlineData("analyses-10")]
    [InlineData("callbacks")]
    [InlineData("callbacks-poison")]
    public async Task The_queues_of_this_service_are_not_targets(string name)
    {
        var result = await Target.SendAsync(name, "text", default);

        Assert.Equal(CallbackResult.GivenUp("InvalidParameter", $"\"{name}\" is reserved for this service or its host."), result);
    }

    [Theory]
    [InlineData(0x01)]
    [InlineData(0xFFFE)]
    public async Task A_text_that_a_queue_cannot_carry_fails_permanently(int character)
    {
        var result = await Target.SendAsync(_queue, "text" + (char)character, default);

        Assert.Equal("InvalidParameter", result.ErrorCode);
        Assert.Empty(await Rig.ReceiveAsync(_queue));
    }

    [Fact]
    public async Task A_text_too_long_for_a_queue_fails_permanently()
    {
        var result = await Target.SendAsync(_queue, new string('x', (64 * 1024) + 1), default);

        Assert.Equal("RequestBodyTooLarge", result.ErrorCode);
    }

    [Fact]
    public async Task A_cancelled_delivery_throws() =>
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Target.SendAsync(_queue, "text", Cancelled));
}
