using MediaInfo.Core.Media;

namespace MediaInfo.Probing.Packets;

/// <summary>
/// The one-second window with the most bits. Packets of the same tick are one entry; entries outside the window are dropped.
/// </summary>
/// <param name="timeBase">Seconds per tick.</param>
internal sealed class SecondWindow(Rational timeBase)
{
    // No real video has that many packets per second. A file that claims to is not measured.
    private const int MaxEntries = 1 << 18;

    private readonly Queue<(long Ticks, long Bits)> _entries = new();
    private (long Ticks, long Bits)? _newest;
    private long _inside;
    private long _fullest;
    private bool _overflown;

    /// <summary>Bits of the fullest window; null if a window had too many entries.</summary>
    internal long? Fullest => _overflown ? null : _fullest;

    /// <summary>Adds the next packet; times must not decrease.</summary>
    internal void Add(long ticks, long bits)
    {
        if (_newest is { } newest && newest.Ticks == ticks)
        {
            _newest = (ticks, newest.Bits + bits);
        }
        else
        {
            Enqueue();
            _newest = (ticks, bits);
        }

        _inside += bits;
        while (_entries.TryPeek(out var oldest) && !IsWithinASecond(oldest.Ticks, ticks))
        {
            _inside -= _entries.Dequeue().Bits;
        }

        _fullest = Math.Max(_fullest, _inside);
    }

    private void Enqueue()
    {
        _overflown |= _entries.Count >= MaxEntries;
        if (_newest is { } newest && !_overflown)
        {
            _entries.Enqueue(newest);
        }
    }

    private bool IsWithinASecond(long from, long to) => ((Int128)to - from) * timeBase.Numerator < timeBase.Denominator;
}
