using System.Runtime.InteropServices;

namespace MediaInfo.Core.Tags.Text;

/// <summary>A rectangle in a picture.</summary>
/// <param name="Left">Its left edge in pixels.</param>
/// <param name="Top">Its upper edge.</param>
/// <param name="Right">The first column to its right.</param>
/// <param name="Bottom">The first row below it.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct TextBox(int Left, int Top, int Right, int Bottom)
{
    /// <summary>The share that two rectangles have in common of what both cover, 0 to 1.</summary>
    public double OverlapWith(TextBox other)
    {
        var common = AreaOf(
            Math.Min(Right, other.Right) - Math.Max(Left, other.Left),
            Math.Min(Bottom, other.Bottom) - Math.Max(Top, other.Top));
        var all = AreaOf(Right - Left, Bottom - Top) + AreaOf(other.Right - other.Left, other.Bottom - other.Top) - common;
        return all > 0 ? common / all : 0;
    }

    /// <summary>The rectangle that holds both.</summary>
    public TextBox With(TextBox other) => new(
        Math.Min(Left, other.Left), Math.Min(Top, other.Top), Math.Max(Right, other.Right), Math.Max(Bottom, other.Bottom));

    /// <summary>The rectangle in a picture of another size.</summary>
    /// <param name="factor">The other picture's width, by this one's.</param>
    public TextBox Times(double factor) => new(
        (int)Math.Floor(Left * factor),
        (int)Math.Floor(Top * factor),
        (int)Math.Ceiling(Right * factor),
        (int)Math.Ceiling(Bottom * factor));

    private static double AreaOf(double width, double height) => width > 0 && height > 0 ? width * height : 0;
}
