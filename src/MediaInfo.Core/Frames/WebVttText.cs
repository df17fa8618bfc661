using System.Globalization;
using System.Text;
using MediaInfo.Core.Jobs.Orders;
using MediaInfo.Core.Objects;

namespace MediaInfo.Core.Frames;

/// <summary>Writes the WebVTT file that names the picture of each stretch of time.</summary>
/// <remarks>
/// Source: "WebVTT: The Web Video Text Tracks Format" (W3C) for the file, and "Media Fragments URI 1.0" (W3C), 4.2.2, for the
/// part of a picture.
/// </remarks>
public static class WebVttText
{
    // How long the last frame is shown if the object's duration is unknown or already over.
    private const double LastStretch = 1;

    /// <summary>The file's text.</summary>
    /// <param name="set">The pictures.</param>
    /// <param name="layout">The grid of the pictures; null if each holds one frame.</param>
    /// <param name="vtt">Where the file is written: it names pictures relative to its own place.</param>
    /// <param name="duration">The object's duration in seconds; null if unknown.</param>
    public static string Of(FrameSet set, SpriteLayout? layout, ObjectRef vtt, double? duration)
    {
        var frames = set.Pictures
            .SelectMany(picture => picture.Times.Select((time, cell) => (Picture: picture, Time: time, Cell: cell)))
            .ToList();
        var text = new StringBuilder("WEBVTT\n");
        foreach (var (n, (picture, time, cell)) in frames.Index())
        {
            var end = n + 1 < frames.Count ? frames[n + 1].Time
                : duration > time ? duration.Value
                : time + LastStretch;
            text.Append(CultureInfo.InvariantCulture, $"\n{Clock(time)} --> {Clock(end)}\n");
            text.Append(NameFrom(vtt, picture.File)).Append(CellOf(picture, layout, cell)).Append('\n');
        }

        return text.ToString();
    }

    private static string Clock(double seconds) => TimeSpan.FromMilliseconds(Math.Round(seconds * 1000)) is var time
        ? string.Create(CultureInfo.InvariantCulture, $"{(int)time.TotalHours:D2}:{time:mm\\:ss\\.fff}")
        : "";

    private static string CellOf(Picture picture, SpriteLayout? layout, int cell)
    {
        if (layout is null || picture is not { CellWidth: { } width, CellHeight: { } height })
        {
            return "";
        }

        var x = layout.Margin + (cell % layout.Columns * (width + layout.Padding));
        var y = layout.Margin + (cell / layout.Columns * (height + layout.Padding));
        return string.Create(CultureInfo.InvariantCulture, $"#xywh={x},{y},{width},{height}");
    }

    // Relative to the folder of the file, so that both can move together.
    private static string NameFrom(ObjectRef vtt, ObjectRef picture)
    {
        var from = vtt.Key.Split('/')[..^1];
        var to = picture.Key.Split('/');
        var common = 0;
        while (common < Math.Min(from.Length, to.Length - 1)
            && string.Equals(from[common], to[common], StringComparison.Ordinal))
        {
            common++;
        }

        var names = Enumerable.Repeat("..", from.Length - common).Concat(to[common..].Select(Uri.EscapeDataString));
        return string.Join('/', names);
    }
}
