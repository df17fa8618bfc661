namespace MediaInfo.Api.Reports.Wire;

/// <summary>A picture that a job made. Source: our own.</summary>
/// <param name="Url">A signed address, valid for an hour.</param>
/// <param name="Width">The width in pixels.</param>
/// <param name="Height">The height in pixels.</param>
public sealed record MadePictureFile(string Url, int Width, int Height)
{
    /// <summary>The time of the frame in seconds from the object's beginning; absent if unknown.</summary>
    public double? At { get; init; }
}
