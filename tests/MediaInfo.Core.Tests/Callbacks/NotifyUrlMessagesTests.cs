using MediaInfo.Core.Callbacks;
using MediaInfo.Core.Jobs;
using MediaInfo.Core.Jobs.Orders;
using MediaInfo.TestSupport;
using MediaInfo.TestSupport.Jobs;
using MediaInfo.TestSupport.Memory;
using Microsoft.Extensions.Logging.Abstractions;
using NSubstitute;
using NSubstitute.ExceptionExtensions;

namespace MediaInfo.Core.Tests.Callbacks;

public sealed class NotifyUrlMessagesTests
{
    private const string Url = "https://example.com/ended?id=7";

    private readonly InMemoryJobStore _jobs = new();
    private readonly InMemoryCallbackTarget _target = new();
    private readonly InMemoryWorkQueues _queues = new(new ManualTimeProvider(TestJobs.CreatedAt));
    private readonly IHttpCallbackTarget _web = Substitute.For<IHttpCallbackTarget>();

    public NotifyUrlMessagesTests() =>
        _web.SendAsync(default!, default!, default!, default!, default).ReturnsForAnyArgs(CallbackResult.Delivered("posted"));

    [Theory]
    [InlineData(JobState.Succeeded)]
    [InlineData(JobState.Failed)]
    public async Task The_end_of_a_job_is_posted_to_its_own_address_beside_its_pipelines_target(JobState state)
    {
        var job = await AddAsync(With(Url, state));

        await GiveAsync(job.Key);
        await Messages().DeliverAsync(Assert.Single(_queues.Callbacks.Texts), CancellationToken.None);

        Assert.Single(_target.Delivered);
        await _web.Received(1).SendAsync(
            Url,
            job.Key.Id,
            Arg.Is<IReadOnlyDictionary<string, string>>(headers => headers.ContainsKey(CallbackSignature.DeliveryHeader)),
            $"mps: {job.Key.Id} {state}",
            Arg.Any<CancellationToken>());
    }

    [Fact]
    public async Task A_job_without_an_address_of_its_own_has_one_message()
    {
        var job = await AddAsync(With(url: null, JobState.Succeeded));

        await GiveAsync(job.Key);

        Assert.Single(_target.Delivered);
        Assert.Empty(_queues.Callbacks.Texts);
    }

    [Fact]
    public async Task A_post_that_fails_is_delivered_again_and_leaves_the_pipelines_outcome_alone()
    {
        _web.SendAsync(default!, default!, default!, default!, default).ThrowsAsyncForAnyArgs(new IOException("away"));
        var job = await AddAsync(With(Url, JobState.Succeeded));
        await GiveAsync(job.Key);
        var text = Assert.Single(_queues.Callbacks.Texts);

        await Assert.ThrowsAsync<IOException>(() => Messages().DeliverAsync(text, CancellationToken.None));
        await Messages().GiveUpAsync(text, CancellationToken.None);

        Assert.Equal("message-1", Assert.Single(_jobs.All).Callback?.MessageId);
    }

    [Theory]
    [InlineData("The target could not be reached")]
    [InlineData("The target did not respond in time")]
    public async Task The_story_does_not_tell_an_unreachable_host_from_a_silent_one(string cause)
    {
        _web.SendAsync(default!, default!, default!, default!, default)
            .ThrowsAsyncForAnyArgs(new NoAnswerException(cause, new HttpRequestException("10.0.0.7:22 refused")));
        var job = await AddAsync(With(Url, JobState.Succeeded));

        await Assert.ThrowsAsync<NoAnswerException>(
            () => Messages().DeliverAsync(NotifyUrlMessages.Write(job.Key), CancellationToken.None));

        Assert.Equal("The target did not answer", Assert.Single(_jobs.All).Story!.Events[^1].Detail);
    }

    [Fact]
    public async Task Nothing_is_posted_for_a_job_that_has_not_ended_or_is_gone()
    {
        var running = await AddAsync(With(Url, JobState.Running));

        await Messages().DeliverAsync(NotifyUrlMessages.Write(running.Key), CancellationToken.None);
        await Messages().DeliverAsync(NotifyUrlMessages.Write(TestJobs.Key(9)), CancellationToken.None);

        await _web.DidNotReceiveWithAnyArgs().SendAsync(default!, default!, default!, default!, default);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"name":"notify-url","version":1,"data":{"account":"a"}}""")]
    public async Task A_message_that_names_no_job_is_refused(string text)
    {
        await Assert.ThrowsAsync<InvalidDataException>(() => Messages().DeliverAsync(text, CancellationToken.None));
        await Messages().GiveUpAsync(text, CancellationToken.None);
    }

    private static AnalysisJob With(string? url, JobState state) => TestJobs.In(state) with
    {
        Extras = AnalysisExtras.None with { Tags = new TagWork([RecogniserKind.Chapters]) { NotifyUrl = url } },
    };

    private async Task<AnalysisJob> AddAsync(AnalysisJob job)
    {
        await _jobs.AddAsync(job, CancellationToken.None);
        return job;
    }

    private Task GiveAsync(JobKey job) =>
        new EndNotice(TestCallbacks.Delivery(_jobs, _target), _queues, NullLogger<EndNotice>.Instance).GiveAsync(
            job, CancellationToken.None);

    private NotifyUrlMessages Messages() => new(
        _jobs,
        TestCallbacks.Post(_target, _web),
        [TestCallbacks.Format()],
        TimeProvider.System,
        NullLogger<NotifyUrlMessages>.Instance);
}
