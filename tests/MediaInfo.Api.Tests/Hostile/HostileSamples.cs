namespace MediaInfo.Api.Tests.Hostile;

/// <summary>All hostile objects, made anew and the same each time.</summary>
internal static class HostileSamples
{
    public static IReadOnlyList<HostileSample> All(HostileTargets to) =>
        [.. HostilePlaylists.All(to), .. HostileMp4.All(to), .. HostileMatroska.All(to), .. HostileStreams.All(), .. HostilePictures.All(to), .. HostileOthers.All()];
}
