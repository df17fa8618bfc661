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
        var (width, height) = TiffHeader.IsOne(head.Span)
            ? await new TiffHeader(window).ReadAsync(cancellationToken)
            : SizeIn(head.Span);
        return width is > 0 and <= int.MaxValue && height is > 0 and <= int.MaxValue
            ? new PictureFacts(PictureFormat.Plain) { Width = (int)width, Height = (int)height }
            : null;
    }

    private static (long Width, long Height) SizeIn(ReadOnlySpan<byte> head) => head switch
    {
        // PNG, third edition, 11.2.1.
        [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, _, _, _, _, (byte)'I', (byte)'H', (byte)'D', (byte)'R', ..]
            when head.Length >= 24 => (Number(head, 16), Number(head, 20)),

        // Adobe Photoshop File Formats Specification, file header section.
        [(byte)'8', (byte)'B', (byte)'P', (byte)'S', 0, 1 or 2, ..] when head.Length >= 22 => (Number(head, 18), Number(head, 14)),
        [0x76, 0x2F, 0x31, 0x01, _, _, _, _, ..] => ExrHeader.SizeIn(head),
        _ => default,
    };

    private static uint Number(ReadOnlySpan<byte> head, int at) => BinaryPrimitives.ReadUInt32BigEndian(head[at..]);
}
