using System.Collections.Concurrent;

namespace MediaInfo.Probing.Reading;

/// <summary>
/// Where readers of one object usually stop, so nothing beyond is requested until they show that they continue.
/// </summary>
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

    /// <summary>Whether it is worth waiting there for a reader to stop. Not if readers often continued after all.</summary>
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
