using System.Text;
using MediaInfo.Core.Jobs;

namespace MediaInfo.TestSupport.Hostile;

/// <summary>Playlists, manifests and scripts that point to what their owner may not read, or never end.</summary>
public static class HostilePlaylists
{
    private const int Many = 100_000;

    private static readonly string[] Nested =
    [
        "http+", "tcp+http:", "subfile,,start,0,end,0,,:", "async:", "cache:", "concat:", "crypto+", "crypto:", "tls:", "rtmp:",
        "httpproxy:",
    ];

    private static readonly string[] GoodPlaylist = ["hls/index.m3u8", "hls/segment0.ts", "hls/segment1.ts"];

    public static IEnumerable<HostileSample> All(HostileTargets to) =>
        [.. Segments(to), .. Endless(to), .. Tags(to), .. Connections(to), .. Dash(to), .. Scripts(to)];

    private static IEnumerable<HostileSample> Segments(HostileTargets to)
    {
        (string Name, string Attack, string Uri)[] segments =
        [
            ("file-url", "a file of this machine", $"file://{to.File}"),
            ("file-url-host", "a file of this machine", $"file://localhost{to.File}"),
            ("file-path", "a file of this machine", to.File),
            ("file-parents", "a file of this machine", $"../../../../../../..{to.File}"),
            ("passwd", "a file of this machine", "file:///etc/passwd"),
            ("metadata-address", "the cloud's metadata address", "http://169.254.169.254/latest/meta-data/segment.ts"),
            ("metadata-address-6", "the cloud's metadata address", "http://[fd00:ec2::254]/latest/segment.ts"),
            ("metadata-name", "the cloud's metadata address", "http://metadata.google.internal/computeMetadata/v1/segment.ts"),
            ("loopback", "a server of this machine", $"http://127.0.0.1:{to.Port}/segment.ts"),
            ("localhost", "a server of this machine", $"http://localhost:{to.Port}/segment.ts"),
            ("loopback-6", "a server of this machine", $"http://[::1]:{to.Port}/segment.ts"),
            ("loopback-decimal", "a server of this machine", $"http://2130706433:{to.Port}/segment.ts"),
            (
                "loopback-user",
                "a server of this machine, behind the bucket's name as user",
                $"http://{to.OwnBucket}.objects.invalid@127.0.0.1:{to.Port}/segment.ts"),
            ("service-itself", "this service", "http://127.0.0.1:7071/health/ready"),
            ("other-host", "another host", "http://example.com/segment.ts"),
            ("other-bucket", "another bucket", $"http://{to.OtherBucket}.objects.invalid/segment.ts"),
            (
                "other-bucket-vendor",
                "another bucket by the vendor's name",
                $"http://{to.OtherBucket}.oss-cn-hangzhou.aliyuncs.com/segment.ts"),
            ("other-bucket-path", "another bucket by its path", $"../../{to.OtherBucket}/segment.ts"),
            ("https", "TLS to another host", $"https://127.0.0.1:{to.Port}/segment.ts"),
            ("ftp", "FTP", $"ftp://127.0.0.1:{to.Port}/segment.ts"),
            ("tcp", "a bare connection", $"tcp://127.0.0.1:{to.Port}"),
            ("udp", "a port to listen on", "udp://127.0.0.1:9?listen=1"),
            ("rtp", "a port to listen on", "rtp://127.0.0.1:9/segment.ts"),
            ("rtmp", "RTMP", $"rtmp://127.0.0.1:{to.Port}/segment.ts"),
            ("unix", "a socket of this machine", "unix:///var/run/docker.sock"),
            ("data", "a URL that holds its data", "data:video/mp2t;base64,R0AAEAAA"),
            ("concat", "files joined by FFmpeg's own protocol", $"concat:{to.File}|{to.File}.ts"),
            ("subfile", "a piece of a file", $"subfile,,start,0,end,100000,,:{to.File}"),
            ("crypto", "a file behind a cipher", $"crypto:{to.File}"),
            ("cache", "a file behind a cache", $"cache:{to.File}"),
            ("async", "a file behind a thread", $"async:{to.File}"),
            ("pipe", "the child's own input", "pipe:0.ts"),
            ("fd", "an open file of the child", "fd:3.ts"),
            ("gopher", "Gopher, which speaks to anything", $"gopher://127.0.0.1:{to.Port}/_INFO.ts"),
            ("httpproxy", "a proxy of its own choice", $"httpproxy://127.0.0.1:{to.Port}/{to.OwnBucket}.objects.invalid:80"),
        ];
        return segments.Select(segment =>
            Playlist($"segment-{segment.Name}", $"Segment: {segment.Attack}", FailureReason.NotMedia, Media(segment.Uri)));
    }

    private static IEnumerable<HostileSample> Endless(HostileTargets to) =>
    [
        Playlist("plays-itself", "Plays itself", FailureReason.NotMedia, Media("plays-itself.m3u8")),
        Playlist("master-of-itself", "Its own variant", FailureReason.BudgetExceeded, Master("master-of-itself.m3u8")),
        Playlist("cycle", "Two that are each other's variant", FailureReason.BudgetExceeded, Master("cycle-back.m3u8")) with
        {
            Beside = Objects(("hostile/cycle-back.m3u8", Master("cycle.m3u8"))),
        },
        Playlist(
            "many-segments",
            "100,000 segments that are not there",
            FailureReason.BudgetExceeded,
            Media([.. Numbered("missing{0}.ts")])),
        Playlist("many-variants", "100,000 variants", FailureReason.BudgetExceeded, Master([.. Numbered("missing{0}.m3u8")])),
        Playlist(
            "many-good-segments",
            "100,000 times the same good segment",
            null,
            Media([.. Enumerable.Repeat("../hls/segment0.ts", Many)])) with
        {
            Beside = new Dictionary<string, byte[]>(StringComparer.Ordinal)
            {
                ["hls/segment0.ts"] = Bytes.Clip("hls/segment0.ts"),
            },
        },
        Playlist("long-line", "A reference of 10 MB", FailureReason.NotMedia, Media(new string('a', 10_000_000))),
        Playlist("zeros-inside", "Zero bytes in names", FailureReason.NotMedia, Media($"a\0b.ts", $"{to.File}\0.ts")),
        Playlist(
            "live-for-ever",
            "A live playlist that never grows",
            FailureReason.TimedOut,
            "#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXT-X-MEDIA-SEQUENCE:5\n#EXTINF:1,\nmissing.ts\n") with
        {
            TimeLimit = TimeSpan.FromSeconds(2),
        },
        Playlist("huge-numbers", "Numbers beyond every type", FailureReason.NotMedia, $"""
            #EXTM3U
            #EXT-X-TARGETDURATION:99999999999999999999
            #EXT-X-MEDIA-SEQUENCE:-9223372036854775809
            #EXTINF:1e308,
            #EXT-X-BYTERANGE:9223372036854775807@9223372036854775807
            missing.ts
            #EXT-X-ENDLIST
            """),
    ];

    private static IEnumerable<HostileSample> Tags(HostileTargets to) =>
    [
        Playlist(
            "key-file",
            "A cipher key in a file",
            null,
            Media(["missing.ts"], $"#EXT-X-KEY:METHOD=AES-128,URI=\"file://{to.File}\"")),
        Playlist(
            "key-elsewhere",
            "A cipher key on a server of this machine",
            null,
            Media(["missing.ts"], $"#EXT-X-KEY:METHOD=AES-128,URI=\"http://127.0.0.1:{to.Port}/key\"")),
        Playlist(
            "key-proxy",
            "A cipher key behind a proxy of its own",
            null,
            Media(["missing.ts"], $"#EXT-X-KEY:METHOD=AES-128,URI=\"httpproxy://127.0.0.1:{to.Port}/a:80\"")),
        Playlist(
            "variants-elsewhere",
            "Variants behind a bare connection and a proxy of its own",
            FailureReason.NotMedia,
            Master($"tcp://127.0.0.1:{to.Port}", $"httpproxy://127.0.0.1:{to.Port}/a:80")),
        Playlist(
            "variant-short",
            "A variant behind a bare connection, without slashes",
            FailureReason.NotMedia,
            Master($"tcp:127.0.0.1:{to.Port}")),
        Playlist(
            "variant-far",
            "A variant behind a bare connection, where one read ends and the next begins",
            FailureReason.NotMedia,
            Master([.. Enumerable.Range(0, 40).Select(n => new string('#', 8_000 + n) + $"\ntcp://127.0.0.1:{to.Port}")])),
        Playlist(
            "rendition-connection",
            "A sound track behind a bare connection",
            FailureReason.NotMedia,
            $"#EXTM3U\n#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID=\"a\",NAME=\"a\",URI=\"tcp://127.0.0.1:{to.Port}\"\n#EXT-X-STREAM-INF:BANDWIDTH=1,AUDIO=\"a\"\nmissing.m3u8\n"),
        Playlist(
            "map-file",
            "A header section in a file",
            FailureReason.NotMedia,
            Media(["missing.mp4"], $"#EXT-X-MAP:URI=\"file://{to.File}\"")),
        Playlist(
            "map-elsewhere",
            "A header section in another bucket",
            FailureReason.NotMedia,
            Media(["missing.mp4"], $"#EXT-X-MAP:URI=\"http://{to.OtherBucket}.objects.invalid/segment.ts\"")),
        Playlist("rendition-elsewhere", "A sound track on a server of this machine", FailureReason.NotMedia, $"""
            #EXTM3U
            #EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID="a",NAME="a",URI="http://127.0.0.1:{to.Port}/a.m3u8"
            #EXT-X-STREAM-INF:BANDWIDTH=1,AUDIO="a"
            file://{to.File}
            """),
    ];

    // Bare connections in every form. In these texts, "header" means the line "#EXTM3U".
    private static IEnumerable<HostileSample> Connections(HostileTargets to) =>
    [
        Playlist(
            "connection-control",
            "A bare connection behind a control character",
            FailureReason.NotMedia,
            Master(to).Replace("#EXTM3U\n", "#EXTM3U\n#\u0001\n", StringComparison.Ordinal)),
        Playlist(
            "connection-zeros",
            "A bare connection behind zero bytes",
            FailureReason.NotMedia,
            Master(to).Replace("#EXTM3U\n", "#EXTM3U\0\0#\0", StringComparison.Ordinal)),
        Playlist(
            "connection-returns",
            "A bare connection on lines that end with a carriage return",
            FailureReason.NotMedia,
            Master(to).Replace('\n', '\r')),
        Playlist(
            "connection-spaces",
            "A bare connection behind a header with spaces",
            FailureReason.NotMedia,
            Master(to).Replace("#EXTM3U\n", "#EXTM3U \t \n", StringComparison.Ordinal)),
        Playlist("connection-mark", "A bare connection behind a byte order mark", FailureReason.NotMedia, "\uFEFF" + Master(to)),
        Playlist(
            "connection-capitals",
            "A bare connection in capitals",
            FailureReason.NotMedia,
            Master($"TCP://127.0.0.1:{to.Port}", $"Tcp://127.0.0.1:{to.Port}")),
        Playlist(
            "connection-nested",
            "A bare connection inside of other protocols",
            FailureReason.NotMedia,
            Master([.. Nested.Select(outer => $"{outer}tcp://127.0.0.1:{to.Port}")])),
        Playlist(
            "connection-in-data",
            "A playlist inside of a URL",
            FailureReason.NotMedia,
            Master($"data:application/x-mpegurl,{Uri.EscapeDataString(Master(to))}")),
        Playlist(
            "connection-escaped",
            "A bare connection with backslashes, which FFmpeg drops",
            null,
            Rendition($@"t\cp://127.0.0.1:{to.Port}")) with { Beside = Good },
        Playlist(
            "connection-escaped-colon",
            "A bare connection with a backslash before its colon",
            null,
            Rendition($@"tcp\://127.0.0.1:{to.Port}")) with { Beside = Good },
        Playlist(
            "connection-escaped-all",
            "A bare connection with a backslash before each letter",
            null,
            Rendition($@"\t\c\p\:\/\/127.0.0.1:{to.Port}")) with { Beside = Good },
        Playlist(
            "connection-far",
            "A bare connection a megabyte behind the header",
            FailureReason.NotMedia,
            Master(to).Replace("#EXTM3U\n", $"#EXTM3U\n#{new string('a', 1 << 20)}\n", StringComparison.Ordinal)),
        Playlist(
            "connection-name",
            "A bare connection to a name, of which static builds die",
            FailureReason.NotMedia,
            Master($"tcp://localhost:{to.Port}", $"tcp://example.com:{to.Port}")),
        Playlist(
            "connection-listening",
            "A port to listen on",
            FailureReason.NotMedia,
            Master($"tcp://0.0.0.0:{TestSupport.LoopbackPorts.TakeFree(1)[0]}?listen=1")),
        Playlist(
            "connection-second",
            "A bare connection in a variant",
            null,
            Master("connection-second-variant.m3u8", "../hls/index.m3u8")) with
        {
            Beside = With(
                Good,
                "hostile/connection-second-variant.m3u8",
                Master(to).Replace("#EXTM3U\n", "#EXTM3U\n#\u0001\n", StringComparison.Ordinal)),
        },
        new("connection-tag.m3u8", "A bare connection behind an ID3 tag", FailureReason.NotMedia)
        {
            Content = Bytes.Join(Tag(16), Bytes.Utf8(Master(to))),
        },
        new(
            "connection-long-tag.m3u8",
            "A bare connection behind an ID3 tag that ends where one read ends",
            FailureReason.NotMedia)
        {
            Content = Bytes.Join(Tag((64 << 10) - 14), Bytes.Utf8(Master(to))),
        },
        new("connection-wide.m3u8", "A bare connection in UTF-16", FailureReason.NotMedia)
        {
            Content = Encoding.Unicode.GetBytes("\uFEFF" + Master(to)),
        },
    ];

    private static IEnumerable<HostileSample> Dash(HostileTargets to) =>
    [
        Text("dash-connection.mpd", "Segments behind a bare connection", Manifest("", $"tcp://127.0.0.1:{to.Port}/")),
        Text(
            "dash-connection-spelt.mpd",
            "Segments behind a bare connection, in XML's own spelling",
            Manifest("", $"t&#99;p&#x3a;//127.0.0.1:{to.Port}/")),
        Text(
            "dash-connection-entity.mpd",
            "Segments behind a bare connection, from an entity",
            Manifest("<!DOCTYPE MPD [<!ENTITY x \"cp:\">]>", $"t&x;//127.0.0.1:{to.Port}/")),
        Text("dash-connections.mpd", "Bare connections wherever a manifest names an address", $"""
            <MPD xmlns="urn:mpeg:dash:schema:mpd:2011" xmlns:xlink="http://www.w3.org/1999/xlink" type="dynamic" availabilityStartTime="2020-01-01T00:00:00Z">
            <Location>{Bare(to)}</Location><UTCTiming schemeIdUri="urn:mpeg:dash:utc:http-xsdate:2014" value="{Bare(to)}"/>
            <Period start="PT0S" xlink:href="{Bare(to)}" xlink:actuate="onLoad"><AdaptationSet mimeType="video/mp4">
            <SegmentTemplate media="{Bare(to)}/$Number$" initialization="{Bare(to)}/init" duration="1" timescale="1"/>
            <Representation id="1" bandwidth="1000"/></AdaptationSet></Period></MPD>
            """),
        new("dash-connection-wide.mpd", "Segments behind a bare connection, in UTF-16", FailureReason.NotMedia)
        {
            Content = Encoding.Unicode.GetBytes("\uFEFF" + Manifest("", Bare(to) + "/")),
        },
        Text("dash-elsewhere.mpd", "Segments on a server of this machine", Manifest("", $"http://127.0.0.1:{to.Port}/")),
        Text("dash-proxy.mpd", "Segments behind a proxy of its own", Manifest("", $"httpproxy://127.0.0.1:{to.Port}/")),
        Text("dash-file.mpd", "Segments in files", Manifest("", $"file://{to.File}")),
        Text("dash-other-bucket.mpd", "Segments in another bucket", Manifest("", $"http://{to.OtherBucket}.objects.invalid/")),
        Text(
            "dash-entity-file.mpd",
            "An XML entity of a file",
            Manifest($"<!DOCTYPE MPD [<!ENTITY x SYSTEM \"file://{to.File}\">]>", "&x;")),
        Text("dash-entity-bomb.mpd", "XML entities of entities", Manifest(EntityBomb(), "&e9;")),
        Text("dash-xlink.mpd", "A period on a server of this machine", $"""
            <MPD xmlns="urn:mpeg:dash:schema:mpd:2011" type="static" xmlns:xlink="http://www.w3.org/1999/xlink">
            <Period xlink:href="http://127.0.0.1:{to.Port}/period" xlink:actuate="onLoad"/></MPD>
            """),

        // CVE-2026-107677.
        Text("dash-empty-template.mpd", "Segments without an address", """
            <MPD xmlns="urn:mpeg:dash:schema:mpd:2011" type="static" mediaPresentationDuration="PT9S">
            <Period><AdaptationSet mimeType="video/mp4"><Representation id="1" bandwidth="1000">
            <SegmentTemplate media="" duration="1" timescale="1"/></Representation></AdaptationSet></Period></MPD>
            """),
    ];

    private static IEnumerable<HostileSample> Scripts(HostileTargets to) =>
    [
        Text("script-file.ffconcat", "A script of FFmpeg that names a file", $"ffconcat version 1.0\nfile '{to.File}'\n"),
        Text(
            "script-elsewhere.ffconcat",
            "A script of FFmpeg that names a server of this machine",
            $"ffconcat version 1.0\nfile http://127.0.0.1:{to.Port}/a.ts\n"),
        Text(
            "script-proxy.ffconcat",
            "A script of FFmpeg that names a proxy of its own",
            $"ffconcat version 1.0\nfile httpproxy://127.0.0.1:{to.Port}/a:80\n"),
        Text(
            "script-tcp.ffconcat",
            "A script of FFmpeg that names a bare connection",
            $"ffconcat version 1.0\nfile tcp://127.0.0.1:{to.Port}\n"),
        Text(
            "script-itself.ffconcat",
            "A script of FFmpeg that names itself",
            "ffconcat version 1.0\nfile script-itself.ffconcat\n",
            FailureReason.BudgetExceeded),
        Text(
            "session.sdp",
            "A session to listen for",
            "v=0\no=- 0 0 IN IP4 127.0.0.1\ns=x\nc=IN IP4 127.0.0.1\nt=0 0\nm=video 9 RTP/AVP 96\na=rtpmap:96 H264/90000\n"),
        Text(
            "composition.xml",
            "A composition whose pieces are behind a bare connection, in XML's own spelling",
            "<?xml version=\"1.0\"?><CompositionPlaylist xmlns=\"http://www.smpte-ra.org/schemas/2067-3/2016\"><Id>urn:uuid:8713c020-2489-45f5-a9f7-87be539e20b5</Id><EditRate>24 1</EditRate></CompositionPlaylist>") with
        {
            Beside = Objects((
                "hostile/ASSETMAP.xml",
                $"<AssetMap><AssetList><Asset><Id>urn:uuid:8713c020-2489-45f5-a9f7-87be539e20b5</Id><ChunkList><Chunk><Path>t&#99;p://127.0.0.1:{to.Port}</Path></Chunk></ChunkList></Asset></AssetList></AssetMap>")),
        },
        Text(
            "links.asx",
            "Links of Windows Media",
            $"<asx version=\"3.0\"><entry><ref href=\"http://127.0.0.1:{to.Port}/a\"/></entry></asx>"),
        Text(
            "links.asf",
            "Links of Windows Media, which FFmpeg takes for lyrics",
            $"[Reference]\r\nRef1=http://127.0.0.1:{to.Port}/a?MSWMExt=.asf\r\n",
            expected: null),
        Text(
            "links.pls",
            "Links, which FFmpeg takes for lyrics",
            $"[playlist]\nFile1=file://{to.File}\nNumberOfEntries=1\n",
            expected: null),
        Text(
            "links.xspf",
            "Links",
            $"<playlist version=\"1\"><trackList><track><location>file://{to.File}</location></track></trackList></playlist>"),
        Text("links.smil", "Links", $"<smil><body><video src=\"http://127.0.0.1:{to.Port}/a\"/></body></smil>"),
        Text("links.ram", "Links of RealMedia", $"rtsp://127.0.0.1:{to.Port}/a.rm\nfile://{to.File}\n"),
        Text(
            "subtitles.idx",
            "An index of pictures in a second file",
            "# VobSub index file, v7 (do not modify this line!)\nid: en, index: 0\ntimestamp: 00:00:01:000, filepos: 000000000\n"),
    ];

    private static Dictionary<string, byte[]> Good => GoodPlaylist.ToDictionary(key => key, Bytes.Clip, StringComparer.Ordinal);

    private static Dictionary<string, byte[]> With(IReadOnlyDictionary<string, byte[]> objects, string key, string text) =>
        new(objects, StringComparer.Ordinal) { [key] = Bytes.Utf8(text) };

    private static string Bare(HostileTargets to) => $"tcp://127.0.0.1:{to.Port}";

    private static string Master(HostileTargets to) => Master(Bare(to));

    private static string Rendition(string uri) =>
        $"#EXTM3U\n#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID=\"a\",NAME=\"a\",URI=\"{uri}\"\n#EXT-X-STREAM-INF:BANDWIDTH=1000,AUDIO=\"a\"\n../hls/index.m3u8\n";

    // An ID3 tag of zeros. Its length is stored in seven bits per byte.
    private static byte[] Tag(int length) =>
        [
            .. "ID3\u0004\0\0"u8,
            (byte)(length >> 21),
            (byte)((length >> 14) & 0x7F),
            (byte)((length >> 7) & 0x7F),
            (byte)(length & 0x7F),
            .. new byte[length],
        ];

    private static HostileSample Playlist(string name, string attack, FailureReason? expected, string text) =>
        new(name + ".m3u8", attack, expected) { Content = Bytes.Utf8(text) };

    private static HostileSample Text(
        string name, string attack, string text, FailureReason? expected = FailureReason.NotMedia) =>
        new(name, attack, expected) { Content = Bytes.Utf8(text) };

    private static string Media(params string[] segments) => Media(segments, "");

    private static string Media(string[] segments, string tag)
    {
        var text = new StringBuilder($"#EXTM3U\n#EXT-X-TARGETDURATION:2\n#EXT-X-PLAYLIST-TYPE:VOD\n{tag}\n");
        Array.ForEach(segments, segment => text.Append("#EXTINF:2.0,\n").Append(segment).Append('\n'));
        return text.Append("#EXT-X-ENDLIST\n").ToString();
    }

    private static string Master(params string[] variants)
    {
        var text = new StringBuilder("#EXTM3U\n");
        Array.ForEach(variants, variant => text.Append("#EXT-X-STREAM-INF:BANDWIDTH=1000\n").Append(variant).Append('\n'));
        return text.ToString();
    }

    private static IEnumerable<string> Numbered(string form) =>
        Enumerable.Range(0, Many).Select(
            number => string.Format(System.Globalization.CultureInfo.InvariantCulture, form, number));

    private static Dictionary<string, byte[]> Objects(params (string Key, string Text)[] objects) =>
        objects.ToDictionary(pair => pair.Key, pair => Bytes.Utf8(pair.Text), StringComparer.Ordinal);

    private static string Manifest(string type, string address) => $"""
        <?xml version="1.0"?>{type}
        <MPD xmlns="urn:mpeg:dash:schema:mpd:2011" type="static" mediaPresentationDuration="PT4S"><Period><AdaptationSet mimeType="video/mp4">
        <Representation id="1" bandwidth="1000"><BaseURL>{address}</BaseURL><SegmentList duration="2"><SegmentURL media="a.mp4"/></SegmentList>
        </Representation></AdaptationSet></Period></MPD>
        """;

    private static string EntityBomb() =>
        "<!DOCTYPE MPD [<!ENTITY e0 \"0123456789\">"
        + string.Concat(
            Enumerable.Range(1, 9).Select(n => $"<!ENTITY e{n} \"{string.Concat(Enumerable.Repeat($"&e{n - 1};", 10))}\">"))
        + "]>";
}
