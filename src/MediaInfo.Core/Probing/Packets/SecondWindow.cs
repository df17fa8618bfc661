using MediaInfo.Core.Media;

namespace MediaInfo.Core.Probing.Packets;

/// <summary>The fullest window of one second. Packets of the same tick are one entry, and what left the window is forgotten.</summary>
/// <param name="timeBase">Seconds of a tick.</param>
internal sealed class SecondWindow(Rational timeBase)
{
    // No picture has that many packets a second. A file that says so is not measured.
    private const int MaxEntries = 1 << 18;

    private readonly Queue<(long Ticks, long Bits)> _entries = new();
    private (long Ticks, long Bits)? _newest;
    private long _inside;
    private long _fullest;
    private bool _overflown;

    /// <summary>Bits of the fullest window; null when a window had too many entries.</summary>
    internal long? Fullest => _overflown ? null : _fullest;

    /// <summary>Takes the next packet; no time may be below the one before.</summary>
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
