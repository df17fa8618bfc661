using MediaInfo.Core.Media;
using MediaInfo.Probing.Output;

namespace MediaInfo.Probing.Descriptions;

/// <summary>Describes the container.</summary>
internal static class ContainerBuilder
{
    internal static ContainerDescription Build(FfprobeReport report, long? objectSize, PlaylistFacts? playlist)
    {
        var format = report.Format ?? new FfprobeFormat();
        var duration = ProbeNumbers.Duration(format.Duration);
        return new ContainerDescription
        {
            FormatName = Name(format),
            FormatLongName = ProbeNumbers.Text(format.FormatLongName),
            StartTime = ProbeNumbers.Seconds(format.StartTime),
            Duration = duration,
            BitRate = IsPlaylist(format)
                ? PlaylistBitRate.Of(report, playlist, duration)
                : ProbeNumbers.Positive(format.BitRate),
            Size = objectSize ?? ProbeNumbers.Positive(format.Size),
            ProgramCount = ProbeNumbers.Integer(format.NbPrograms),
            StreamCount = ProbeNumbers.Integer(format.NbStreams),
            ProbeScore = ProbeNumbers.Integer(format.ProbeScore),
            Tags = ProbeTags.Of(format.Tags),
        };
    }

    /// <summary>
    /// FFmpeg has since shortened its HLS demuxer's name; IMS still returns the old name ("SubmitMediaInfoJob").
    /// </summary>
    private static string? Name(FfprobeFormat format) => format.FormatName switch
    {
        "hls" => "hls,applehttp",
        var name => ProbeNumbers.Text(name),
    };

    private static bool IsPlaylist(FfprobeFormat format) => format.FormatName is "hls" or "hls,applehttp" or "dash";
}
