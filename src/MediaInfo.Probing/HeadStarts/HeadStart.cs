using System.Text;
using MediaInfo.Core.Media;
using MediaInfo.Probing.Playlists;

namespace MediaInfo.Probing.HeadStarts;

/// <summary>Prefetches, in parallel with ffprobe, what the object's container will make it request next.</summary>
public sealed class HeadStart(PlaylistReader playlists)
{
    private const int SniffedBytes = 1024;

    // ffprobe reads this much of a transport stream's end to find its duration (libavformat, DURATION_MAX_READ_SIZE).
    private const long TransportStreamTail = 250_000;

    private static readonly int[] PacketSizes = [188, 192, 204];

    /// <summary>Prefetches whatever the container calls for.</summary>
    /// <returns>What an HLS playlist or DASH manifest says; null for anything else.</returns>
    /// <exception cref="IOException">Storage failed.</exception>
    public async Task<PlaylistFacts?> RunAsync(ProbeSession session, CancellationToken cancellationToken)
    {
        // Waits for ffprobe's first request: until then storage would send more than it may need.
        await session.Asked.WaitAsync(cancellationToken);
        var head = await session.Decoded.TakeAsync(session.Source.Key, SniffedBytes, cancellationToken);
        if (session.SourceProperties is not { } properties)
        {
            return null;
        }

        if (IsPlaylist(head))
        {
            return await playlists.ReadAsync(session, cancellationToken);
        }

        if (IsTransportStream(head))
        {
            var tail = Math.Min(TransportStreamTail, properties.Size);
            await session.BringAsync(session.Source.Key, properties.Size - tail, tail, cancellationToken);
        }
        else if (IsIsoMedia(head))
        {
            await new IsoMediaHeadStart(session, properties.Size).RunAsync(cancellationToken);
        }

        return null;
    }

    /// <summary>Whether the job's object looks like a playlist or a manifest, by bytes that ffprobe has read.</summary>
    internal static async Task<bool> IsPlaylistAsync(ProbeSession session, CancellationToken cancellationToken) =>
        IsPlaylist(await session.Decoded.TakeAsync(session.Source.Key, SniffedBytes, cancellationToken));

    private static bool IsPlaylist(ReadOnlySpan<byte> head) => head.StartsWith("#EXTM3U"u8) || ManifestTree.Begins(head);

    // Sync bytes at packet distance; 192-byte packets have 4 bytes before the sync byte (M2TS).
    private static bool IsTransportStream(byte[] head) => Array.Exists(
        PacketSizes,
        size => IsSync(head, size == 192 ? 4 : 0)
            && IsSync(head, (size == 192 ? 4 : 0) + size)
            && IsSync(head, (size == 192 ? 4 : 0) + (2 * size)));

    private static bool IsSync(byte[] head, int offset) => offset < head.Length && head[offset] == 0x47;

    private static bool IsIsoMedia(byte[] head) =>
        head.Length >= 8
        && Encoding.ASCII.GetString(head, 4, 4) is "ftyp" or "moov" or "mdat" or "free" or "skip" or "wide" or "styp";
}
