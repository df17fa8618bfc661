namespace MediaInfo.Core.Media;

/// <summary>The colour volume of the mastering display (SMPTE ST 2086), as unreduced ratios.</summary>
public sealed record MasteringDisplay
{
    /// <summary>CIE 1931 x of red.</summary>
    public Rational? RedX { get; init; }

    /// <summary>CIE 1931 y of red.</summary>
    public Rational? RedY { get; init; }

    /// <summary>CIE 1931 x of green.</summary>
    public Rational? GreenX { get; init; }

    /// <summary>CIE 1931 y of green.</summary>
    public Rational? GreenY { get; init; }

    /// <summary>CIE 1931 x of blue.</summary>
    public Rational? BlueX { get; init; }

    /// <summary>CIE 1931 y of blue.</summary>
    public Rational? BlueY { get; init; }

    /// <summary>CIE 1931 x of the white point.</summary>
    public Rational? WhitePointX { get; init; }

    /// <summary>CIE 1931 y of the white point.</summary>
    public Rational? WhitePointY { get; init; }

    /// <summary>Minimum luminance in cd/m2.</summary>
    public Rational? MinLuminance { get; init; }

    /// <summary>Maximum luminance in cd/m2.</summary>
    public Rational? MaxLuminance { get; init; }
}
