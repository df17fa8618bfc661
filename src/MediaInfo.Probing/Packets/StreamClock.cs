namespace MediaInfo.Probing.Packets;

/// <summary>
/// Finds the place on a file's time line of each packet of a stream. A time far from all that came before is doubted until the
/// next packet agrees. Then it is a gap, or the clock has jumped, and the time line goes on where it was.
/// </summary>
internal sealed class StreamClock(FileClock file)
{
    // Pictures without a decoding time go back, but not that far.
    private const long MaxBack = FileClock.Second;

    private long? _last;
    private long _duration;
    private long _shift = file.Shift;

    /// <summary>The place of a time, in microseconds from the file's start.</summary>
    internal long PlaceOf(long time) => time - _shift;

    /// <summary>Whether a packet's time fits to what came before, and need not be doubted.</summary>
    internal bool Fits(long time)
    {
        var (own, shared) = (time - _shift, time - file.Shift);
        if (_last is null || (FitsAt(shared) && (!FitsAt(own) || FromNow(shared) < FromNow(own))))
        {
            // Another stream has jumped before.
            _shift = file.Shift;
        }

        return FitsAt(PlaceOf(time));
    }

    /// <summary>Whether the packet after a doubted one agrees with it.</summary>
    internal bool Agree(PacketTime doubted, PacketTime next) => IsGap(doubted.Decoded)
        ? next.Decoded >= doubted.Decoded
        : IsNext(doubted.Decoded, doubted.Duration, next.Decoded);

    /// <summary>Goes on to a packet that was doubted and is right.</summary>
    internal void Jump(PacketTime to)
    {
        if (!IsGap(to.Decoded))
        {
            var end = _last + _duration ?? file.Now;
            file.Shift = _shift = to.Decoded - (IsNow(end) ? end : file.Now);
        }

        GoOn(to);
    }

    /// <summary>Goes on to the next packet.</summary>
    internal void GoOn(PacketTime to)
    {
        file.Now = PlaceOf(to.Decoded);
        (_last, _duration) = (file.Now, to.Duration);
    }

    private static bool IsNext(long last, long duration, long next) =>
        next >= last - MaxBack && next <= last + Math.Max(FileClock.MaxAhead, 2 * duration);

    // A stream's first packet may be anywhere in the file so far: streams may lie one behind another.
    private bool FitsAt(long place) => _last is { } last
        ? IsNext(last, _duration, place) || (place >= last - MaxBack && IsNow(place))
        : place >= -FileClock.MaxAhead && place <= file.Now + FileClock.MaxAhead;

    private bool IsNow(long place) => FromNow(place) <= FileClock.MaxAhead;

    private long FromNow(long place) => Math.Abs(place - file.Now);

    private bool IsGap(long time) =>
        !file.Jumps && PlaceOf(time) >= (_last ?? 0) && PlaceOf(time) - file.Now <= FileClock.MaxGap;
}
