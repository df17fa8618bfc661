namespace MediaInfo.Core.Media.Building;

/// <summary>The bit rate of a file's only video stream where the container does not state it.</summary>
internal static class StreamBitRates
{
    /// <summary>
    /// The container's rate without all known audio. Exactly so in a live response of the service: 549969 less 62015 is 487954.
    /// Audio of unknown rate takes nothing away, as with the 888.563 that IMS's page has for both file and video.
    /// </summary>
    /// <remarks>How two videos share what is left nobody knows, so neither gets a rate. Cover pictures do not count.</remarks>
    internal static IReadOnlyList<VideoStream> WithDerived(
        IReadOnlyList<VideoStream> videos, IReadOnlyList<AudioStream> audio, long? containerRate)
    {
        var moving = videos.Where(video => !video.IsAttachedPicture).Take(2).ToList();
        var rest = containerRate - audio.Sum(stream => stream.BitRate ?? 0);
        return moving is [{ BitRate: null } only] && rest > 0
            ? [.. videos.Select(video => ReferenceEquals(video, only) ? video with { DerivedBitRate = rest } : video)]
            : videos;
    }
}
