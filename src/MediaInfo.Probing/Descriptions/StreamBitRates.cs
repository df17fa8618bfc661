using MediaInfo.Core.Media;
namespace MediaInfo.Probing.Descriptions;

/// <summary>The bit rate of a file's only video stream, if the container does not state it.</summary>
internal static class StreamBitRates
{
    /// <summary>
    /// The container's rate minus all known audio rates. A live response of the service matches exactly: 549969 less 62015 is
    /// 487954. Audio of unknown rate subtracts nothing: IMS's page has 888.563 for both the file and the video.
    /// </summary>
    /// <remarks>How several videos share the remainder is unknown, so none gets a rate. Cover pictures do not count.</remarks>
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
