using MediaInfo.Core.Media;

namespace MediaInfo.Probing.Packets;

/// <summary>
/// Sums bytes by interval. If the stream outgrows the points, each two of them become one, so memory does not grow with its
/// length, and the sums stay exact.
/// </summary>
internal sealed class IntervalBytes
{
    private const long FirstInterval = (long)(BitRateProfile.FirstInterval * FileClock.Second);

    private readonly List<long> _bytes = [];

    /// <summary>How often the first interval was doubled.</summary>
    internal int Doublings { get; private set; }

    /// <summary>Adds bytes.</summary>
    /// <param name="place">Microseconds from the file's start. What is before it counts as the start.</param>
    /// <param name="bytes">The bytes.</param>
    internal void Add(long place, long bytes)
    {
        var first = Math.Max(place, 0) / FirstInterval;
        while (first >> Doublings >= BitRateProfile.MaxPoints)
        {
            Halve(_bytes);
            Doublings++;
        }

        var point = (int)(first >> Doublings);
        while (_bytes.Count <= point)
        {
            _bytes.Add(0);
        }

        _bytes[point] += bytes;
    }

    /// <summary>The sums so far, with the first interval doubled as often as said, at least <see cref="Doublings"/>.</summary>
    internal IReadOnlyList<long> Total(int doublings)
    {
        List<long> bytes = [.. _bytes];
        for (var i = Doublings; i < doublings && bytes.Count > 1; i++)
        {
            Halve(bytes);
        }

        return bytes;
    }

    private static void Halve(List<long> bytes)
    {
        for (var i = 0; i < bytes.Count; i += 2)
        {
            bytes[i / 2] = bytes[i] + (i + 1 < bytes.Count ? bytes[i + 1] : 0);
        }

        bytes.RemoveRange((bytes.Count + 1) / 2, bytes.Count / 2);
    }
}
