using System.Buffers.Binary;
using System.Text;

namespace MediaInfo.Probing.Headers;

/// <summary>Reads WritingApp and DateUTC of a Matroska file (RFC 9559, 5.1.2), which ffprobe does not print.</summary>
internal sealed class MatroskaReader(HeaderWindow window)
{
    private const uint Segment = 0x18538067;
    private const uint Info = 0x1549A966;
    private const uint Cluster = 0x1F43B675;
    private const uint WritingApp = 0x5741;
    private const uint Date = 0x4461;
    private const int MaxElements = 1_000;
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
            var bytes = await window.AtAsync(at, EbmlElement.MaxHead, cancellationToken);
            if (EbmlElement.In(bytes.Span) is not { } element || element.Id == Cluster)
            {
                return writer;
            }

            at += element.Head;
            if (element.Id == Info)
            {
                (writer, end) = (new MatroskaWriter(null, null), Math.Min(at + SizeOf(element), end));
            }
            else if (element.Id != Segment)
            {
                writer = await TakeAsync(writer, element, at, cancellationToken);
                at += SizeOf(element);
            }
        }

        return writer;
    }

    private async Task<MatroskaWriter?> TakeAsync(
        MatroskaWriter? writer, EbmlElement element, long at, CancellationToken cancellationToken)
    {
        if (writer is null || SizeOf(element) > MaxText)
        {
            return writer;
        }

        var body = await window.AtAsync(at, (int)SizeOf(element), cancellationToken);
        return element switch
        {
            { Id: WritingApp } => writer with { App = Encoding.UTF8.GetString(body.Span).TrimEnd('\0') },
            { Id: Date, Size: 8 } when body.Length == 8 =>
                writer with { At = When(BinaryPrimitives.ReadInt64BigEndian(body.Span)) },
            _ => writer,
        };
    }

    // One that is not known reaches to the end of the file.
    private static long SizeOf(EbmlElement element) => element.Size ?? long.MaxValue / 2;

    private static DateTimeOffset When(long nanoseconds) => Epoch.AddTicks(nanoseconds / NanosecondsPerTick);
}
