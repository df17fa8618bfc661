using System.Globalization;

namespace MediaInfo.Probing.Frames;

/// <summary>When a frame is too black to be taken.</summary>
/// <param name="Level">The share of black pixels from which it is, in percent.</param>
/// <param name="Threshold">The luma up to which a pixel is black.</param>
internal sealed record DarkFrames(int Level, int Threshold)
{
    /// <summary>How long a brighter frame is looked for.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromSeconds(5);

    private const string Share = "lavfi.blackframe.pblack";

    /// <summary>The end of the search for a brighter frame, in seconds; null while none is searched.</summary>
    public decimal? Until { get; init; }

    /// <summary>The options of the filter "metadata" that tell the share, or pass over black frames.</summary>
    public string Filter => Until is null
        ? "mode=print:file='pipe\\:2'"
        : string.Create(CultureInfo.InvariantCulture, $"mode=select:key={Share}:value={Level}:function=less");

    /// <summary>Whether the first frame that a run told of, which is the one in the picture, is too black.</summary>
    public bool IsIn(string messages)
    {
        var at = messages.IndexOf($"{Share}=", StringComparison.Ordinal);
        var digits = at < 0 ? "" : new string([.. messages.Skip(at + Share.Length + 1).TakeWhile(char.IsAsciiDigit)]);
        return int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var share) && share >= Level;
    }
}
