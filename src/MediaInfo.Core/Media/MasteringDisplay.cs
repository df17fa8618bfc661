namespace MediaInfo.Core.Media;

/// <summary>
/// The colour volume of the mastering display (SMPTE ST 2086), as unreduced ratios. Source: ffprobe's side data;
/// <see href="../report.md#where-the-fields-of-the-description-come-from">what differs</see>.
/// </summary>
/// <remarks>A member is absent if the file does not say.</remarks>
public sealed record MasteringDisplay
{
    /// <summary>CIE 1931 x of red.</summary>
    /// <example>"35400/50000"</example>
    public Rational? RedX { get; init; }

    /// <summary>CIE 1931 y of red.</summary>
    /// <example>"14600/50000"</example>
    public Rational? RedY { get; init; }

    /// <summary>CIE 1931 x of green.</summary>
    /// <example>"8500/50000"</example>
    public Rational? GreenX { get; init; }

    /// <summary>CIE 1931 y of green.</summary>
    /// <example>"39850/50000"</example>
    public Rational? GreenY { get; init; }

    /// <summary>CIE 1931 x of blue.</summary>
    /// <example>"6550/50000"</example>
    public Rational? BlueX { get; init; }

    /// <summary>CIE 1931 y of blue.</summary>
    /// <example>"2300/50000"</example>
    public Rational? BlueY { get; init; }

    /// <summary>CIE 1931 x of the white point.</summary>
    /// <example>"15635/50000"</example>
    public Rational? WhitePointX { get; init; }

    /// <summary>CIE 1931 y of the white point.</summary>
    /// <example>"16450/50000"</example>
    public Rational? WhitePointY { get; init; }

    /// <summary>Minimum luminance in cd/m2.</summary>
    /// <example>"50/10000"</example>
    public Rational? MinLuminance { get; init; }

    /// <summary>Maximum luminance in cd/m2.</summary>
    /// <example>"10000000/10000"</example>
    public Rational? MaxLuminance { get; init; }
}
