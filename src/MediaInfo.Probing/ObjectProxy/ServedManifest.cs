using System.Text;

namespace MediaInfo.Probing.ObjectProxy;

/// <summary>Changes a DASH manifest where FFmpeg misreads it (libavformat/dashdec.c). Every byte keeps its place.</summary>
/// <remarks>
/// FFmpeg takes a dynamic manifest for a broadcast: it asks for the segments of this moment by the clock, and waits for new ones
/// until it is killed. In storage the segments are those that the manifest lists, so it is called static. FFmpeg takes the
/// number of a list's first segment (ISO/IEC 23009-1, 5.3.9.5) for its place in the list, and so misses as many segments as
/// that; its own muxer writes such lists. So that number is left out.
/// </remarks>
internal static class ServedManifest
{
    /// <summary>Whether a text begins as a manifest does.</summary>
    public static bool Begins(ReadOnlySpan<byte> head) => head.IndexOf("<MPD"u8) >= 0;

    /// <summary>Changes a manifest in place.</summary>
    public static void Correct(Span<byte> manifest)
    {
        if (Tag(manifest, "<MPD"u8) is { IsEmpty: false } root)
        {
            CallStatic(root);
        }

        for (var list = Tag(manifest, "<SegmentList"u8); !list.IsEmpty; list = Tag(manifest, "<SegmentList"u8))
        {
            HideFirstNumber(list);
            manifest.Overlaps(list, out var begin);
            manifest = manifest[(begin + list.Length)..];
        }
    }

    private static Span<byte> Tag(Span<byte> text, ReadOnlySpan<byte> name)
    {
        var begin = text.IndexOf(name);
        var tag = begin < 0 ? [] : text[begin..];
        return tag[..Math.Max(0, tag.IndexOf((byte)'>'))];
    }

    // The quote moves, and a space follows it.
    private static void CallStatic(Span<byte> root)
    {
        var at = Math.Max(root.IndexOf("type=\"dynamic\""u8), root.IndexOf("type='dynamic'"u8));
        if (at >= 0)
        {
            var value = root[(at + "type=".Length)..];
            Encoding.ASCII.GetBytes("static").CopyTo(value[1..]);
            (value["'static".Length], value["'static'".Length]) = (value[0], (byte)' ');
        }
    }

    private static void HideFirstNumber(Span<byte> list)
    {
        const int name = 12;
        var at = list.IndexOf("startNumber="u8);
        if (at > 0 && at + name < list.Length && list[(at + name + 1)..].IndexOf(list[at + name]) is >= 0 and var length)
        {
            list.Slice(at, name + length + 2).Fill((byte)' ');
        }
    }
}
