using MediaInfo.Core.Objects;

namespace MediaInfo.Probing.ObjectProxy;

/// <summary>Objects that ffprobe gets other than they are stored: those that are compressed, and DASH manifests.</summary>
internal sealed class ServedText(ProbeSession session)
{
    private const int SniffedBytes = 1024;

    /// <summary>What ffprobe gets instead of the stored bytes; null if it gets those.</summary>
    /// <param name="key">The object's key.</param>
    /// <param name="properties">Its properties.</param>
    /// <param name="first">The first byte that ffprobe asks for.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    public async Task<byte[]?> FindAsync(
        string key, ObjectProperties properties, long first, CancellationToken cancellationToken)
    {
        if (properties.Size > Reading.DecodedObjects.MaxBytes)
        {
            return null;
        }

        var text = await session.Decoded.FindAsync(key, properties, cancellationToken);
        if (text is null && first == 0
            && ServedManifest.Begins(await session.Read(key, first: 0).TakeAsync(SniffedBytes, cancellationToken)))
        {
            text = await session.Read(key, first: 0).TakeAsync(Reading.DecodedObjects.MaxBytes, cancellationToken);
        }

        if (text is not null && ServedManifest.Begins(text.AsSpan(0, Math.Min(text.Length, SniffedBytes))))
        {
            ServedManifest.Correct(text);
        }

        return text;
    }
}
