namespace MediaInfo.Probing.Tests.Playlists;

/// <summary>HLS presentations encrypted with AES-128, whose key is in the bucket.</summary>
internal static class EncryptedPresentations
{
    private const string Muxed = "h264 aac";

    private static readonly byte[] Iv = Clips.Vector(0x1234);

    public static IEnumerable<Presentation> All =>
    [
        Hls("AES-128 with a vector of its own", 2,
            $"#EXT-X-KEY:METHOD=AES-128,URI=\"key.bin\",IV=0x{Convert.ToHexString(Iv)}",
            "#EXTINF:1,", "0.ts", "#EXTINF:1,", "1.ts")
            .With("dir/0.ts", Clips.Encrypted(Clips.Second(0), Iv)).With("dir/1.ts", Clips.Encrypted(Clips.Second(1), Iv)),
        Hls("AES-128 with the segments' numbers as vectors", 2,
            "#EXT-X-MEDIA-SEQUENCE:5", "#EXT-X-KEY:METHOD=AES-128,URI=\"key.bin\"", "#EXTINF:1,", "0.ts", "#EXTINF:1,", "1.ts")
            .With("dir/0.ts", Clips.Encrypted(Clips.Second(0), Clips.Vector(5)))
            .With("dir/1.ts", Clips.Encrypted(Clips.Second(1), Clips.Vector(6))),
        Hls("AES-128 with the key in another folder", 1,
            "#EXT-X-KEY:METHOD=AES-128,URI=\"../keys/a%20key.bin\"", "#EXTINF:1,", "0.ts")
            .With("keys/a key.bin", Clips.Key).With("dir/0.ts", Clips.Encrypted(Clips.Second(0), Clips.Vector(0))),
        Hls("AES-128 with the key from the root and a query", 1,
            "#EXT-X-KEY:METHOD=AES-128,URI=\"/keys/key.bin?id=7\"", "#EXTINF:1,", "0.ts")
            .With("keys/key.bin", Clips.Key).With("dir/0.ts", Clips.Encrypted(Clips.Second(0), Clips.Vector(0))),
        // FFmpeg cannot decrypt a range of a file: what the playlist says remains.
        Presentation.Hls("AES-128 in ranges of one file", "", 2,
            $"#EXT-X-KEY:METHOD=AES-128,URI=\"key.bin\",IV=0x{Convert.ToHexString(Iv)}",
            "#EXTINF:1,", $"#EXT-X-BYTERANGE:{Length(1)}@{Length(0)}", "both.ts",
            "#EXTINF:1,", $"#EXT-X-BYTERANGE:{Length(2)}@{Length(0) + Length(1)}", "both.ts")
            .With("dir/both.ts", [.. Enumerable.Range(0, 3).SelectMany(one => Clips.Encrypted(Clips.Second(one), Iv))])
            .With("dir/key.bin", Clips.Key) with { Encryption = "AES-128" },
        Hls("AES-128 whose first segment is in the clear", 2,
            "#EXTINF:1,", "0.ts", "#EXT-X-KEY:METHOD=AES-128,URI=\"key.bin\"", "#EXTINF:1,", "1.ts")
            .With("dir/0.ts", Clips.Second(0)).With("dir/1.ts", Clips.Encrypted(Clips.Second(1), Clips.Vector(1))),
        Hls("AES-128 of fMP4 with a map in the clear", 1,
            "#EXT-X-MAP:URI=\"init.mp4\"", "#EXT-X-KEY:METHOD=AES-128,URI=\"key.bin\",IV=0x" + Convert.ToHexString(Iv),
            "#EXTINF:1,", "0.m4s")
            .With("dir/init.mp4", Clips.Head(Clips.Both))
            .With("dir/0.m4s", Clips.Encrypted(Clips.Fragment(Clips.Both, 0), Iv)),
        Presentation.Master("A master playlist of AES-128", Muxed, 1, "#EXT-X-STREAM-INF:BANDWIDTH=200000", "v/list.m3u8")
            .With("dir/v/list.m3u8", "#EXT-X-KEY:METHOD=AES-128,URI=\"key.bin\"", "#EXTINF:1,", "0.ts")
            .With("dir/v/key.bin", Clips.Key).With("dir/v/0.ts", Clips.Encrypted(Clips.Second(0), Clips.Vector(0)))
            with { Encryption = "AES-128" },
    ];

    private static int Length(int second) => Clips.Encrypted(Clips.Second(second), Iv).Length;

    private static Presentation Hls(string name, decimal duration, params string[] lines) =>
        Presentation.Hls(name, Muxed, duration, lines).With("dir/key.bin", Clips.Key) with { Encryption = "AES-128" };
}
