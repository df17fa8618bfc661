using System.Text;
using MediaInfo.Core.Media;
using MediaInfo.Core.Objects;
using MediaInfo.Probing.ObjectProxy;

namespace MediaInfo.Probing.Playlists;

/// <summary>Sums the sizes of an HLS media playlist's or DASH manifest's segments, which ffprobe does not look at.</summary>
public sealed class PlaylistSizer(ObjectUrl urls)
{
    private const int MaxPlaylistBytes = 4 * 1024 * 1024;
    private const int SegmentsAtOnce = 8;

    /// <summary>The total size of the playlist's segments; null if any size is unknown, as with a master playlist.</summary>
    public async Task<PlaylistFacts?> MeasureAsync(ProbeSession session, CancellationToken cancellationToken)
    {
        var url = new Uri(ObjectUrl.Of(session.Source));
        if (await ReadAsync(session, cancellationToken) is not { } text
            || SegmentsOf(url, text, cancellationToken) is not { } segments)
        {
            return null;
        }

        var known = segments.Sum(segment => (decimal)(segment.Bytes ?? 0));
        var whole = segments.Where(segment => segment.Bytes is null)
            .Select(segment => KeyOf(session.Source.Bucket, url, segment.Uri)).Distinct(StringComparer.Ordinal);
        return await SumAsync(session, [.. whole], cancellationToken) is { } sum && known + sum <= long.MaxValue
            ? new PlaylistFacts((long)known + sum, Bandwidth: null)
            : null;
    }

    private static IReadOnlyList<PlaylistSegment>? SegmentsOf(Uri url, string text, CancellationToken cancellationToken) =>
        MediaPlaylist.Parse(text, cancellationToken) ?? DashManifest.Parse(text, url, cancellationToken);

    // Many segments usually share a prefix: then one list request gives their sizes.
    private static async Task<long?> SumAsync(ProbeSession session, List<string?> keys, CancellationToken cancellationToken)
    {
        if (keys.Contains(null))
        {
            return null;
        }

        var listed = keys.Count > SegmentsAtOnce ? await session.ListAsync(CommonPrefix(keys!), cancellationToken) : null;
        long sum = 0;
        var unknown = false;
        var limits = new ParallelOptions { MaxDegreeOfParallelism = SegmentsAtOnce, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(keys, limits, async (key, token) =>
        {
            var size = listed?.TryGetValue(key!, out var known) == true ? known : (await session.FindAsync(key!, token))?.Size;
            if (size is null)
            {
                Volatile.Write(ref unknown, true);
            }

            Interlocked.Add(ref sum, size ?? 0);
        });
        return unknown ? null : sum;
    }

    private static string CommonPrefix(List<string> keys)
    {
        var length = keys.Min(key => key.AsSpan().CommonPrefixLength(keys[0]));
        return keys[0][..(length > 0 && char.IsHighSurrogate(keys[0][length - 1]) ? length - 1 : length)];
    }

    // Relative references resolve against the playlist's URL (RFC 8216, 4.1). References outside its bucket are not looked up.
    private string? KeyOf(string bucket, Uri playlist, string reference) =>
        Uri.TryCreate(playlist, reference, out var url)
        && urls.KeyIn(bucket, url.AbsoluteUri) is { Length: <= ObjectRef.MaxKeyLength } key
            ? key
            : null;

    private static async Task<string?> ReadAsync(ProbeSession session, CancellationToken cancellationToken)
    {
        var reader = session.Read(session.Source.Key, first: 0);
        if (await reader.OpenAsync(cancellationToken) != ObjectReadStatus.Ok || reader.Properties!.Size > MaxPlaylistBytes)
        {
            return null;
        }

        return Encoding.UTF8.GetString(await reader.TakeAsync(MaxPlaylistBytes, cancellationToken));
    }
}
