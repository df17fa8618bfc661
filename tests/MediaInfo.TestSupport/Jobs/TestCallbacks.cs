using MediaInfo.Core.Callbacks;
using MediaInfo.Core.Jobs;
using MediaInfo.Core.Pipelines;
using MediaInfo.Core.Topics;
using MediaInfo.TestSupport.Memory;
using Microsoft.Extensions.Logging.Abstractions;
using NSubstitute;

namespace MediaInfo.TestSupport.Jobs;

/// <summary>Delivers the completion messages of the dialect "mps", which contain the job's id and state.</summary>
public static class TestCallbacks
{
    public static CallbackDelivery Delivery(
        IJobStore jobs, ICallbackTarget target, string? queue = TestPipelines.Queue, params IJobEnd[] ends) => new(
        jobs,
        TestPipelines.Directory(queue),
        Post(target, Substitute.For<IHttpCallbackTarget>(), queue),
        [Format()],
        ends,
        TimeProvider.System,
        NullLogger<CallbackDelivery>.Instance);

    /// <summary>Sends messages to queues, topics and addresses.</summary>
    public static CallbackPost Post(
        ICallbackTarget target, IHttpCallbackTarget addresses, string? queue = TestPipelines.Queue)
    {
        var web = new HttpDelivery(addresses, new CallbackOptions(), TimeProvider.System);
        var queues = new QueuePost(target, new QueueAccess(TestPipelines.Options(queue), new FewReservedNames()));
        var topics = new InMemoryTopics();
        var publisher =
            new TopicPublisher(topics, topics, queues, new InMemoryWorkQueues(TimeProvider.System), TimeProvider.System);
        return new CallbackPost(queues, publisher, web, TestPipelines.Accounts(queue), TimeProvider.System);
    }

    /// <summary>The message that contains the job's id and state.</summary>
    public static ICompletionFormat Format()
    {
        var format = Substitute.For<ICompletionFormat>();
        format.Dialect.Returns("mps");
        format.FormatAsync(default!, default).ReturnsForAnyArgs(
            call => $"mps: {call.Arg<AnalysisJob>().Key.Id} {call.Arg<AnalysisJob>().State}");
        return format;
    }
}
