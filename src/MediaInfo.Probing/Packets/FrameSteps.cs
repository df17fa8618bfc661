using MediaInfo.Core.Media;

namespace MediaInfo.Probing.Packets;

/// <summary>
/// Whether a stream's frames come evenly, by the times at which they are shown. Packets come in the order of decoding, so some
/// are held until all that are shown before them have come.
/// </summary>
/// <param name="timeBase">Seconds per tick; null if unknown.</param>
public sealed class FrameSteps(Rational? timeBase)
{
    // H.264 and HEVC reorder 16 frames at most.
    private const int Held = 32;

    // A cut leaves an odd step at either end. Of what is between, there must be two to compare.
    private const int Ends = 2;
    private const int MinSteps = Ends + 2;
    private const double JumpSeconds = 10;

    // Clocks in milliseconds round, and recorders are not exact. Of very short frames that is too much.
    private const double JitterSeconds = 0.002;
    private const double JitterShare = 0.1;

    private readonly PriorityQueue<long, long> _waiting = new();
    private long? _last;
    private long _before;
    private long _shortest = long.MaxValue;
    private long _longest;
    private int _count;
    private bool _isUnclear = timeBase is not { IsPositive: true };

    /// <summary>Adds the next packet's time.</summary>
    /// <param name="shown">In ticks; null if the packet has none, so that nothing can be said.</param>
    public void Add(long? shown)
    {
        if (_isUnclear || shown is not { } time)
        {
            _isUnclear = true;
            return;
        }

        _waiting.Enqueue(time, time);
        if (_waiting.Count > Held)
        {
            Show(_waiting.Dequeue());
        }
    }

    /// <summary>Whether the frames so far come at different distances; null if nobody can say.</summary>
    public bool? Vary()
    {
        while (_waiting.Count > 0)
        {
            Show(_waiting.Dequeue());
        }

        return _isUnclear || _count < MinSteps ? null : _longest - _shortest > Tolerance(timeBase!.Value.Value);
    }

    // Both ends of a step are rounded to a tick, so steps of the same length may differ by one, unless a tick is a frame.
    private double Tolerance(double tick) =>
        Math.Max(_shortest > 2 ? 1 : 0, Math.Min(JitterSeconds / tick, _longest * JitterShare));

    private void Show(long time)
    {
        var step = time - (_last ?? time);

        // A clock that goes back or jumps says nothing of the frames. Two fields of a frame may have the same time.
        _isUnclear |= step < 0 || step * (timeBase?.Value ?? 0) > JumpSeconds;
        if (step > 0 && ++_count > Ends)
        {
            (_shortest, _longest) = (Math.Min(_shortest, _before), Math.Max(_longest, _before));
        }

        (_before, _last) = (step > 0 ? step : _before, time);
    }
}
