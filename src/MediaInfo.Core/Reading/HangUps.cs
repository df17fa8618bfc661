using System.Collections.Concurrent;

namespace MediaInfo.Core.Reading;

/// <summary>Where readers of one object mostly stop, so that nothing is asked for behind it before they show that they go on.</summary>
internal sealed class HangUps(TimeProvider time)
{
    private const int MaxWrongGuesses = 8;

    private static readonly TimeSpan Hesitation = TimeSpan.FromMilliseconds(20);

    private readonly ConcurrentDictionary<long, bool> _places = [];
    private int _wrongGuesses;

    /// <summary>Expects readers to stop at an offset.</summary>
    public void Expect(long offset) => _places[offset] = true;

    /// <summary>Whether readers are expected to stop there.</summary>
    public bool IsExpected(long offset) => _places.ContainsKey(offset);

    /// <summary>Whether it is worth to wait there for a reader to stop: no longer where readers often went on all the same.</summary>
    public bool IsWorthWaiting(long offset) => Volatile.Read(ref _wrongGuesses) <= MaxWrongGuesses && IsExpected(offset);

    /// <summary>Gives a reader time to stop.</summary>
    public async Task WaitAsync(long offset, CancellationToken cancellationToken)
    {
        await Task.Delay(Hesitation, time, cancellationToken);
        if (IsExpected(offset))
        {
            Interlocked.Increment(ref _wrongGuesses);
        }
    }
}
