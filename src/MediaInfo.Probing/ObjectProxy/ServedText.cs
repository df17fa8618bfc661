using System.Text;
using MediaInfo.Core.Objects;
using MediaInfo.Probing.Playlists;
using MediaInfo.Probing.Reading;

namespace MediaInfo.Probing.ObjectProxy;

/// <summary>Objects that ffprobe gets other than they are stored: those that are compressed, and DASH manifests.</summary>
internal sealed class ServedText(ProbeSession session, ObjectUrl urls)
{
    private const int SniffedBytes = 1024;

    /// <summary>What ffprobe gets instead of the stored bytes; null if it gets those.</summary>
    /// <param name="key">The object's key.</param>
    /// <param name="properties">Its properties.</param>
    /// <param name="first">The first byte that ffprobe asks for. It reads a manifest whole.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    public async Task<byte[]?> FindAsync(
        string key, ObjectProperties properties, long first, CancellationToken cancellationToken)
    {
        if (properties.Size > DecodedObjects.MaxBytes)
        {
            return null;
        }

        var text = await session.Decoded.FindAsync(key, properties, cancellationToken);

        // No playlist plays a manifest, so only the job's own object may be one.
        return first == 0 && string.Equals(key, session.Source.Key, StringComparison.Ordinal)
            && ManifestTree.Begins(Begin(text) ?? await TakeAsync(key, SniffedBytes, cancellationToken))
            ? Manifest(text ?? await TakeAsync(key, DecodedObjects.MaxBytes, cancellationToken), cancellationToken) ?? text
            : text;
    }

    private static byte[]? Begin(byte[]? text) => text?[..Math.Min(text.Length, SniffedBytes)];

    private Task<byte[]> TakeAsync(string key, int count, CancellationToken cancellationToken) =>
        session.Read(key, first: 0).TakeAsync(count, cancellationToken);

    // Spaces at the end keep the size that ffprobe prints, if there is room for them.
    private byte[]? Manifest(byte[] text, CancellationToken cancellationToken)
    {
        var served = ServedManifest.Of(
            Encoding.UTF8.GetString(text), DashAddresses.In(session.Source, urls), cancellationToken) is { } written
                ? Encoding.UTF8.GetBytes(written)
                : null;
        return served is null ? null : [.. served, .. Enumerable.Repeat((byte)' ', Math.Max(0, text.Length - served.Length))];
    }
}
