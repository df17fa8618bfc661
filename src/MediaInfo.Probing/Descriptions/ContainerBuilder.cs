using MediaInfo.Core.Media;
using MediaInfo.Probing.Output;

namespace MediaInfo.Probing.Descriptions;

/// <summary>Describes the container.</summary>
internal static class ContainerBuilder
{
    internal static ContainerDescription Build(FfprobeReport report, long? objectSize)
    {
        var format = report.Format ?? new FfprobeFormat();
        return new ContainerDescription
        {
            FormatName = ProbeNumbers.Text(format.FormatName),
            FormatLongName = ProbeNumbers.Text(format.FormatLongName),
            StartTime = ProbeNumbers.Seconds(format.StartTime),
            Duration = ProbeNumbers.Duration(format.Duration),
            BitRate = ProbeNumbers.Positive(format.BitRate),
            Size = objectSize ?? ProbeNumbers.Positive(format.Size),
            ProgramCount = ProbeNumbers.Integer(format.NbPrograms),
            StreamCount = ProbeNumbers.Integer(format.NbStreams),
            ProbeScore = ProbeNumbers.Integer(format.ProbeScore),
            Tags = ProbeTags.Of(format.Tags),
        };
    }
}
