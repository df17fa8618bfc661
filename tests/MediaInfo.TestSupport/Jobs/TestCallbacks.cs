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
        IJobStore jobs, ICallbackTarget target, string? queue = TestPipelines.Queue, params IJobEnd[] ends)
    {
        var format = Substitute.For<ICompletionFormat>();
        format.Dialect.Returns("mps");
        format.FormatAsync(default!, default).ReturnsForAnyArgs(
            call => $"mps: {call.Arg<AnalysisJob>().Key.Id} {call.Arg<AnalysisJob>().State}");
        var web = new HttpDelivery(Substitute.For<IHttpCallbackTarget>(), new CallbackOptions(), TimeProvider.System);
        var queues = new QueuePost(target, new QueueAccess(TestPipelines.Options(queue), new FewReservedNames()));
        var topics = new InMemoryTopics();
        var publisher =
            new TopicPublisher(topics, topics, queues, new InMemoryWorkQueues(TimeProvider.System), TimeProvider.System);
        var post = new CallbackPost(queues, publisher, web, TestPipelines.Accounts(queue), TimeProvider.System);
        return new CallbackDelivery(
            jobs, TestPipelines.Directory(queue), post, [format], ends, NullLogger<CallbackDelivery>.Instance);
    }
}
