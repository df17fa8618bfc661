using System.Buffers.Binary;
using System.Text;

namespace MediaInfo.Probing.Tests.Support;

/// <summary>A fragmented MP4 file (ISO/IEC 14496-12) whose boxes have meaningless content.</summary>
internal static class FragmentedFile
{
    public const int HeadSize = 8 + 16;

    public static byte[] Box(string type, params byte[][] parts)
    {
        var body = Join(parts);
        return Join([Number(body.Length + 8), Encoding.ASCII.GetBytes(type), body]);
    }

    public static byte[] Full(string type, params byte[][] parts) => Box(type, [Number(0), .. parts]);

    public static byte[] Number(int value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, value);
        return bytes;
    }

    public static byte[] Join(params IEnumerable<byte[]> parts) => [.. parts.SelectMany(part => part)];

    /// <summary>A fragment with the given number of media bytes.</summary>
    public static byte[] Fragment(int media) => Join([Box("moof", Full("mfhd", Number(1))), Box("mdat", new byte[media])]);

    /// <summary>ftyp and moov, then the fragments, then the tail.</summary>
    /// <param name="fragments">The fragments.</param>
    /// <param name="tail">Creates the index from the offsets of the fragments; null for no index.</param>
    public static (byte[] Content, IReadOnlyList<long> Offsets) Of(
        IReadOnlyList<byte[]> fragments, Func<IReadOnlyList<long>, byte[]>? tail = null)
    {
        var begin = Join([Box("ftyp", new byte[16]), Box("moov", new byte[500])]);
        var offsets = new List<long>();
        var next = (long)begin.Length;
        foreach (var fragment in fragments)
        {
            offsets.Add(next);
            next += fragment.Length;
        }

        return (Join([begin, .. fragments, tail?.Invoke(offsets) ?? []]), offsets);
    }

    /// <summary>The index of one track, with 32-bit offsets and one-byte numbers.</summary>
    public static byte[] Index(IReadOnlyList<long> offsets) => Index(offsets, offsets.Count);

    /// <summary>The same, but it claims the given number of entries.</summary>
    public static byte[] Index(IReadOnlyList<long> offsets, int count)
    {
        var entries = offsets.Select(offset => Join([Number(0), Number((int)offset), [1, 1, 1]]));
        var track = Full("tfra", [Number(1), Number(0), Number(count), .. entries]);
        return Box("mfra", track, Full("mfro", Number(8 + track.Length + 16)));
    }
}
