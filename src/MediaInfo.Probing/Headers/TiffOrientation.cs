namespace MediaInfo.Probing.Headers;

/// <summary>The orientation of a TIFF file's first picture.</summary>
internal static class TiffOrientation
{
    private const int Header = 8;

    /// <summary>Reads the first directory; null if it has no orientation.</summary>
    internal static async Task<PictureFacts?> ReadAsync(HeaderWindow window, CancellationToken cancellationToken)
    {
        var head = await window.AtAsync(0, Header, cancellationToken);
        if (ExifOrientation.DirectoryAt(head.Span) is not { } at)
        {
            return null;
        }

        var directory = await window.AtAsync(at, ExifOrientation.MaxDirectory, cancellationToken);
        return ExifOrientation.RotationOf(directory.Span, ExifOrientation.IsLittle(head.Span)) is { } rotation
            ? new PictureFacts(PictureFormat.Tiff) { Rotation = rotation }
            : null;
    }
}
