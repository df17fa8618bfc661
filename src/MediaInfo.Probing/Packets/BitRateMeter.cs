using MediaInfo.Core.Media;

namespace MediaInfo.Probing.Packets;

/// <summary>Sums the bytes of a stream's packets by interval, and keeps the times of its key frames.</summary>
/// <param name="file">What the clocks of the file's streams share.</param>
/// <param name="timeBase">Seconds per tick.</param>
/// <param name="type">ffprobe's codec_type; null if unknown.</param>
internal sealed class BitRateMeter(FileClock file, Rational timeBase, string? type)
{
    private readonly StreamClock _clock = new(file);
    private readonly IntervalBytes _bytes = new();
    private readonly KeyFrameTimes? _keyFrames = type is "video" ? new KeyFrameTimes() : null;
    private (PacketLine Packet, PacketTime Time)? _doubted;
    private long _place = file.Now;

    /// <summary>Whether a packet had a time. Without any, nobody knows where the stream's bytes belong.</summary>
    internal bool HasTimes { get; private set; }

    /// <summary>How often the first interval was doubled.</summary>
    internal int Doublings => _bytes.Doublings;

    /// <summary>From the file's start to the end of the last packet, in microseconds.</summary>
    internal long End { get; private set; }

    /// <summary>Adds the next packet.</summary>
    internal void Add(PacketLine packet)
    {
        _keyFrames?.Count(packet);
        if (PacketTime.Of(packet, timeBase) is { } time)
        {
            HasTimes = true;
            Place(packet, time);
        }
        else
        {
            _bytes.Add(_place, packet.Size);
        }
    }

    /// <summary>The stream so far, with the first interval doubled as often as said, at least <see cref="Doublings"/>.</summary>
    internal StreamBitRate Total(int index, int doublings) =>
        new(index, type, _bytes.Total(doublings), _keyFrames?.Seconds ?? []) { KeyFrameCount = _keyFrames?.All ?? 0 };

    private void Place(PacketLine packet, PacketTime time)
    {
        if (!_clock.Fits(time.Decoded) && _doubted is { } before && _clock.Agree(before.Time, time))
        {
            _bytes.Add(_place, -before.Packet.Size);
            _clock.Jump(before.Time);
            Settle(before.Packet, before.Time);
        }

        if (_clock.Fits(time.Decoded))
        {
            _doubted = null;
            _clock.GoOn(time);
            Settle(packet, time);
        }
        else
        {
            // With the packet before, unless the next one agrees with it.
            _doubted = (packet, time);
            _bytes.Add(_place, packet.Size);
        }
    }

    private void Settle(PacketLine packet, PacketTime time)
    {
        _place = _clock.PlaceOf(time.Decoded);
        _bytes.Add(_place, packet.Size);
        var shown = _clock.PlaceOf(time.Shown);
        End = Math.Max(End, shown + time.Duration);
        if (packet.IsKey)
        {
            _keyFrames?.Keep(Math.Max(shown, 0));
        }
    }
}
