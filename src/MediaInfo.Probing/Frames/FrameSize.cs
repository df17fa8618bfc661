using System.Globalization;

namespace MediaInfo.Probing.Frames;

/// <summary>The size of a picture, in pixels. The frame keeps its aspect, and samples become square.</summary>
/// <param name="Width">The width; null follows from the height, or from the frame.</param>
/// <param name="Height">The height; null follows from the width, or from the frame.</param>
/// <param name="Max">The most pixels that a side has which is not given.</param>
/// <param name="Color">What surrounds a frame that does not fill the given width and height.</param>
internal sealed record FrameSize(int? Width, int? Height, int Max, string Color)
{
    // Before any scaling the frame is iw * sar wide and ih high on screen.
    private const string Shown = "iw*sar";
    private const string Aspect = "(iw*sar/ih)";

    /// <summary>The widths and heights of the filter "scale", as expressions.</summary>
    public (string Width, string Height) Scale => (Width, Height) switch
    {
        ({ } width, { } height) => (Side($"min({width},{height}*{Aspect})"), Side($"min({height},{width}/{Aspect})")),
        ({ } width, null) => (Text(width), Side($"min({Max},{width}/{Aspect})")),
        (null, { } height) => (Side($"min({Max},{height}*{Aspect})"), Text(height)),
        _ => (Side($"{Shown}*{Fit}"), Side($"ih*{Fit}")),
    };

    /// <summary>Whether the frame is put into a picture of the given width and height.</summary>
    public bool IsPadded => Width is not null && Height is not null;

    private string Fit => string.Create(CultureInfo.InvariantCulture, $"min(1,{Max}/max({Shown},ih))");

    private static string Text(int side) => side.ToString(CultureInfo.InvariantCulture);

    private static string Side(string expression) => $"max(1,round({expression}))";
}
