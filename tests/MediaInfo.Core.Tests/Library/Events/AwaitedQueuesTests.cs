using MediaInfo.Core.Library.Events;
using MediaInfo.Core.Messaging;
using MediaInfo.Core.Pipelines;
using MediaInfo.Core.Tests.Support;
using MediaInfo.TestSupport.Jobs;
using MediaInfo.TestSupport.Memory;
using NSubstitute;

namespace MediaInfo.Core.Tests.Library.Events;

public sealed class AwaitedQueuesTests
{
    private readonly PipelineRig _pipelines = new();
    private readonly IEventCallbackStore _events = Substitute.For<IEventCallbackStore>();
    private readonly InMemoryMessageQueues _queues;
    private readonly AwaitedQueues _awaited;

    public AwaitedQueuesTests()
    {
        _queues = new InMemoryMessageQueues(_pipelines.Time);
        _awaited = new AwaitedQueues(_pipelines.Directory, _events, _queues);
    }

    [Fact]
    public async Task The_queue_of_the_default_pipeline_is_there_before_its_first_message()
    {
        Assert.True(await EnsureAsync(TestPipelines.Queue));

        Assert.Equal(QueueSettings.Implicit, (await _queues.FindAsync(TestPipelines.Queue, default))!.Settings);
    }

    [Fact]
    public async Task The_queue_or_the_topic_of_another_pipeline_is_there()
    {
        await _pipelines.PutAsync(PipelineRig.NewPipeline() with { Notify = new NotifyTarget { QueueName = "Jobs_Done" } });
        await _pipelines.PutAsync(PipelineRig.NewPipeline(id: new string('a', 32)) with
        {
            Notify = new NotifyTarget { Topic = "News" },
        });

        Assert.True(await EnsureAsync("Jobs_Done"));
        Assert.True(await EnsureAsync("News"));
    }

    [Fact]
    public async Task The_queue_of_the_events_is_there()
    {
        _events.FindAsync(PipelineRig.Account, Arg.Any<CancellationToken>())
            .Returns(new EventCallback { Target = new EventTarget(Url: null, "ice-callback-events") });

        Assert.True(await EnsureAsync("ice-callback-events"));
    }

    [Theory]
    [InlineData("Their-queue")]
    [InlineData("another-queue")]
    public async Task A_queue_that_nothing_names_is_not_made(string queue)
    {
        Assert.False(await EnsureAsync(queue));

        Assert.Empty(await _queues.ListAsync("", default));
    }

    private Task<bool> EnsureAsync(string queue) => _awaited.EnsureAsync(PipelineRig.Account, queue, default);
}
