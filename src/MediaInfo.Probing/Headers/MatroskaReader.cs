using System.Buffers.Binary;
using System.Numerics;
using System.Text;

namespace MediaInfo.Probing.Headers;

/// <summary>Reads WritingApp and DateUTC of a Matroska file (RFC 9559, 5.1.2), which ffprobe does not print.</summary>
internal sealed class MatroskaReader(HeaderWindow window)
{
    private const uint Header = 0x1A45DFA3;
    private const uint Segment = 0x18538067;
    private const uint Info = 0x1549A966;
    private const uint Cluster = 0x1F43B675;
    private const uint WritingApp = 0x5741;
    private const uint Date = 0x4461;
    private const int MaxElements = 1_000;
    private const int MaxHead = 12;
    private const int MaxText = 1024;
    private const long NanosecondsPerTick = 100;

    private static readonly DateTimeOffset Epoch = new(2001, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Reads the segment's information; null if it is not before the first cluster.</summary>
    internal async Task<MatroskaWriter?> ReadAsync(CancellationToken cancellationToken)
    {
        MatroskaWriter? writer = null;
        var (at, end) = (0L, window.Size);
        for (var elements = 0; elements < MaxElements && at < end; elements++)
        {
            var bytes = await window.AtAsync(at, MaxHead, cancellationToken);
            if (ElementIn(bytes.Span) is not { } element || element.Id == Cluster)
            {
                return writer;
            }

            at += element.Head;
            if (element.Id == Info)
            {
                (writer, end) = (new MatroskaWriter(null, null), Math.Min(at + element.Size, end));
            }
            else if (element.Id != Segment)
            {
                writer = await TakeAsync(writer, element, at, cancellationToken);
                at += element.Size;
            }
        }

        return writer;
    }

    private async Task<MatroskaWriter?> TakeAsync(
        MatroskaWriter? writer, (uint Id, long Size, int Head) element, long at, CancellationToken cancellationToken)
    {
        if (writer is null || element.Size > MaxText)
        {
            return writer;
        }

        var body = await window.AtAsync(at, (int)element.Size, cancellationToken);
        return element switch
        {
            { Id: WritingApp } => writer with { App = Encoding.UTF8.GetString(body.Span).TrimEnd('\0') },
            { Id: Date, Size: 8 } when body.Length == 8 =>
                writer with { At = When(BinaryPrimitives.ReadInt64BigEndian(body.Span)) },
            _ => writer,
        };
    }

    private static DateTimeOffset When(long nanoseconds) => Epoch.AddTicks(nanoseconds / NanosecondsPerTick);

    // An id keeps the marker of its length, a size loses it; all ones is a size that is not known (RFC 8794, 6.2).
    private static (uint Id, long Size, int Head)? ElementIn(ReadOnlySpan<byte> bytes)
    {
        var idLength = bytes.IsEmpty ? 0 : BitOperations.LeadingZeroCount((uint)bytes[0]) - 23;
        if (idLength is < 1 or > 4 || bytes.Length <= idLength)
        {
            return null;
        }

        var sizeLength = BitOperations.LeadingZeroCount((uint)bytes[idLength]) - 23;
        if (sizeLength > 8 || bytes.Length < idLength + sizeLength)
        {
            return null;
        }

        var id = (uint)Number(bytes[..idLength]);
        var unknown = (1L << (7 * sizeLength)) - 1;
        var size = Number(bytes.Slice(idLength, sizeLength)) & unknown;
        return (id, size == unknown ? long.MaxValue / 2 : size, idLength + sizeLength);
    }

    private static long Number(ReadOnlySpan<byte> bytes)
    {
        var number = 0L;
        foreach (var part in bytes)
        {
            number = (number << 8) | part;
        }

        return number;
    }
}
