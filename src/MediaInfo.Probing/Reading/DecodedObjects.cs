using System.IO.Compression;
using MediaInfo.Core.Objects;

namespace MediaInfo.Probing.Reading;

/// <summary>
/// Objects that storage keeps compressed (Content-Encoding; RFC 9110, 8.4), as a player gets them: web servers and blobs send
/// such playlists with the header, and every player unpacks them. Small ones only, since a whole object must be unpacked.
/// </summary>
internal sealed class DecodedObjects(ProbeSession session)
{
    /// <summary>The largest object that is unpacked, and the most that it may become, in bytes.</summary>
    public const int MaxBytes = 4 * 1024 * 1024;

    private const int BufferBytes = 64 * 1024;

    /// <summary>The object's first bytes, unpacked: as many as asked, or fewer if it ends or cannot be read.</summary>
    public async Task<byte[]> TakeAsync(string key, int count, CancellationToken cancellationToken)
    {
        var reader = session.Read(key, first: 0);
        return await reader.OpenAsync(cancellationToken) != ObjectReadStatus.Ok ? []
            : await FindAsync(key, reader.Properties!, cancellationToken) is { } unpacked
                ? unpacked[..Math.Min(count, unpacked.Length)]
                : await reader.TakeAsync(count, cancellationToken);
    }

    /// <summary>The object unpacked; null if it is not compressed, too large, or not what its header says.</summary>
    public async Task<byte[]?> FindAsync(string key, ObjectProperties properties, CancellationToken cancellationToken)
    {
        if (properties.ContentEncoding is not { } coding || properties.Size > MaxBytes)
        {
            return null;
        }

        using var packed = new MemoryStream(await session.Read(key, first: 0).TakeAsync(MaxBytes, cancellationToken));
        await using var unpacking = Unpacking(coding, packed);
        return unpacking is null ? null : await UnpackAsync(unpacking, cancellationToken);
    }

    private static Stream? Unpacking(string coding, Stream packed) => coding.ToLowerInvariant() switch
    {
        "gzip" or "x-gzip" => new GZipStream(packed, CompressionMode.Decompress),
        "deflate" => new ZLibStream(packed, CompressionMode.Decompress),
        "br" => new BrotliStream(packed, CompressionMode.Decompress),
        _ => null,
    };

    private static async Task<byte[]?> UnpackAsync(Stream unpacking, CancellationToken cancellationToken)
    {
        using var unpacked = new MemoryStream();
        var buffer = new byte[BufferBytes];
        try
        {
            for (int read; (read = await unpacking.ReadAsync(buffer, cancellationToken)) > 0;)
            {
                if (unpacked.Length + read > MaxBytes)
                {
                    return null;
                }

                unpacked.Write(buffer, 0, read);
            }
        }
        catch (Exception e) when (e is InvalidDataException or InvalidOperationException)
        {
            // The header is wrong: the object is what its bytes are.
            return null;
        }

        return unpacked.ToArray();
    }
}
