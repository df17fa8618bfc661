using MediaInfo.Core.Media;
using MediaInfo.Probing.Output;

namespace MediaInfo.Probing.Descriptions;

/// <summary>Fills in what all kinds of streams have in common.</summary>
internal static class CommonFields
{
    internal static int Index(FfprobeStream stream) => ProbeNumbers.Integer(stream.Index) ?? 0;

    internal static T Fill<T>(FfprobeStream stream, T description)
        where T : MediaStream
    {
        var tags = ProbeTags.Of(stream.Tags);
        return description with
        {
            Id = ProbeNumbers.Text(stream.Id),
            CodecName = ProbeNumbers.Text(stream.CodecName),
            CodecLongName = ProbeNumbers.Text(stream.CodecLongName),
            Profile = ProbeNumbers.Text(stream.Profile),
            CodecTagString = ProbeNumbers.Text(stream.CodecTagString),
            CodecTag = ProbeNumbers.Text(stream.CodecTag),
            TimeBase = ProbeNumbers.Ratio(stream.TimeBase),
            StartTime = ProbeNumbers.Seconds(stream.StartTime),
            Duration = ProbeNumbers.Duration(stream.Duration),
            BitRate = ProbeNumbers.Positive(stream.BitRate),
            FrameCount = ProbeNumbers.Positive(stream.NbFrames),
            Language = ProbeNumbers.Text(tags.Find("language")),
            Title = tags.Find("title"),
            Tags = tags,
            Dispositions = [.. Flags(stream).Where(flag => flag.Value is "1").Select(flag => flag.Key)],
        };
    }

    private static TextDictionary Flags(FfprobeStream stream) => stream.Disposition ?? TextDictionary.Empty;
}
