using MediaInfo.Core.Media;
using MediaInfo.Core.Media.Rules;
using MediaInfo.Probing.Headers;

namespace MediaInfo.Probing.Descriptions.Rules;

/// <summary>
/// An encrypted MP4 says so, with its scheme (ISO/IEC 23001-7, schm). ffprobe prints the tag of the format that was
/// encrypted, so nothing in its report shows it; where the box frma is missing, it knows no codec, and the codec's
/// configuration names it.
/// </summary>
internal sealed class EncryptedTracks : IMediaRule<RuleFacts>
{
    /// <inheritdoc />
    public MediaDescription Apply(MediaDescription media, RuleFacts facts)
    {
        var marked = media.WithStreams(stream => facts.TrackOf(stream) is { IsEncrypted: true } track
            ? stream with
            {
                Encryption = track.Scheme ?? EncryptionFacts.Unnamed,
                CodecName = stream.CodecName ?? CodecOf(track),
            }
            : stream);
        return marked.Streams.FirstOrDefault(stream => stream.Encryption is not null)?.Encryption is { } scheme
            ? marked with { Container = marked.Container with { Encryption = marked.Container.Encryption ?? scheme } }
            : media;
    }

    private static string? CodecOf(IsoTrack track) => track.EntryBoxes.Select(box => box switch
    {
        "avcC" => "h264",
        "hvcC" => "hevc",
        "vvcC" => "vvc",
        "av1C" => "av1",
        "vpcC" => "vp9",
        "esds" => track.Channels is null ? "mpeg4" : "aac",
        "dac3" => "ac3",
        "dec3" => "eac3",
        "dac4" => "ac4",
        "dOps" => "opus",
        "dfLa" => "flac",
        _ => null,
    }).FirstOrDefault(name => name is not null);
}
