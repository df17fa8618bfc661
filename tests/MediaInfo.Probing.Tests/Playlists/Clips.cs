using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using MediaInfo.TestSupport;

namespace MediaInfo.Probing.Tests.Playlists;

/// <summary>Parts of the clips in tests/media/streams, of which the presentations are made.</summary>
internal static class Clips
{
    public const int PacketSize = 188;

    public static readonly byte[] Key = Encoding.ASCII.GetBytes("0123456789abcdef");

    /// <summary>A transport stream of four seconds, with a key frame at the start of each.</summary>
    public static readonly byte[] Stream = Read("both.ts");

    /// <summary>Offsets of its four seconds, and its length.</summary>
    public static readonly int[] Seconds = [0, 17_672, 34_780, 53_016, 71_064];

    /// <summary>Fragments of a second with picture and sound.</summary>
    public static readonly byte[] Both = Read("both.mp4");

    /// <summary>The same without sound.</summary>
    public static readonly byte[] Picture = Read("picture.mp4");

    /// <summary>The same without a picture.</summary>
    public static readonly byte[] Tone = Read("tone.mp4");

    /// <summary>A second of the transport stream.</summary>
    public static byte[] Second(int number) => Stream[Seconds[number]..Seconds[number + 1]];

    /// <summary>The initialisation section: everything before the index.</summary>
    public static byte[] Head(byte[] clip) => clip[..(int)Boxes(clip).First(box => box.Type is "sidx").Offset];

    /// <summary>Where the index is: all sidx boxes.</summary>
    public static (int First, int End) Index(byte[] clip)
    {
        var boxes = Boxes(clip).Where(box => box.Type is "sidx").ToList();
        return (boxes[0].Offset, boxes[^1].Offset + boxes[^1].Size);
    }

    /// <summary>Where the fragments are.</summary>
    public static IReadOnlyList<(int First, int Size)> Fragments(byte[] clip) =>
        [.. Boxes(clip).Where(box => box.Type is "moof").Select(moof => (
            moof.Offset, moof.Size + Boxes(clip).First(box => box.Offset == moof.Offset + moof.Size).Size))];

    /// <summary>A fragment.</summary>
    public static byte[] Fragment(byte[] clip, int number)
    {
        var (first, size) = Fragments(clip)[number];
        return clip[first..(first + size)];
    }

    /// <summary>Encrypted as RFC 8216 says of AES-128: CBC with PKCS7 padding.</summary>
    public static byte[] Encrypted(byte[] content, byte[] iv)
    {
        using var aes = Aes.Create();
        aes.Key = Key;
        return aes.EncryptCbc(content, iv);
    }

    /// <summary>The initialisation vector of a segment that names none: its number.</summary>
    public static byte[] Vector(int number)
    {
        var iv = new byte[16];
        BinaryPrimitives.WriteInt32BigEndian(iv.AsSpan(12), number);
        return iv;
    }

    private static byte[] Read(string name) =>
        File.ReadAllBytes(RepositoryRoot.Combine("tests", "media", "streams", name));

    private static IEnumerable<(int Offset, int Size, string Type)> Boxes(byte[] clip)
    {
        for (var at = 0; at < clip.Length;)
        {
            var size = BinaryPrimitives.ReadInt32BigEndian(clip.AsSpan(at));
            yield return (at, size, Encoding.ASCII.GetString(clip, at + 4, 4));
            at += size;
        }
    }
}
