using MediaInfo.Core.Jobs;

namespace MediaInfo.Core.Queues;

/// <summary>The waiting jobs of all priorities as one source: higher lanes first, and within a lane in its queue's order.</summary>
/// <remarks>
/// What is taken is at once hidden from every other process by storage, so any number of them share the lanes without a lock,
/// and none can keep another from its work. Each takes only what it has places for, so what waits, waits where all see it.
/// </remarks>
public sealed class PriorityLanes : IWorkSource
{
    private readonly PriorityLane[] _byPriority;

    /// <summary>Makes the lanes over their queues.</summary>
    /// <param name="queues">The queues.</param>
    /// <param name="coldPause">How long a lane in which nothing is seen is left alone; zero looks at every lane every time.</param>
    /// <param name="time">The clock.</param>
    public PriorityLanes(IWorkQueues queues, TimeSpan coldPause, TimeProvider time) =>
        _byPriority =
            [.. AnalysisJob.Priorities.Select(priority => new PriorityLane(queues.AnalysesOf(priority), coldPause, time))];

    /// <inheritdoc />
    public string Name => $"{_byPriority[^1].Name} to {_byPriority[0].Name}";

    /// <summary>The lane of a priority, 1 to 10. What is sent through it is looked for at once.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such priority.</exception>
    public IWorkQueue Of(int priority)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(priority, AnalysisJob.LowestPriority);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(priority, AnalysisJob.HighestPriority);
        return _byPriority[priority - AnalysisJob.LowestPriority];
    }

    /// <inheritdoc />
    public async Task<IReadOnlyList<WorkMessage>> ReceiveAsync(int max, TimeSpan visibilityTimeout, CancellationToken cancellationToken)
    {
        var taken = new List<WorkMessage>();
        for (var priority = AnalysisJob.HighestPriority; priority >= AnalysisJob.LowestPriority && taken.Count < max; priority--)
        {
            var lane = _byPriority[priority - AnalysisJob.LowestPriority];
            if (!lane.IsDue)
            {
                continue;
            }

            try
            {
                var messages = await lane.ReceiveAsync(max - taken.Count, visibilityTimeout, cancellationToken);
                taken.AddRange(messages.Select(message => message with { Lane = priority }));
            }
            catch (Exception) when (taken.Count > 0)
            {
                // What was taken from the lanes above would stay hidden from everybody. Trouble that lasts is met by the next look.
                break;
            }
        }

        return taken;
    }

    /// <inheritdoc />
    public async Task<WorkMessage?> RenewAsync(WorkMessage message, TimeSpan visibilityTimeout, CancellationToken cancellationToken) =>
        await Of(message.Lane).RenewAsync(message, visibilityTimeout, cancellationToken) is { } renewed
            ? renewed with { Lane = message.Lane }
            : null;

    /// <inheritdoc />
    public Task CompleteAsync(WorkMessage message, CancellationToken cancellationToken) =>
        Of(message.Lane).CompleteAsync(message, cancellationToken);

    /// <inheritdoc />
    public Task PoisonAsync(WorkMessage message, CancellationToken cancellationToken) =>
        Of(message.Lane).PoisonAsync(message, cancellationToken);
}
