using MediaInfo.Core.Media;

namespace MediaInfo.Probing.Packets;

/// <summary>The times of a stream's key frames. If there are too many, every second one is dropped.</summary>
internal sealed class KeyFrameTimes
{
    private const int MicrosecondsPerMillisecond = 1000;
    private const int Milli = 1000;

    private readonly List<long> _times = [];
    private long _known;
    private long _step = 1;

    /// <summary>How many there are, with or without a time.</summary>
    internal long All { get; private set; }

    /// <summary>The times that are kept, in seconds, 3 decimals.</summary>
    internal IReadOnlyList<decimal> Seconds =>
        [.. _times.Select(time => Math.Round((decimal)time / MicrosecondsPerMillisecond) / Milli)];

    /// <summary>Counts a packet if it is a key frame.</summary>
    internal void Count(PacketLine packet) => All += packet.IsKey ? 1 : 0;

    /// <summary>Keeps the time of the next key frame that has one.</summary>
    /// <param name="microseconds">Its time from the file's start.</param>
    internal void Keep(long microseconds)
    {
        if (_known++ % _step != 0)
        {
            return;
        }

        if (_times.Count == BitRateProfile.MaxKeyFrames)
        {
            for (var i = 0; i < _times.Count / 2; i++)
            {
                _times[i] = _times[2 * i];
            }

            _times.RemoveRange(_times.Count / 2, _times.Count / 2);
            _step *= 2;
        }

        _times.Add(microseconds);
    }
}
