using System.Buffers.Binary;
using MediaInfo.Core.Media;
using MediaInfo.Probing.Headers;

namespace MediaInfo.Probing.HeadStarts;

/// <summary>
/// The fragments in the middle of a long fragmented file, which ffprobe does not get to see: where the first of them begins it
/// gets the header of one box that reaches to the last fragments, and skips it. All offsets stay what they are.
/// </summary>
internal sealed class FragmentGap
{
    // Enough to know the streams, their frame rates and about their bit rates.
    private const int FirstFragments = 48;
    private const int LastFragments = 8;
    private const long MinTail = 2L << 20;
    private const long MaxTail = 32L << 20;
    private const int MaxBoxes = 64;

    private readonly byte[] _header;
    private readonly long _first;

    private FragmentGap(long first, long end, FragmentFacts facts)
    {
        (_first, Facts) = (first, facts);
        _header = new byte[IsoBox.MaxHeader];
        BinaryPrimitives.WriteInt32BigEndian(_header, 1);
        "skip"u8.CopyTo(_header.AsSpan(4));
        BinaryPrimitives.WriteInt64BigEndian(_header.AsSpan(8), end - first);
    }

    /// <summary>What the search for a gap may read.</summary>
    public static ProbeBudget Budget { get; } = new(200, 64L << 20);

    /// <summary>What is known of the fragments.</summary>
    public FragmentFacts Facts { get; }

    /// <summary>How many fragments a header pass may visit: each costs a request, and a tenth is left for the rest.</summary>
    public static int MaxVisits(ProbeBudget budget) => budget.MaxRequests / 10 * 9;

    /// <summary>Looks for the gap; null if the object is not such a file.</summary>
    public static async Task<FragmentGap?> FindAsync(ProbeSession session, CancellationToken cancellationToken)
    {
        var key = session.Source.Key;
        if (await session.FindAsync(key, cancellationToken) is not { Size: var size }
            || await FirstAsync(session, size, cancellationToken) is not { } first)
        {
            return null;
        }

        var heads = new FragmentHeads(session, size, first);
        var hasTimes = (await session.Read(key, first.Offset, first.End - 1).TakeAsync(
            (int)Math.Min(first.Size, MinTail), cancellationToken)).AsSpan().IndexOf("tfdt"u8) >= 0;
        var begin = first.Offset;
        for (var visited = 0; visited < FirstFragments; visited++)
        {
            if (await heads.BringAsync(begin, cancellationToken) is not { } next)
            {
                return null;
            }

            begin = next;
        }

        var average = (begin - first.Offset) / FirstFragments;
        var tail = Math.Clamp(average * LastFragments, MinTail, MaxTail);
        var end = await new FragmentSearch(session, Math.Clamp(average, FragmentSearch.MinLook, FragmentSearch.MaxLook))
            .FindAsync(Math.Max(begin, size - tail), size, cancellationToken);
        var (from, hasEnd) = end is { } found ? (found, true) : (size, false);
        return from - begin < IsoBox.MaxHeader
            ? null
            : new FragmentGap(
                begin,
                from,
                new FragmentFacts(begin - first.Offset + (size - from), size - first.Offset, hasTimes && hasEnd));
    }

    /// <summary>The bytes at an offset as ffprobe gets them: unchanged, or a copy with the header.</summary>
    public ReadOnlyMemory<byte> Cover(ReadOnlyMemory<byte> bytes, long at)
    {
        if (at + bytes.Length <= _first || at >= _first + _header.Length)
        {
            return bytes;
        }

        var copy = bytes.ToArray();
        var begin = Math.Max(at, _first);
        var end = Math.Min(at + copy.Length, _first + _header.Length);
        _header.AsSpan((int)(begin - _first), (int)(end - begin)).CopyTo(copy.AsSpan((int)(begin - at)));
        return copy;
    }

    private static async Task<IsoBox?> FirstAsync(ProbeSession session, long size, CancellationToken cancellationToken)
    {
        var offset = 0L;
        for (var boxes = 0; boxes < MaxBoxes && offset < size; boxes++)
        {
            var bytes = await session.Read(session.Source.Key, offset, offset + IsoBox.MaxHeader - 1)
                .TakeAsync(IsoBox.MaxHeader, cancellationToken);
            if (IsoBox.Read(bytes, offset, size) is not { } box)
            {
                return null;
            }

            if (box.Type is "moof")
            {
                return box;
            }

            offset = box.End;
        }

        return null;
    }
}
