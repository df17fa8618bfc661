using System.Numerics;

namespace MediaInfo.Probing.Packets;

/// <summary>
/// The points (time, bits sent so far) of a stream that can determine its start-up delay. Which one does depends on the mean
/// rate, known only at the end, but it is always a vertex of the upper convex hull, so only vertices are kept.
/// </summary>
/// <remarks>The slopes between vertices decrease, so real streams have few.</remarks>
internal sealed class StartupHull
{
    private const int MaxVertices = 1 << 18;

    private readonly List<(long Ticks, long Bits)> _vertices = [];
    private bool _overflown;

    /// <summary>Adds the next point; neither coordinate may decrease.</summary>
    internal void Add(long ticks, long bits)
    {
        while (_vertices.Count > 0 && IsUnder(_vertices[^1], (ticks, bits)))
        {
            _vertices.RemoveAt(_vertices.Count - 1);
        }

        _overflown |= _vertices.Count >= MaxVertices;
        if (!_overflown)
        {
            _vertices.Add((ticks, bits));
        }
    }

    /// <summary>
    /// How far a channel of the mean rate falls behind at most, in ticks times <paramref name="bits"/>, at least 0; null if there
    /// were too many points.
    /// </summary>
    /// <param name="first">Time of the first point, in ticks.</param>
    /// <param name="ticks">Duration of the stream, in ticks.</param>
    /// <param name="bits">Total bits of the stream.</param>
    internal BigInteger? MaxDelay(long first, BigInteger ticks, long bits)
    {
        var longest = BigInteger.Zero;
        foreach (var vertex in _vertices)
        {
            longest = BigInteger.Max(longest, (vertex.Bits * ticks) - (((BigInteger)vertex.Ticks - first) * bits));
        }

        return _overflown ? null : longest;
    }

    // At equal times the later point has more bits; otherwise the last vertex is on or below the line from its predecessor.
    private bool IsUnder((long Ticks, long Bits) last, (long Ticks, long Bits) next)
    {
        if (last.Ticks == next.Ticks)
        {
            return true;
        }

        if (_vertices.Count < 2)
        {
            return false;
        }

        var before = _vertices[^2];
        var toLast = ((Int128)last.Bits - before.Bits) * ((Int128)next.Ticks - last.Ticks);
        var toNext = ((Int128)next.Bits - last.Bits) * ((Int128)last.Ticks - before.Ticks);
        return toLast <= toNext;
    }
}
