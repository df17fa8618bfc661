namespace MediaInfo.Probing.Tests.Playlists;

/// <summary>HLS presentations of every make.</summary>
internal static class HlsPresentations
{
    private const string Muxed = "h264 aac";

    public static IEnumerable<Presentation> All => [.. TransportStreams, .. Fragmented, .. Masters, .. Live];

    private static IEnumerable<Presentation> TransportStreams =>
    [
        Hls("TS, one file in ranges", 4, [.. Enumerable.Range(0, 4).SelectMany(number => Range("both.ts", number))])
            .With("dir/both.ts", Clips.Stream),
        Hls("TS, one file whose first segment is not at 0", 3,
            [.. Enumerable.Range(1, 3).SelectMany(number => Range("both.ts", number))]).With("dir/both.ts", Clips.Stream),
        Hls("TS, ranges that follow each other without an offset", 4,
            "#EXTINF:1,", $"#EXT-X-BYTERANGE:{Clips.Seconds[1]}@0", "both.ts",
            "#EXTINF:1,", $"#EXT-X-BYTERANGE:{Clips.Seconds[2] - Clips.Seconds[1]}", "both.ts",
            "#EXTINF:2,", $"#EXT-X-BYTERANGE:{Clips.Seconds[4] - Clips.Seconds[2]}", "both.ts")
            .With("dir/both.ts", Clips.Stream),
        Hls("TS, a range of one file and a whole other file", 2, [.. Range("both.ts", 2), "#EXTINF:1,", "3.ts"])
            .With("dir/both.ts", Clips.Stream).With("dir/3.ts", Clips.Second(3)),
        Hls("TS, ranges of two files", 2, [.. Range("both.ts", 1), .. Range("b/both.ts", 2)])
            .With("dir/both.ts", Clips.Stream).With("dir/b/both.ts", Clips.Stream),
        Files("TS, one file a segment", number => $"{number}.ts", "dir/"),
        Files("TS, in a folder below", number => $"a/b/{number}.ts", "dir/"),
        Files("TS, in a folder beside", number => $"../x/{number}.ts", "dir/../"),
        Files("TS, from the root", number => $"/x/{number}.ts", ""),
        Files("TS, names with spaces and signs", number => $"a%20b%2Bc%26{number}.ts", "dir/"),
        Files("TS, names of other scripts", number => $"视频 {number}.ts", "dir/"),
        Files("TS, addresses with a query", number => $"{number}.ts?token=a/b&c", "dir/"),
        Hls("TS, a segment that is played twice", 2, "#EXTINF:1,", "0.ts", "#EXT-X-DISCONTINUITY", "#EXTINF:1,", "0.ts")
            .With("dir/0.ts", Clips.Second(0)),
        Hls("TS, comments, blank lines and CR LF", 2,
            "#EXTINF:1.0,A title\r", "0.ts\r", "\r", "# words", "#EXTINF:1,\r", "1.ts\r")
            .With("dir/0.ts", Clips.Second(0)).With("dir/1.ts", Clips.Second(1)),
        Hls("TS, a segment in the middle does not exist", 3,
            "#EXTINF:1,", "0.ts", "#EXTINF:1,", "1.ts", "#EXTINF:1,", "2.ts").With("dir/0.ts", Clips.Second(0)),
    ];

    private static IEnumerable<Presentation> Fragmented =>
    [
        Hls("fMP4, one file in ranges", 4, [Map(Clips.Both, "both.mp4"), .. Ranges(Clips.Both, "both.mp4", 0)])
            .With("dir/both.mp4", Clips.Both),
        Hls("fMP4, one file whose first segment is not the first", 3,
            [Map(Clips.Both, "both.mp4"), .. Ranges(Clips.Both, "both.mp4", 1)]).With("dir/both.mp4", Clips.Both),
        Hls("fMP4, the map behind byte 0", 4,
            [$"#EXT-X-MAP:URI=\"both.mp4\",BYTERANGE=\"{Clips.Head(Clips.Both).Length}@100\"",
                .. Ranges(Clips.Both, "both.mp4", 0, 100)])
            .With("dir/both.mp4", [.. new byte[100], .. Clips.Both]),
        Hls("fMP4, a map without an offset", 4,
            [$"#EXT-X-MAP:URI=\"both.mp4\",BYTERANGE=\"{Clips.Head(Clips.Both).Length}\"", .. Ranges(Clips.Both, "both.mp4", 0)])
            .With("dir/both.mp4", Clips.Both),
        Hls("fMP4, map and segments in files", 2,
            "#EXT-X-MAP:URI=\"init.mp4\"", "#EXTINF:1,", "0.m4s", "#EXTINF:1,", "1.m4s")
            .With("dir/init.mp4", Clips.Head(Clips.Both))
            .With("dir/0.m4s", Clips.Fragment(Clips.Both, 0)).With("dir/1.m4s", Clips.Fragment(Clips.Both, 1)),
        Hls("fMP4, a map in a file and segments in ranges", 4,
            ["#EXT-X-MAP:URI=\"/init.mp4\"", .. Ranges(Clips.Both, "both.mp4", 0)])
            .With("init.mp4", Clips.Head(Clips.Both)).With("dir/both.mp4", Clips.Both),
        Hls("fMP4, the whole file as the map and a range", 4,
            "#EXT-X-MAP:URI=\"init.mp4\"", "#EXTINF:4,",
            $"#EXT-X-BYTERANGE:{Clips.Both.Length - Clips.Index(Clips.Both).End}@{Clips.Index(Clips.Both).End}", "both.mp4")
            .With("dir/init.mp4", Clips.Head(Clips.Both)).With("dir/both.mp4", Clips.Both),
        Presentation.Hls("fMP4, sound only, in ranges", "aac", 4,
            [Map(Clips.Tone, "tone.mp4"), .. Ranges(Clips.Tone, "tone.mp4", 0).Take(12)]).With("dir/tone.mp4", Clips.Tone),
    ];

    private static IEnumerable<Presentation> Masters =>
    [
        Presentation.Master("A master playlist", Muxed, 2, "#EXT-X-STREAM-INF:BANDWIDTH=200000,RESOLUTION=160x90", "v/list.m3u8")
            .With("dir/v/list.m3u8", "#EXTINF:1,", "0.ts", "#EXTINF:1,", "1.ts")
            .With("dir/v/0.ts", Clips.Second(0)).With("dir/v/1.ts", Clips.Second(1)),
        Presentation.Master("A master playlist of two variants in ranges", "h264 h264 aac aac", 4,
            "#EXT-X-STREAM-INF:BANDWIDTH=200000", "a.m3u8", "#EXT-X-STREAM-INF:BANDWIDTH=400000", "b.m3u8")
            .With("dir/a.m3u8", [Map(Clips.Both, "both.mp4"), .. Ranges(Clips.Both, "both.mp4", 0)])
            .With("dir/b.m3u8", [.. Enumerable.Range(0, 4).SelectMany(number => Range("both.ts", number))])
            .With("dir/both.mp4", Clips.Both).With("dir/both.ts", Clips.Stream),
        Presentation.Master("A master playlist with sound of its own, in ranges", Muxed, 4,
            "#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID=\"a\",NAME=\"Main\",DEFAULT=YES,LANGUAGE=\"en\",URI=\"tone.m3u8\"",
            "#EXT-X-STREAM-INF:BANDWIDTH=200000,AUDIO=\"a\"", "picture.m3u8")
            .With("dir/picture.m3u8", [Map(Clips.Picture, "picture.mp4"), .. Ranges(Clips.Picture, "picture.mp4", 0)])
            .With("dir/tone.m3u8", [Map(Clips.Tone, "tone.mp4"), .. Ranges(Clips.Tone, "tone.mp4", 0).Take(12)])
            .With("dir/picture.mp4", Clips.Picture).With("dir/tone.mp4", Clips.Tone),
    ];

    private static IEnumerable<Presentation> Live =>
    [
        Presentation.Hls("Live, TS", Muxed, duration: null, "#EXT-X-MEDIA-SEQUENCE:7", "#EXTINF:1,", "0.ts", "#EXTINF:1,", "1.ts")
            .With("dir/0.ts", Clips.Second(0)).With("dir/1.ts", Clips.Second(1)),
        Presentation.Hls("Live, an event that goes on", Muxed, duration: null,
            ["#EXT-X-PLAYLIST-TYPE:EVENT", Map(Clips.Both, "both.mp4"), .. Ranges(Clips.Both, "both.mp4", 0)])
            .With("dir/both.mp4", Clips.Both),
    ];

    private static Presentation Hls(string name, decimal duration, params string[] lines) =>
        Presentation.Hls(name, Muxed, duration, lines);

    private static Presentation Files(string name, Func<int, string> reference, string folder)
    {
        var all = Hls(name, 2, "#EXTINF:1,", reference(0), "#EXTINF:1,", reference(1));
        foreach (var number in Enumerable.Range(0, 2))
        {
            var path = Uri.UnescapeDataString(reference(number).Split('?')[0]);
            var key = path[0] == '/' ? path[1..] : path.StartsWith("../", StringComparison.Ordinal) ? path[3..] : folder + path;
            all = all.With(key, Clips.Second(number));
        }

        return all;
    }

    private static string[] Range(string file, int second) =>
    [
        "#EXTINF:1,",
        $"#EXT-X-BYTERANGE:{Clips.Seconds[second + 1] - Clips.Seconds[second]}@{Clips.Seconds[second]}",
        file,
    ];

    private static string Map(byte[] clip, string file) =>
        $"#EXT-X-MAP:URI=\"{file}\",BYTERANGE=\"{Clips.Head(clip).Length}@0\"";

    private static IEnumerable<string> Ranges(byte[] clip, string file, int from, int shift = 0) =>
        Clips.Fragments(clip).Skip(from).SelectMany(fragment => new[]
        {
            "#EXTINF:1,", $"#EXT-X-BYTERANGE:{fragment.Size}@{fragment.First + shift}", file,
        });
}
