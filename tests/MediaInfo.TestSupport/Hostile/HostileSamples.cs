namespace MediaInfo.TestSupport.Hostile;

/// <summary>All hostile objects, generated anew and always the same.</summary>
public static class HostileSamples
{
    public static IReadOnlyList<HostileSample> All(HostileTargets to) =>
        [
            .. HostilePlaylists.All(to),
            .. HostileMp4.All(to),
            .. HostileMatroska.All(to),
            .. HostileStreams.All(),
            .. HostilePictures.All(to),
            .. HostileOthers.All(),
        ];
}
