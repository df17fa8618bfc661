using System.Buffers.Binary;

namespace MediaInfo.Probing.Headers;

/// <summary>
/// The largest picture of a TIFF file (TIFF 6.0). The first may be a thumbnail, and the others belong to it, as in the raw
/// files of cameras.
/// </summary>
internal sealed class TiffHeader(HeaderWindow window)
{
    private const int HeaderSize = 8;
    private const int EntrySize = 12;
    private const int MaxEntries = 4_096;
    private const int MaxDirectories = 16;
    private const int Width = 256;
    private const int Height = 257;
    private const int Directories = 330;
    private const int Short = 3;
    private const int Long = 4;

    private readonly Queue<long> _directories = [];
    private bool _isLittle;
    private (long Width, long Height) _size;

    /// <summary>The size; 0 if no directory states one.</summary>
    internal async Task<(long Width, long Height)> ReadAsync(CancellationToken cancellationToken)
    {
        var head = await window.AtAsync(0, HeaderSize, cancellationToken);
        if (ExifOrientation.DirectoryAt(head.Span) is not { } first)
        {
            return default;
        }

        _isLittle = ExifOrientation.IsLittle(head.Span);
        _directories.Enqueue(first);
        for (var seen = 0; seen < MaxDirectories && _directories.TryDequeue(out var at); seen++)
        {
            await TakeAsync(at, cancellationToken);
        }

        return _size;
    }

    private async Task TakeAsync(long at, CancellationToken cancellationToken)
    {
        var count = await window.AtAsync(at, 2, cancellationToken);
        if (count.Length < 2)
        {
            return;
        }

        var (width, height) = (0L, 0L);
        var entries = await window.AtAsync(at + 2, Math.Min(Half(count.Span), MaxEntries) * EntrySize, cancellationToken);
        for (var next = 0; next + EntrySize <= entries.Length; next += EntrySize)
        {
            var entry = entries.Slice(next, EntrySize);
            switch (Half(entry.Span))
            {
                case Width:
                    width = Value(entry.Span);
                    break;
                case Height:
                    height = Value(entry.Span);
                    break;
                case Directories:
                    await AddAsync(entry, cancellationToken);
                    break;
            }
        }

        _size = width * height > _size.Width * _size.Height ? (width, height) : _size;
    }

    // One offset stands in the entry, more stand where it points to.
    private async Task AddAsync(ReadOnlyMemory<byte> entry, CancellationToken cancellationToken)
    {
        var count = (int)Math.Min(Number(entry.Span[4..]), MaxDirectories);
        var offsets = count == 1 ? entry[8..] : await window.AtAsync(Number(entry.Span[8..]), count * 4, cancellationToken);
        for (var at = 0; at + 4 <= offsets.Length; at += 4)
        {
            _directories.Enqueue(Number(offsets.Span[at..]));
        }
    }

    private long Value(ReadOnlySpan<byte> entry) => Half(entry[2..]) switch
    {
        Short => Half(entry[8..]),
        Long => Number(entry[8..]),
        _ => 0,
    };

    private int Half(ReadOnlySpan<byte> bytes) =>
        _isLittle ? BinaryPrimitives.ReadUInt16LittleEndian(bytes) : BinaryPrimitives.ReadUInt16BigEndian(bytes);

    private uint Number(ReadOnlySpan<byte> bytes) =>
        _isLittle ? BinaryPrimitives.ReadUInt32LittleEndian(bytes) : BinaryPrimitives.ReadUInt32BigEndian(bytes);
}
