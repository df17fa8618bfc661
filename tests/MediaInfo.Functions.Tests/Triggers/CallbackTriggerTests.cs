using MediaInfo.Core.Jobs;
using MediaInfo.Core.Queues;
using MediaInfo.Functions.Tests.Support;
using MediaInfo.Functions.Triggers;
using MediaInfo.TestSupport;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace MediaInfo.Functions.Tests.Triggers;

public sealed class CallbackTriggerTests : IAsyncLifetime
{
    private const string Other = "1000000000000002";
    private const string FromTomorrow = """{"name":"callback","version":2,"data":{"account":"a","id":"b"}}""";

    private readonly Orchestrations _orchestrations = new();
    private TestApp _app = null!;

    public async Task InitializeAsync() => _app = await TestApp.StartAsync();

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task A_completion_message_received_several_times_is_delivered_once()
    {
        var job = await AddEndedJobAsync();

        await DeliverAsync(Messages.WriteCallback(job));
        await DeliverAsync(Messages.WriteCallback(job));

        var (queue, text) = Assert.Single(_app.Callbacks.Delivered);
        Assert.Equal(TestApp.CallbackQueue, queue);
        Assert.Contains(job.Id, text, StringComparison.Ordinal);
        Assert.NotNull((await _app.JobAsync(job)).Callback?.MessageId);
    }

    [Fact]
    public async Task A_message_to_an_unavailable_target_fails_so_that_it_is_retried()
    {
        var job = await AddEndedJobAsync();
        _app.Callbacks.Outage.Begin(calls: 1);

        await Assert.ThrowsAsync<IOException>(() => DeliverAsync(Messages.WriteCallback(job)));
        await DeliverAsync(Messages.WriteCallback(job));

        Assert.Single(_app.Callbacks.Delivered);
    }

    [Fact]
    public async Task A_message_of_an_unknown_version_is_refused() =>
        await Assert.ThrowsAsync<InvalidDataException>(() => DeliverAsync(FromTomorrow));

    [Fact]
    public async Task A_poisoned_message_is_recorded_on_its_job_and_logged()
    {
        var job = await AddEndedJobAsync();

        await GiveUpAsync(Messages.WriteCallback(job));

        Assert.Equal("DeliveryFailed", (await _app.JobAsync(job)).Callback?.ErrorCode);
        var (_, level, text) = Assert.Single(_app.Logs.Entries, entry => entry.Event == 4000);
        Assert.Equal(LogLevel.Error, level);
        Assert.Contains(job.Id, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_poisoned_message_without_a_job_is_logged_truncated()
    {
        await GiveUpAsync(FromTomorrow + new string(' ', 100_000));

        var (_, level, text) = Assert.Single(_app.Logs.Entries, entry => entry.Event == 4001);
        Assert.Equal(LogLevel.Error, level);
        Assert.InRange(text.Length, FromTomorrow.Length, 2000);
    }

    [Fact]
    public async Task A_poisoned_message_that_cannot_be_recorded_stays_in_the_queue()
    {
        var job = await AddEndedJobAsync();
        _app.Jobs.Outage.Begin();

        await Assert.ThrowsAsync<IOException>(() => GiveUpAsync(Messages.WriteCallback(job)));
    }

    [Fact]
    public async Task The_job_of_an_abandoned_call_is_scheduled()
    {
        var job = await _app.AddJobAsync();

        await DeliverAsync(Messages.WriteAnalyze(job));

        Assert.Equal([job], _orchestrations.Started);
        Assert.Equal([Messages.WriteAnalyze(job)], _app.Queues.Analyses.Texts);
    }

    [Fact]
    public async Task The_message_of_a_call_whose_job_ended_or_is_gone_schedules_nothing()
    {
        var ended = await AddEndedJobAsync();

        await DeliverAsync(Messages.WriteAnalyze(ended));
        await DeliverAsync(Messages.WriteAnalyze(ended with { Id = Guid.NewGuid().ToString("N") }));

        Assert.Empty(_orchestrations.Started);
        Assert.Empty(_app.Queues.Analyses.Texts);
    }

    [Fact]
    public async Task A_call_whose_job_cannot_be_scheduled_is_retried()
    {
        var job = await _app.AddJobAsync();
        _orchestrations.Failure = () => throw new InvalidOperationException("Unavailable");

        await Assert.ThrowsAsync<IOException>(() => DeliverAsync(Messages.WriteAnalyze(job)));
    }

    [Fact]
    public async Task A_call_given_up_ends_its_job_as_failed_and_announces_it()
    {
        var job = await _app.AddJobAsync();

        await GiveUpAsync(Messages.WriteAnalyze(job));

        var ended = await _app.JobAsync(job);
        Assert.Equal((JobState.Failed, FailureReason.Internal), (ended.State, ended.Failure!.Reason));
        Assert.Single(_app.Callbacks.Delivered);
        var (_, level, text) = Assert.Single(_app.Logs.Entries, entry => entry.Event == 4100);
        Assert.Equal(LogLevel.Error, level);
        Assert.Contains(job.Id, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Messages_beyond_an_accounts_share_are_requeued_with_a_delay_and_delay_no_other_account()
    {
        var time = new ManualTimeProvider(DateTimeOffset.UtcNow);
        await using var app = await TestApp.StartAsync(
            time, ("MediaInfo:Accounts:List:1:Id", Other), ("MediaInfo:Accounts:List:1:CallbackQueue", "other-queue"));
        var (hostile, other) = (await AddEndedJobAsync(app), await AddEndedJobAsync(app, Other));
        var shares = app.Services.GetRequiredService<CallbackShares>();
        for (var i = 0; i < CallbackShares.Places; i++)
        {
            await shares.EnterAsync(TestApp.Account, default);
        }

        var message = Messages.WriteCallback(hostile);
        var delivery = app.Create<CallbackTrigger>().RunAsync(message, _orchestrations.Client, CancellationToken.None);
        await app.Create<CallbackTrigger>().RunAsync(Messages.WriteCallback(other), _orchestrations.Client, CancellationToken.None);
        Assert.Equal("other-queue", Assert.Single(app.Callbacks.Delivered).Queue);
        Assert.False(delivery.IsCompleted);
        time.Advance(TimeSpan.FromSeconds(1));
        await delivery;

        var copy = Assert.Single(app.Queues.Callbacks.Texts);
        Assert.Equal(hostile, Messages.ReadCallback(copy));
        Assert.Equal(time.GetUtcNow(), Messages.PutOffOf(copy)?.Since);
        Assert.Empty(await app.Queues.Callbacks.ReceiveAsync(Room.For(1, TestApp.Account), TimeSpan.FromHours(1), default));
        time.Advance(TimeSpan.FromSeconds(1));
        Assert.Single(await app.Queues.Callbacks.ReceiveAsync(Room.For(1, TestApp.Account), TimeSpan.FromHours(1), default));
        Assert.Single(app.Callbacks.Delivered);
    }

    private Task<JobKey> AddEndedJobAsync() => AddEndedJobAsync(_app);

    private static async Task<JobKey> AddEndedJobAsync(TestApp app, string account = TestApp.Account)
    {
        var job = await app.AddJobAsync(account: account);
        await app.ChangeAsync(
            job, job => job with { State = JobState.Failed, Failure = new JobFailure(FailureReason.NotMedia, "text") });
        return job;
    }

    private Task DeliverAsync(string message) =>
        _app.Create<CallbackTrigger>().RunAsync(message, _orchestrations.Client, CancellationToken.None);

    private Task GiveUpAsync(string message) => _app.Create<CallbackPoisonTrigger>().RunAsync(message, CancellationToken.None);
}
