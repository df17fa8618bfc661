using MediaInfo.Core.Media;

namespace MediaInfo.Probing.Packets;

/// <summary>Counts a stream's packets, their bytes and the time they cover, in integer ticks.</summary>
/// <param name="timeBase">Seconds per tick; null if unknown.</param>
internal sealed class StreamMeter(Rational? timeBase)
{
    // Players wait for no packet that long. A subtitle or a slide that stays longer says so by its duration.
    private const int JumpSeconds = 10;

    private readonly Int128 _jump = timeBase is { } unit ? (Int128)JumpSeconds * unit.Denominator / unit.Numerator : 0;
    private readonly FrameSteps _steps = new(timeBase);
    private long _count;
    private long _bytes;
    private long? _first;
    private long _last;
    private long _lastDuration;
    private Int128 _end;
    private Int128 _played;
    private int _back;
    private int _ahead;

    /// <summary>Adds the next packet.</summary>
    internal void Add(PacketLine packet)
    {
        _count++;
        _steps.Add(packet.Pts);
        _bytes += packet.Size;
        if (packet.Time is not { } ticks)
        {
            _lastDuration += Math.Max(packet.Duration ?? 0, 0);
            return;
        }

        if (_first is not null)
        {
            Step((Int128)ticks - _last);
        }

        _first ??= ticks;
        (_last, _lastDuration) = (ticks, Math.Max(packet.Duration ?? 0, 0));
        _end = Int128.Max(_end, (Int128)ticks + _lastDuration);
    }

    /// <summary>The stream so far.</summary>
    internal StreamPackets Total(int index, NetworkCost? cost)
    {
        var ticks = _played + _lastDuration;
        return new(index, _count, cost)
        {
            Bytes = _bytes,
            Start = _first is { } first ? Seconds(first) : null,
            Span = _first is { } start ? Seconds(_end - start) : null,
            Played = Seconds(ticks),
            StepsBack = _back,
            StepsAhead = _ahead,
            Rate = RateOver(ticks),
            Varies = _steps.Vary(),
        };
    }

    private void Step(Int128 ticks)
    {
        _back += ticks < 0 ? 1 : 0;
        var isAhead = ticks > _jump && ticks > 2 * (Int128)_lastDuration;
        _ahead += isAhead ? 1 : 0;
        _played += ticks < 0 || isAhead ? _lastDuration : ticks;
    }

    private decimal? Seconds(Int128 ticks) =>
        timeBase is { } unit && Int128.Abs(ticks) <= long.MaxValue
            ? Math.Round((decimal)(long)ticks * unit.Numerator / unit.Denominator, 6)
            : null;

    // In lowest terms, and only if both parts fit what FFmpeg takes.
    private Rational? RateOver(Int128 ticks)
    {
        if (timeBase is not { } unit || ticks <= 0 || ticks > long.MaxValue / unit.Numerator || _count > int.MaxValue)
        {
            return null;
        }

        var rate = new Rational(_count * unit.Denominator, (long)ticks * unit.Numerator).Reduced();
        return rate is { Numerator: <= int.MaxValue, Denominator: <= int.MaxValue } ? rate : null;
    }
}
