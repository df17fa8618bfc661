using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.IO.Compression;
using System.Text;

namespace MediaInfo.TestSupport.Hostile;

/// <summary>Writes the building blocks of containers.</summary>
public static class Bytes
{
    private static readonly ConcurrentDictionary<int, byte[]> Packed = [];

    /// <summary>Concatenates the parts.</summary>
    public static byte[] Join(params IEnumerable<byte[]> parts) => [.. parts.SelectMany(part => part)];

    public static byte[] Repeat(byte[] part, int count)
    {
        var all = new byte[part.Length * count];
        for (var i = 0; i < count; i++)
        {
            part.CopyTo(all, i * part.Length);
        }

        return all;
    }

    public static byte[] Filled(byte value, int count)
    {
        var all = new byte[count];
        Array.Fill(all, value);
        return all;
    }

    public static byte[] Ascii(string text) => Encoding.Latin1.GetBytes(text);

    public static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    public static byte[] Be16(int value) => [(byte)(value >> 8), (byte)value];

    public static byte[] Be32(long value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, (uint)value);
        return bytes;
    }

    public static byte[] Be64(ulong value)
    {
        var bytes = new byte[8];
        BinaryPrimitives.WriteUInt64BigEndian(bytes, value);
        return bytes;
    }

    public static byte[] Le16(int value) => [(byte)value, (byte)(value >> 8)];

    public static byte[] Le32(long value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, (uint)value);
        return bytes;
    }

    public static byte[] Le64(ulong value)
    {
        var bytes = new byte[8];
        BinaryPrimitives.WriteUInt64LittleEndian(bytes, value);
        return bytes;
    }

    /// <summary>Zeros, compressed by zlib to a thousandth of their size.</summary>
    public static byte[] ZlibOfZeros(int count) => Packed.GetOrAdd(count, Pack);

    public static byte[] GzipOfZeros(int count)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            gzip.Write(new byte[count]);
        }

        return packed.ToArray();
    }

    /// <summary>A clip of tests/media.</summary>
    public static byte[] Clip(string name) => File.ReadAllBytes(TestSupport.RepositoryRoot.Combine("tests", "media", name));

    private static byte[] Pack(int count)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            zlib.Write(new byte[count]);
        }

        return packed.ToArray();
    }
}
