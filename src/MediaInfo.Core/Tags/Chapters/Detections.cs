namespace MediaInfo.Core.Tags.Chapters;

/// <summary>What was detected in an object. Each list is in order of time.</summary>
/// <param name="Changes">The changes of scene.</param>
/// <param name="Black">Where the picture is black.</param>
/// <param name="Silence">Where the sound is silent.</param>
public sealed record Detections(
    IReadOnlyList<SceneChange> Changes, IReadOnlyList<Stretch> Black, IReadOnlyList<Stretch> Silence)
{
    /// <summary>Whether the object has a picture that changes: then silence alone begins no chapter.</summary>
    public required bool HasPicture { get; init; }

    /// <summary>The length of the object in seconds.</summary>
    public required double Duration { get; init; }
}
