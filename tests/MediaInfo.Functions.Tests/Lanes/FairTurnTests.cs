using MediaInfo.Core.Jobs;
using MediaInfo.Core.Queues;
using MediaInfo.Functions.Lanes;
using MediaInfo.Functions.Tests.Support;
using MediaInfo.Functions.Triggers;
using MediaInfo.TestSupport;
using Microsoft.Extensions.DependencyInjection;

namespace MediaInfo.Functions.Tests.Lanes;

/// <summary>Turns of one instance while one account has more and longer jobs than another.</summary>
public sealed class FairTurnTests : IAsyncLifetime
{
    private const string Other = "1000000000000002";

    private readonly ManualTimeProvider _time = new(DateTimeOffset.UtcNow);
    private readonly Orchestrations _orchestrations = new();
    private TestApp _app = null!;

    public async Task InitializeAsync() => _app = await TestApp.StartAsync(
        _time,
        ("MediaInfo:Accounts:List:1:Id", Other),
        ("MediaInfo:Accounts:List:1:Keys:0:Id", "otherid"),
        ("MediaInfo:Accounts:List:1:Keys:0:Secret", "othersecret"),
        ("MediaInfo:Accounts:List:1:Keys:0:Allow:0", "*"));

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task Forty_endless_jobs_of_priority_10_leave_half_of_the_places_to_another_account()
    {
        var slow = await ScheduleAsync(TestApp.Account, priority: 10, count: 40);
        var turns = slow.Take(2 * NextJob.Places).Select(TurnAsync).ToList();
        await Eventually.HoldsAsync("as many run as may", () => _orchestrations.Started.Count == NextJob.Places);
        await Eventually.HoldsAsync("the other turns have ended", () => turns.Count(turn => turn.IsCompleted) == NextJob.Places);

        var others = await ScheduleAsync(Other, priority: 1, count: 2);
        turns.AddRange(others.Select(TurnAsync));

        await Eventually.HoldsAsync("the other account's jobs have begun", () => others.All(_orchestrations.Started.Contains));
        Assert.Equal(NextJob.Places, _orchestrations.Started.Count(slow.Contains));
    }

    [Fact]
    public async Task Any_number_of_tokens_without_room_come_back_one_per_second_and_no_job_is_stranded()
    {
        var slow = await ScheduleAsync(TestApp.Account, priority: 10, count: NextJob.Places + 3);
        var turns = slow.Take(NextJob.Places).Select(TurnAsync).ToList();
        await Eventually.HoldsAsync("as many run as may", () => _orchestrations.Started.Count == NextJob.Places);
        await TakeTokensAsync();

        foreach (var job in slow.Skip(NextJob.Places))
        {
            await TurnAsync(job);
        }

        Assert.Equal(NextJob.Places, _orchestrations.Started.Count);
        Assert.Empty(await TakeTokensAsync());
        foreach (var job in slow.Skip(NextJob.Places))
        {
            _time.Advance(TimeSpan.FromSeconds(1));
            Assert.Equal(Messages.WriteToken(job), Assert.Single(await TakeTokensAsync()).Text);
        }
    }

    [Fact]
    public async Task A_freed_place_goes_to_the_account_that_has_started_the_fewest_jobs()
    {
        _orchestrations.OnStarted = job => _app.ChangeAsync(job, job => job with { State = JobState.Succeeded });
        var many = await ScheduleAsync(TestApp.Account, priority: 10, count: 3);
        var few = await ScheduleAsync(Other, priority: 1, count: 2);

        await TurnAsync(many[0]);

        Assert.Equal(many.Concat(few).ToHashSet(), [.. _orchestrations.Started]);
        Assert.Equal(
            [TestApp.Account, Other, TestApp.Account, Other, TestApp.Account],
            _orchestrations.Started.Select(job => job.Account));
    }

    private Task TurnAsync(JobKey job) =>
        _app.Create<TokenTrigger>().RunAsync(Messages.WriteToken(job), _orchestrations.Client, CancellationToken.None);

    private async Task<IReadOnlyList<WorkMessage>> TakeTokensAsync()
    {
        var tokens = await _app.Queues.Tokens.ReceiveAsync(Room.For(32, TestApp.Account, Other), TimeSpan.FromHours(1), default);
        foreach (var token in tokens)
        {
            await _app.Queues.Tokens.CompleteAsync(token, default);
        }

        return tokens;
    }

    private async Task<IReadOnlyList<JobKey>> ScheduleAsync(string account, int priority, int count)
    {
        var jobs = new List<JobKey>();
        for (var i = 0; i < count; i++)
        {
            var job = await _app.AddJobAsync(priority: priority, account: account);
            await _app.Services.GetRequiredService<IJobScheduler>().ScheduleAsync(await _app.JobAsync(job), default);
            jobs.Add(job);
        }

        return jobs;
    }
}
