using System.Collections.Concurrent;
using System.Text;
using MediaInfo.Core.Media;
using MediaInfo.Core.Objects;
using MediaInfo.Probing.Reading;

namespace MediaInfo.Probing.Playlists;

/// <summary>
/// Reads what an HLS playlist or DASH manifest says and ffprobe does not print, and sums the sizes of the segments, which
/// ffprobe does not look at.
/// </summary>
public sealed class PlaylistReader(ObjectUrl urls)
{
    private const int MaxPlaylistBytes = 4 * 1024 * 1024;
    private const int SegmentsAtOnce = 8;

    // Of AES-128, the only method that encrypts whole segments.
    private const long KeyBytes = 16;

    /// <summary>What the job's object says of its presentation; null if it is neither a playlist nor a manifest.</summary>
    public async Task<PlaylistFacts?> ReadAsync(ProbeSession session, CancellationToken cancellationToken)
    {
        var url = new Uri(ObjectUrl.Of(session.Source));
        if (await OutlineAsync(session, session.Source.Key, cancellationToken) is not { } outline)
        {
            return null;
        }

        var (at, leading) = (url, outline);
        if (outline.VariantUri is { } variant
            && KeyOf(session.Source.Bucket, url, variant) is { } key
            && Uri.TryCreate(url, variant, out var its)
            && await OutlineAsync(session, key, cancellationToken) is { } media)
        {
            (at, leading) = (its, media);
        }

        var isUnreadable = leading.FirstKey is { } reference && !await HasKeyAsync(session, at, reference, cancellationToken);
        return new PlaylistFacts(
            await SumAsync(session, url, outline.Segments, cancellationToken), isUnreadable ? outline.Bandwidth : null)
        {
            IsDash = outline.IsDash,
            IsLive = leading.IsLive,
            Duration = leading.Duration,
            Encryption = outline.Encryption ?? leading.Encryption,
            IsUnreadable = isUnreadable,
            Variant = outline.Variant,
        };
    }

    private async Task<bool> HasKeyAsync(
        ProbeSession session, Uri playlist, string reference, CancellationToken cancellationToken)
    {
        try
        {
            return KeyOf(session.Source.Bucket, playlist, reference) is { } key
                && await session.FindAsync(key, cancellationToken) is { Size: KeyBytes };
        }
        catch (UnauthorizedAccessException)
        {
            return false;
        }
    }

    private async Task<long?> SumAsync(
        ProbeSession session, Uri url, IReadOnlyList<PlaylistSegment>? segments, CancellationToken cancellationToken)
    {
        if (segments is null)
        {
            return null;
        }

        var known = segments.Sum(segment => (decimal)(segment.Bytes ?? 0));
        var times = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var segment in segments.Where(segment => segment.Bytes is null))
        {
            if (KeyOf(session.Source.Bucket, url, segment.Uri) is not { } key)
            {
                return null;
            }

            times[key] = times.GetValueOrDefault(key) + 1;
        }

        return await SumAsync(session, times, cancellationToken) is { } sum && known + sum <= long.MaxValue
            ? (long)(known + sum)
            : null;
    }

    // Many segments usually share a prefix: then one list request gives their sizes.
    private static async Task<decimal?> SumAsync(
        ProbeSession session, Dictionary<string, int> times, CancellationToken cancellationToken)
    {
        var listed = times.Count > SegmentsAtOnce
            ? await session.ListAsync(CommonPrefix([.. times.Keys]), cancellationToken)
            : null;
        var sizes = new ConcurrentBag<decimal?>();
        var limits = new ParallelOptions { MaxDegreeOfParallelism = SegmentsAtOnce, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(times, limits, async (one, token) =>
        {
            var size = listed?.TryGetValue(one.Key, out var known) == true
                ? known
                : (await session.FindAsync(one.Key, token))?.Size;
            sizes.Add((decimal?)size * one.Value);
        });
        return sizes.Contains(null) ? null : sizes.Sum();
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

    private async Task<PlaylistOutline?> OutlineAsync(ProbeSession session, string key, CancellationToken cancellationToken)
    {
        var reader = session.Read(key, first: 0);
        if (await reader.OpenAsync(cancellationToken) != ObjectReadStatus.Ok || reader.Properties!.Size > MaxPlaylistBytes)
        {
            return null;
        }

        var text = Encoding.UTF8.GetString(await session.Decoded.TakeAsync(key, MaxPlaylistBytes, cancellationToken));
        return MediaPlaylist.Parse(text, cancellationToken)
            ?? DashManifest.Parse(text, DashAddresses.In(session.Source with { Key = key }, urls), cancellationToken);
    }
}
