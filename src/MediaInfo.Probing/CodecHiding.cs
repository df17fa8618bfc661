using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using MediaInfo.Probing.Descriptions;
using MediaInfo.Probing.Headers;

namespace MediaInfo.Probing;

/// <summary>
/// Finds out which codec makes ffprobe refuse a whole file, and hides it. ffprobe names the stream if a decoder refuses it;
/// if the demuxer does, each track is tried.
/// </summary>
internal static partial class CodecHiding
{
    private const int MaxTracks = 8;

    // So FFmpeg says it, too, if a table of keys claims billions of entries.
    private const string NoMemory = "Cannot allocate memory";
    private const int MatroskaHead = 1 << 20;
    private const byte CodecId = 0x86;

    // FFmpeg skips boxes of this type.
    private static readonly ReadOnlyMemory<byte> Free = "free"u8.ToArray();
    private static readonly ReadOnlyMemory<byte> Unknown = "X"u8.ToArray();

    /// <summary>What to hide next; empty if nothing is left to try.</summary>
    /// <param name="session">The step's view of storage.</param>
    /// <param name="messages">What ffprobe said when it refused the file.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    /// <exception cref="IOException">Storage failed; retry.</exception>
    internal static async Task<IReadOnlyList<HiddenCodec>> CandidatesAsync(
        ProbeSession session, string messages, CancellationToken cancellationToken)
    {
        var hidden = session.Hidden ?? new HiddenCodec();
        if (Named(messages) is { } stream)
        {
            return hidden.Streams.ContainsKey(stream) ? [] : await OfStreamAsync(session, hidden, stream, cancellationToken);
        }

        // A file without an index is cut, and no codec is to blame. Without its only track nothing is left.
        if (session.Hidden is not null
            || await HeaderReader.MovieAsync(session, cancellationToken) is not { Tracks: { Count: > 1 } tracks })
        {
            return [];
        }

        var keys = new HiddenCodec { Places = [.. tracks.SelectMany(track => track.SampleKeysAt).Select(at => (at, Free))] };
        return messages.Contains(NoMemory, StringComparison.Ordinal) ? keys.Places.Count > 0 ? [keys] : [] :
        [
            .. keys.Places.Count > 0 ? new[] { keys } : [],
            .. tracks.Take(MaxTracks).SelectMany((track, index) => Without(keys, index, track)),
        ];
    }

    private static async Task<IReadOnlyList<HiddenCodec>> OfStreamAsync(
        ProbeSession session, HiddenCodec hidden, int stream, CancellationToken cancellationToken)
    {
        if (await HeaderReader.MovieAsync(session, cancellationToken) is { } movie)
        {
            return stream < movie.Tracks.Count ? [.. Without(hidden, stream, movie.Tracks[stream])] : [];
        }

        var head = await session.Read(session.Source.Key, 0, MatroskaHead - 1).TakeAsync(MatroskaHead, cancellationToken);
        return CodecIdIn(head, stream) is { } found
            ? [hidden.With(stream, found.Codec, found.Offset, Unknown)]
            : [];
    }

    private static IEnumerable<HiddenCodec> Without(HiddenCodec hidden, int index, IsoTrack track) =>
        track.DescriptionAt is { } at ? [hidden.With(index, codec: null, at, Free)] : [];

    private static int? Named(string messages) =>
        Refusal().Match(messages) is { Success: true } refusal
        && int.TryParse(refusal.Groups["stream"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var stream)
            ? stream
            : null;

    // The element CodecID, its size, and a name such as "A_AAC" (RFC 9559, 5.1.4.1.21), once in each track.
    private static (string Codec, long Offset)? CodecIdIn(ReadOnlySpan<byte> head, int stream)
    {
        if (!EbmlElement.Begins(head))
        {
            return null;
        }

        var seen = 0;
        for (var at = 0; at + 4 < head.Length; at++)
        {
            var length = head[at + 1] & 0x7F;
            var isId = head[at] == CodecId && head[at + 1] > 0x80 && length is > 2 and < 64 && head[at + 3] == '_'
                && head[at + 2] is (byte)'A' or (byte)'V' or (byte)'S' or (byte)'B' && at + 2 + length <= head.Length;
            if (isId && seen++ == stream)
            {
                return (Encoding.ASCII.GetString(head.Slice(at + 2, length)), at + 4);
            }
        }

        return null;
    }

    [GeneratedRegex(@"Could not open codec for input stream (?<stream>\d{1,4})", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Refusal();
}
