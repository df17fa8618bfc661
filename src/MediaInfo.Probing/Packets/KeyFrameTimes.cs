using MediaInfo.Core.Media;

namespace MediaInfo.Probing.Packets;

/// <summary>The times of a stream's key frames. If there are too many, every second one is dropped.</summary>
internal sealed class KeyFrameTimes
{
    private const int MicrosecondsPerMillisecond = 1000;
    private const int Milli = 1000;

    private readonly List<long> _times = [];
    private long _step = 1;

    /// <summary>How many there are.</summary>
    internal long Count { get; private set; }

    /// <summary>The times that are kept, in seconds, 3 decimals.</summary>
    internal IReadOnlyList<decimal> Seconds =>
        [.. _times.Select(time => Math.Round((decimal)time / MicrosecondsPerMillisecond) / Milli)];

    /// <summary>Adds the next key frame.</summary>
    /// <param name="microseconds">Its time from the file's start.</param>
    internal void Add(long microseconds)
    {
        if (Count++ % _step != 0)
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
