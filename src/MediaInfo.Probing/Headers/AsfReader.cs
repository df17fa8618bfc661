using System.Buffers.Binary;

namespace MediaInfo.Probing.Headers;

/// <summary>Reads from the header of an ASF file (Advanced Systems Format, 3) whether it is protected.</summary>
internal sealed class AsfReader(HeaderWindow window)
{
    private const string Protection = "WMDRM";
    private const int FirstObject = 30;
    private const int ObjectHeader = 24;
    private const int FlagsAt = 72;
    private const int EncryptedFlag = 0x8000;
    private const int MaxObjects = 1_000;

    private static readonly Guid StreamProperties = new("B7DC0791-A9B7-11CF-8EE6-00C00C205365");
    private static readonly Guid ContentEncryption = new("2211B3FB-BD23-11D2-B4B7-00A0C955FC6E");
    private static readonly Guid ExtendedContentEncryption = new("298AE614-2622-4C17-B935-DAE07EE9289C");

    /// <summary>How the file is protected; null if it is not.</summary>
    internal async Task<EncryptionFacts?> ReadAsync(CancellationToken cancellationToken)
    {
        var (streams, encrypted, isProtected, at) = (0, new Dictionary<int, string>(), false, (long)FirstObject);
        var head = await window.AtAsync(0, FirstObject, cancellationToken);
        var end = head.Length < FirstObject ? 0 : BinaryPrimitives.ReadInt64LittleEndian(head.Span[16..]);
        for (var objects = 0; objects < MaxObjects && at < end; objects++)
        {
            var one = await window.AtAsync(at, FlagsAt + 2, cancellationToken);
            if (one.Length < ObjectHeader)
            {
                break;
            }

            var id = new Guid(one.Span[..16]);
            isProtected |= id == ContentEncryption || id == ExtendedContentEncryption;
            if (id == StreamProperties && one.Length == FlagsAt + 2)
            {
                _ = (BinaryPrimitives.ReadUInt16LittleEndian(one.Span[FlagsAt..]) & EncryptedFlag) != 0
                    && encrypted.TryAdd(streams, Protection);
                streams++;
            }

            at += Math.Clamp(BinaryPrimitives.ReadInt64LittleEndian(one.Span[16..]), ObjectHeader, window.Size);
        }

        return isProtected || encrypted.Count > 0 ? new EncryptionFacts(Protection, encrypted) : null;
    }
}
