using System.Numerics;

namespace MediaInfo.Core.Probing.Packets;

/// <summary>
/// The points (time, bits sent until then) of a stream that can decide its start-up delay. Which one does depends on the mean
/// rate, known only at the end; whatever that is, it is a vertex of the upper convex hull, so only those are kept.
/// </summary>
/// <remarks>The slopes between vertices fall from one to the next, so in real streams there are few.</remarks>
internal sealed class StartupHull
{
    private const int MaxVertices = 1 << 18;

    private readonly List<(long Ticks, long Bits)> _vertices = [];
    private bool _overflown;

    /// <summary>Takes the next point; neither part may be below that of the point before.</summary>
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
    /// The longest that a channel of the mean rate is behind, in ticks times <paramref name="bits"/>, at least 0; null when the
    /// points were too many.
    /// </summary>
    /// <param name="first">Ticks of the first point.</param>
    /// <param name="ticks">Length of the stream.</param>
    /// <param name="bits">All bits.</param>
    internal BigInteger? LongestDelay(long first, BigInteger ticks, long bits)
    {
        var longest = BigInteger.Zero;
        foreach (var vertex in _vertices)
        {
            longest = BigInteger.Max(longest, (vertex.Bits * ticks) - (((BigInteger)vertex.Ticks - first) * bits));
        }

        return _overflown ? null : longest;
    }

    // At the same time the later point has more bits; else the last vertex lies on or under the line from the one before it.
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
