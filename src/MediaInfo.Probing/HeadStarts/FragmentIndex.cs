using System.Buffers.Binary;
using MediaInfo.Probing.Headers;

namespace MediaInfo.Probing.HeadStarts;

/// <summary>The index at the end of a fragmented file (mfra; ISO/IEC 14496-12, 8.8.9 to 8.8.11).</summary>
/// <param name="session">The step's view of storage.</param>
/// <param name="size">The file's length.</param>
public sealed class FragmentIndex(ProbeSession session, long size)
{
    private const int OffsetBox = 16;
    private const int TrackHeader = 24;
    private const long MaxSize = 4L << 20;
    private const long MinRead = 4096;

    // Two tracks with entries of typical size.
    private const long BytesPerFragment = 64;

    /// <summary>The fragments' offsets, ascending; null if the file has no such index.</summary>
    /// <param name="fragmentSize">Approximate size of a fragment, to estimate the size of the index.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    public async Task<IReadOnlyList<long>?> FindAsync(long fragmentSize, CancellationToken cancellationToken)
    {
        var guess = Math.Min(size, Math.Min(MaxSize, MinRead + (BytesPerFragment * (size / fragmentSize))));
        var tail = await TailAsync(guess, cancellationToken);
        if (tail.Length < OffsetBox
            || IsoBox.Read(tail.AsSpan(tail.Length - OffsetBox), size - OffsetBox, size) is not { Type: "mfro" })
        {
            return null;
        }

        long length = BinaryPrimitives.ReadUInt32BigEndian(tail.AsSpan(tail.Length - 4));
        if (length <= OffsetBox || length > Math.Min(size, MaxSize))
        {
            return null;
        }

        var index = length <= tail.Length ? tail[^(int)length..] : await TailAsync(length, cancellationToken);
        return index.Length == length && IsoBox.Read(index, size - length, size) is { Type: "mfra" }
            ? Offsets(index, cancellationToken)
            : null;
    }

    private Task<byte[]> TailAsync(long count, CancellationToken cancellationToken) =>
        session.Read(session.Source.Key, size - count, size - 1).TakeAsync((int)count, cancellationToken);

    private static List<long> Offsets(byte[] index, CancellationToken cancellationToken)
    {
        var offsets = new SortedSet<long>();
        for (var at = 8; at < index.Length;)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (IsoBox.Read(index.AsSpan(at), at, index.Length) is not { } box)
            {
                break;
            }

            if (box is { Type: "tfra" })
            {
                offsets.UnionWith(Entries(index.AsMemory(at, (int)box.Size)));
            }

            at = (int)box.End;
        }

        return [.. offsets];
    }

    private static IEnumerable<long> Entries(ReadOnlyMemory<byte> track)
    {
        if (track.Length < TrackHeader)
        {
            yield break;
        }

        var wide = track.Span[8] == 1;
        var sizes = track.Span[19];
        var entry = (wide ? 16 : 8) + (sizes >> 4 & 3) + (sizes >> 2 & 3) + (sizes & 3) + 3;
        var count = BinaryPrimitives.ReadUInt32BigEndian(track.Span[20..]);
        for (var at = TrackHeader; count > 0 && at + entry <= track.Length; at += entry, count--)
        {
            yield return wide
                ? BinaryPrimitives.ReadInt64BigEndian(track.Span[(at + 8)..])
                : BinaryPrimitives.ReadUInt32BigEndian(track.Span[(at + 4)..]);
        }
    }
}
