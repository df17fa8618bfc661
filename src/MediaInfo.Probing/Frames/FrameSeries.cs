using System.Runtime.CompilerServices;
using MediaInfo.Core.Jobs;

namespace MediaInfo.Probing.Frames;

/// <summary>Takes the frames of an order, several at once, and gives them in order of time.</summary>
/// <param name="take">Takes the frame of a time.</param>
/// <param name="isEachOnce">Whether a frame of several times comes once, as key frames and a spread count do.</param>
/// <param name="isEndless">Whether nobody knows how long the video is.</param>
/// <param name="atOnce">How many are taken at once.</param>
internal sealed class FrameSeries(
    Func<decimal, CancellationToken, Task<(TakenFrame? Taken, JobFailure? Failure)>> take,
    bool isEachOnce,
    bool isEndless,
    int atOnce)
{
    // Behind the end of the video, and where it is broken.
    private const int MaxMisses = 3;

    /// <summary>Why the series ended early; null if it did not.</summary>
    public JobFailure? Failure { get; private set; }

    /// <summary>
    /// The frames, each with how many times are done. A frame that is only the nearest to a time does not come again.
    /// </summary>
    /// <param name="times">The times in seconds, ascending.</param>
    /// <param name="cancellationToken">Cancels the series.</param>
    /// <exception cref="IOException">Storage failed; retry.</exception>
    public async IAsyncEnumerable<(TakenFrame Frame, int Done)> TakeAsync(
        IEnumerable<decimal> times, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var running = new Queue<Task<(TakenFrame? Taken, JobFailure? Failure)>>();
        using var rest = times.GetEnumerator();
        try
        {
            var (done, misses, last) = (0, 0, (TakenFrame?)null);
            while (misses < MaxMisses && Fill(running, rest, ended.Token))
            {
                var (taken, failure) = await running.Dequeue();
                done++;
                if (failure is not null && !ShotResult.IsRefusal(failure))
                {
                    Failure = failure;
                    yield break;
                }

                var isAgain = taken is not null && last is not null && taken.Time <= last.Time
                    && (isEachOnce || taken.IsStepBack);
                misses = taken is null || (isAgain && (isEndless || taken.IsStepBack)) ? misses + 1 : 0;
                if (taken is not null && !isAgain)
                {
                    last = taken;
                    yield return (taken, done);
                }
            }
        }
        finally
        {
            await ended.CancelAsync();
            await SettleAsync(running);
        }
    }

    // What still runs reads of a lease that ends with this series.
    private static async Task SettleAsync(IEnumerable<Task> running)
    {
        foreach (var one in running)
        {
            await one.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private bool Fill(
        Queue<Task<(TakenFrame? Taken, JobFailure? Failure)>> running,
        IEnumerator<decimal> rest,
        CancellationToken cancellationToken)
    {
        while (running.Count < atOnce && rest.MoveNext())
        {
            running.Enqueue(take(rest.Current, cancellationToken));
        }

        return running.Count > 0;
    }
}
