using MediaInfo.Core.Analysis;
using MediaInfo.Core.Jobs;
using MediaInfo.Core.Probing;
using MediaInfo.Functions.Durable;
using MediaInfo.Functions.Tests.Support;
using Microsoft.DurableTask;

namespace MediaInfo.Functions.Tests.Durable;

public sealed class RetryTests
{
    private static readonly JobKey Job = new("account", "00000000000000000000000000000001");
    private static readonly StepOutcome Outcome = new(Failure: null, ProbeUsage.Zero);

    private readonly ReplayContext _context = new(Job, []);

    public static TheoryData<string, Func<DurableAnalysisSteps, Task>> Steps { get; } = new()
    {
        { ActivityNames.Start, steps => steps.StartAsync(Job) },
        { ActivityNames.ReadStreams, steps => steps.ReadStreamsAsync(Job) },
        { ActivityNames.Digest, steps => steps.DigestAsync(Job) },
        { ActivityNames.CountPackets, steps => steps.CountPacketsAsync(Job) },
        { ActivityNames.End, steps => steps.EndAsync(new AnalysisEnding(Job, Outcome, Digest: null, Packets: null)) },
        { ActivityNames.Notify, steps => steps.NotifyAsync(Job) },
    };

    [Theory]
    [MemberData(nameof(Steps), DisableDiscoveryEnumeration = true)]
    public void Each_step_rides_out_minutes_of_trouble(string activity, Func<DurableAnalysisSteps, Task> step)
    {
        _ = step(new DurableAnalysisSteps(_context));

        var policy = PolicyOf(activity);
        Assert.Equal(8, policy.MaxNumberOfAttempts);
        Assert.Equal(TimeSpan.FromSeconds(2), policy.FirstRetryInterval);
        Assert.Equal(2, policy.BackoffCoefficient);
        Assert.Equal(TimeSpan.FromMinutes(1), policy.MaxRetryInterval);
        Assert.InRange(TotalPause(policy), TimeSpan.FromMinutes(3), TimeSpan.FromMinutes(4));
    }

    [Fact]
    public void The_last_resort_is_tried_for_about_a_day()
    {
        _ = new DurableAnalysisSteps(_context).AbandonAsync(Job);

        Assert.InRange(TotalPause(PolicyOf(ActivityNames.Abandon)), TimeSpan.FromHours(22), TimeSpan.FromHours(26));
    }

    private RetryPolicy PolicyOf(string activity)
    {
        var call = Assert.Single(_context.Pending);
        Assert.Equal(activity, call.Name);
        return call.Options!.Retry!.Policy!;
    }

    private static TimeSpan TotalPause(RetryPolicy policy)
    {
        var (total, pause) = (TimeSpan.Zero, policy.FirstRetryInterval);
        for (var attempt = 1; attempt < policy.MaxNumberOfAttempts; attempt++)
        {
            total += pause;
            pause = pause * policy.BackoffCoefficient < policy.MaxRetryInterval ? pause * policy.BackoffCoefficient : policy.MaxRetryInterval;
        }

        return total;
    }
}
