using MediaInfo.Core.Media;
using MediaInfo.Core.Media.Rules;

namespace MediaInfo.Probing.Descriptions.Rules;

/// <summary>
/// AAC with one header for the whole file (ADIF) is described by it. FFmpeg has a decoder for it but no demuxer, and refuses
/// the file. The header has a bit rate, from which the duration is an estimate.
/// </summary>
internal sealed class RefusedAdif : IMediaRule<RuleFacts>
{
    private const decimal BitsPerByte = 8;

    /// <inheritdoc />
    public MediaDescription Apply(MediaDescription media, RuleFacts facts)
    {
        if (facts.Report.Format is not null || facts.Headers.Adif is not { } adif)
        {
            return media;
        }

        var duration = adif.BitRate is > 0 and var rate && media.Container.Size is { } size
            ? Math.Round(size * BitsPerByte / rate, 6)
            : (decimal?)null;
        return media with
        {
            Container = media.Container with
            {
                FormatName = "aac",
                FormatLongName = "AAC (Audio Data Interchange Format)",
                Duration = duration,
                BitRate = adif.BitRate,
                ProgramCount = 0,
                StreamCount = 1,
            },
            AudioStreams =
            [
                new AudioStream
                {
                    Index = 0,
                    CodecName = "aac",
                    CodecLongName = "AAC (Advanced Audio Coding)",
                    Profile = adif.Profile,
                    CodecTimeBase = CodecTimeBases.OfAudio(adif.SampleRate),
                    Duration = duration,
                    BitRate = adif.BitRate,
                    SampleRate = adif.SampleRate,
                    Channels = adif.Channels,
                },
            ],
            DurationInaccurate = duration is not null,
        };
    }
}
