using System.Globalization;
using MediaInfo.Core.Jobs.Orders;
using MediaInfo.Core.Objects;

namespace MediaInfo.Core.Frames;

/// <summary>The names of pictures.</summary>
public static class PictureNames
{
    /// <summary>Stands for the number of a snapshot in an output's key.</summary>
    public const string Count = "{Count}";

    /// <summary>Stands for the number of a sprite in an output's key.</summary>
    public const string TileCount = "{TileCount}";

    /// <summary>The object for a picture's number, from 1: five digits in place of the mark.</summary>
    public static ObjectRef Numbered(ObjectRef output, int number)
    {
        var digits = number.ToString("D5", CultureInfo.InvariantCulture);
        return output with
        {
            Key = output.Key
                .Replace(TileCount, digits, StringComparison.Ordinal)
                .Replace(Count, digits, StringComparison.Ordinal),
        };
    }

    /// <summary>The name of a picture in its job's folder of the service's own bucket.</summary>
    /// <param name="order">The order that it is made for.</param>
    /// <param name="number">The order's number in the job, from 0.</param>
    /// <param name="picture">The picture's number in the order, from 1.</param>
    public static string Own(FrameOrder order, int number, int picture) => string.Create(
        CultureInfo.InvariantCulture, $"{number}/{picture:D5}{ExtensionOf(order.Format)}");

    /// <summary>The extension of a format's files, with its dot.</summary>
    public static string ExtensionOf(PictureFormat format) => format switch
    {
        PictureFormat.Png => ".png",
        PictureFormat.WebP => ".webp",
        _ => ".jpg",
    };

    /// <summary>The format that a key's extension means: PNG or WebP; JPEG for any other.</summary>
    public static PictureFormat FormatOf(string key) =>
        Array.Find(
            [PictureFormat.Png, PictureFormat.WebP],
            format => key.EndsWith(ExtensionOf(format), StringComparison.OrdinalIgnoreCase));

    /// <summary>The media type of a format.</summary>
    public static string ContentTypeOf(PictureFormat format) => format switch
    {
        PictureFormat.Png => "image/png",
        PictureFormat.WebP => "image/webp",
        _ => "image/jpeg",
    };
}
