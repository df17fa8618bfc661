using System.Text.Json;

namespace MediaInfo.Core.Tags.External;

/// <summary>What the recogniser of the operator's own is told.</summary>
/// <param name="JobId">The job's id; the same if the call is repeated.</param>
/// <param name="Account">The account whose job it is.</param>
/// <param name="Frames">The frames, in order of time; empty for an object without a picture.</param>
/// <param name="Sound">The sound in parts, in order of time; empty if the settings do not ask for it, or there is none.</param>
public sealed record RequestBody(
    string JobId, string Account, IReadOnlyList<FrameLink> Frames, IReadOnlyList<SoundLink> Sound)
{
    /// <summary>The caller's title of the object; absent for none.</summary>
    public string? Title { get; init; }

    /// <summary>The caller's description of the object; absent for none.</summary>
    public string? Content { get; init; }

    /// <summary>Options as the caller gave them; absent for none.</summary>
    public JsonElement? Parameters { get; init; }

    /// <summary>The length of the object in seconds; absent if unknown.</summary>
    public decimal? Duration { get; init; }

    /// <summary>Its width on screen in pixels; absent without a picture.</summary>
    public int? Width { get; init; }

    /// <summary>Its height on screen in pixels; absent without a picture.</summary>
    public int? Height { get; init; }

    /// <summary>The request as JSON.</summary>
    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, ExternalJson.Default.RequestBody);
}
