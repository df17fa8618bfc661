using System.Buffers.Binary;

namespace MediaInfo.Probing.Headers;

/// <summary>The size of a still picture that FFmpeg recognizes but cannot decode: PNG, Photoshop, OpenEXR or TIFF.</summary>
internal static class PictureHeader
{
    // OpenEXR may have many attributes before the one with the size.
    private const int MaxHead = 64 * 1024;

    /// <summary>Reads the header; null if it states no size.</summary>
    internal static async Task<PictureFacts?> ReadAsync(HeaderWindow window, CancellationToken cancellationToken)
    {
        var head = await window.AtAsync(0, MaxHead, cancellationToken);
        var (width, height) = ExifOrientation.DirectoryAt(head.Span) is not null
            ? await new TiffHeader(window).ReadAsync(cancellationToken)
            : SizeIn(head.Span);
        return width is > 0 and <= int.MaxValue && height is > 0 and <= int.MaxValue
            ? new PictureFacts(PictureFormat.Plain) { Width = (int)width, Height = (int)height }
            : null;
    }

    // PNG, third edition, 5.2 and 11.2.1; Adobe Photoshop File Formats Specification, file header section.
    private static (long Width, long Height) SizeIn(ReadOnlySpan<byte> head) =>
        head.Length < 24 ? default
        : head[1..].StartsWith("PNG\r\n\u001a\n"u8) && head[12..].StartsWith("IHDR"u8) ? (Number(head, 16), Number(head, 20))
        : head.StartsWith("8BPS\0\u0001"u8) || head.StartsWith("8BPS\0\u0002"u8) ? (Number(head, 18), Number(head, 14))
        : head.StartsWith("v/1\u0001"u8) ? ExrHeader.SizeIn(head)
        : default;

    private static uint Number(ReadOnlySpan<byte> head, int at) => BinaryPrimitives.ReadUInt32BigEndian(head[at..]);
}
