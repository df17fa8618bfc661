namespace MediaInfo.Api.Reports.Wire;

/// <summary>The response of GetPictures.</summary>
/// <param name="RequestId">The request's id.</param>
/// <param name="Pictures">The snapshots and covers, in order of time, at most 500.</param>
/// <param name="Sprites">The pictures that hold grids of frames, at most 500.</param>
/// <param name="WebVtt">The signed address of the WebVTT file; absent if the job made none.</param>
public sealed record GetPicturesResponse(
    string RequestId, IReadOnlyList<MadePictureFile> Pictures, IReadOnlyList<MadeSprite> Sprites, string? WebVtt)
{
    /// <summary>How many more pictures the job made; absent for none.</summary>
    /// <example>100</example>
    public int? Omitted { get; init; }
}
