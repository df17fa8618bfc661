using System.Text;
using MediaInfo.Core.Objects;

namespace MediaInfo.Probing.ObjectProxy;

/// <summary>Objects that ffprobe gets other than they are stored.</summary>
/// <remarks>
/// A compressed object is unpacked. A dynamic DASH manifest is called static: FFmpeg takes a dynamic one for a broadcast, asks
/// for the segments of this moment by the clock, and waits for new ones until it is killed (libavformat/dashdec.c). In storage
/// the segments are those that the manifest lists.
/// </remarks>
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

        var unpacked = await session.Decoded.FindAsync(key, properties, cancellationToken);
        if (unpacked is null && first == 0)
        {
            var head = await session.Read(key, first: 0).TakeAsync(SniffedBytes, cancellationToken);
            return IsDynamic(head)
                ? Static(await session.Read(key, first: 0).TakeAsync(Reading.DecodedObjects.MaxBytes, cancellationToken))
                : null;
        }

        return unpacked is not null && IsDynamic(unpacked.AsSpan(0, Math.Min(unpacked.Length, SniffedBytes)))
            ? Static(unpacked)
            : unpacked;
    }

    private static bool IsDynamic(ReadOnlySpan<byte> head) => Find(head) >= 0;

    // Where the attribute's value is in the manifest's start tag; negative if there is none.
    private static int Find(ReadOnlySpan<byte> head)
    {
        var begin = head.IndexOf("<MPD"u8);
        var tag = begin < 0 ? [] : head[begin..];
        var end = tag.IndexOf((byte)'>');
        tag = end < 0 ? tag : tag[..end];
        var value = Math.Max(tag.IndexOf("type=\"dynamic\""u8), tag.IndexOf("type='dynamic'"u8));
        return value < 0 ? -1 : begin + value + "type=\""u8.Length;
    }

    // Of the same length, so that nothing else moves: the quote moves and a space follows it.
    private static byte[] Static(byte[] manifest)
    {
        var at = Find(manifest);
        var quote = manifest[at - 1];
        Encoding.ASCII.GetBytes("static").CopyTo(manifest, at);
        (manifest[at + "static".Length], manifest[at + "static".Length + 1]) = (quote, (byte)' ');
        return manifest;
    }
}
