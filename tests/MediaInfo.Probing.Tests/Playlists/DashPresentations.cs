namespace MediaInfo.Probing.Tests.Playlists;

/// <summary>DASH presentations of every make.</summary>
internal static class DashPresentations
{
    private const string Muxed = "h264 aac";

    private static readonly string IndexOfBoth = Range(Clips.Index(Clips.Both).First, Clips.Index(Clips.Both).End);

    private const string Numbered =
        "<SegmentTemplate initialization=\"init.mp4\" media=\"$Number$.m4s\" startNumber=\"0\" duration=\"1\"/>";

    // Packets of picture and sound in the clip, and in three of its four fragments.
    private const int Four = 289;
    private const int Three = 217;

    private const string AddressesOfPeriod = "<BaseURL>p/</BaseURL>";

    public static IEnumerable<Presentation> All => [.. WholeFiles, .. Lists, .. Templates, .. Addresses, .. Misread];

    /// <summary>Addresses at each level (ISO/IEC 23009-1, 5.6), of which FFmpeg gets some wrong.</summary>
    private static IEnumerable<Presentation> Addresses =>
    [
        Leveled("BaseURL of the manifest", "m/", "", "", "").WithFragments("dir/m/{0}.m4s", "dir/m/init.mp4"),
        Leveled("BaseURL of the period", "", "p/", "", "").WithFragments("dir/p/{0}.m4s", "dir/p/init.mp4"),
        Leveled("BaseURL of the set", "", "", "s/", "").WithFragments("dir/s/{0}.m4s", "dir/s/init.mp4"),
        Leveled("BaseURL of the representation", "", "", "", "r/").WithFragments("dir/r/{0}.m4s", "dir/r/init.mp4"),
        Leveled("BaseURL of all levels", "m/", "p/", "s/", "r/")
            .WithFragments("dir/m/p/s/r/{0}.m4s", "dir/m/p/s/r/init.mp4"),
        Leveled("BaseURL of the manifest from the root", "/m/", "", "s/", "").WithFragments("m/s/{0}.m4s", "m/s/init.mp4"),
        Leveled("BaseURL of the set from the root", "m/", "", "/s/", "r/").WithFragments("s/r/{0}.m4s", "s/r/init.mp4"),
        Leveled("BaseURL of the manifest above", "../m/", "p/", "", "").WithFragments("m/p/{0}.m4s", "m/p/init.mp4"),
        Leveled("BaseURL of the manifest as a whole address", Own + "m/", "p/", "", "")
            .WithFragments("m/p/{0}.m4s", "m/p/init.mp4"),
        Leveled("BaseURL of the set as a whole address", "m/", "p/", Own + "s/", "r/")
            .WithFragments("s/r/{0}.m4s", "s/r/init.mp4"),
        Leveled("BaseURL with spaces and signs", "a%20b%2Bc/", "p&amp;q/", "", "")
            .WithFragments("dir/a b+c/p&q/{0}.m4s", "dir/a b+c/p&q/init.mp4"),
        Leveled("Several BaseURLs, the first of another network", "http://cdn.example/m/</BaseURL><BaseURL>m/", "", "", "")
            .WithFragments("dir/m/{0}.m4s", "dir/m/init.mp4"),
        Leveled("Several BaseURLs of the set", "", "", "s/</BaseURL><BaseURL>http://cdn.example/s/", "")
            .WithFragments("dir/s/{0}.m4s", "dir/s/init.mp4"),
        Whole("BaseURL of the set names the file", "",
            "<Period><AdaptationSet mimeType=\"video/mp4\"><BaseURL>both.mp4</BaseURL>"
            + Representation("<SegmentBase/>") + "</AdaptationSet></Period>").With("dir/both.mp4", Clips.Both),
        Whole("Picture and sound with addresses at each level", "",
            "<BaseURL>m/</BaseURL><Period>" + AddressesOfPeriod + Set("video", Based(Clips.Picture, "picture.mp4"))
            + Set("audio", "<BaseURL>a/</BaseURL>" + Based(Clips.Tone, "tone.mp4")) + "</Period>")
            .With("dir/m/p/picture.mp4", Clips.Picture).With("dir/m/p/a/tone.mp4", Clips.Tone)
            with { Packets = Four - 1 },
    ];

    /// <summary>What FFmpeg refuses, or of which it reads only a part.</summary>
    private static IEnumerable<Presentation> Misread =>
    [
        Whole("No type", "profiles=\"urn:mpeg:dash:profile:isoff-main:2011\"", "<Period>" + Simple + "</Period>", type: "")
            .WithFragments("dir/{0}.m4s", "dir/init.mp4"),
        Whole("No profile", "", "<Period>" + Simple + "</Period>", profile: "").WithFragments("dir/{0}.m4s", "dir/init.mp4"),
        Whole("A byte order mark", "", "<Period>" + Simple + "</Period>", before: "\uFEFF")
            .WithFragments("dir/{0}.m4s", "dir/init.mp4"),
        Template("A repeat count up to the end of the period",
            "media=\"$Time$.m4s\"", "<S t=\"0\" d=\"1\" r=\"-1\"/>").WithFragments("dir/{0}.m4s", "dir/init.mp4"),
        Template("A repeat count up to the next run", "media=\"$Time$.m4s\"",
            "<S t=\"0\" d=\"1\" r=\"-1\"/><S t=\"3\" d=\"1\"/>").WithFragments("dir/{0}.m4s", "dir/init.mp4"),
        Template("A repeat count on a time line that begins later",
            "media=\"$Time$.m4s\" presentationTimeOffset=\"70\" timescale=\"10\"", "<S t=\"70\" d=\"10\" r=\"-1\"/>")
            .WithFragments("dir/{0}.m4s", "dir/init.mp4", number => 70 + (10 * number)),
        Template("Segments by time with a first number",
            "media=\"$Time$.m4s\" startNumber=\"1\"", "<S t=\"0\" d=\"1\" r=\"3\"/>")
            .WithFragments("dir/{0}.m4s", "dir/init.mp4"),
        Template("Numbers without a first one", "media=\"$Number%05d$.m4s\"", "<S t=\"0\" d=\"1\" r=\"3\"/>")
            .WithFragments("dir/{0:D5}.m4s", "dir/init.mp4", number => number + 1),
        Whole("A time line of the period", "",
            "<Period><SegmentTemplate initialization=\"init.mp4\" media=\"$Time$.m4s\"><SegmentTimeline>"
            + "<S t=\"0\" d=\"1\" r=\"3\"/></SegmentTimeline></SegmentTemplate>" + Set("video", Representation("")) + "</Period>")
            .WithFragments("dir/{0}.m4s", "dir/init.mp4"),
        Whole("A list of the set", "",
            "<Period><AdaptationSet mimeType=\"video/mp4\">" + List(Clips.Both, "both.mp4", from: 0)
            + Representation("") + "</AdaptationSet></Period>").With("dir/both.mp4", Clips.Both),
        Whole("Several periods", "", "<Period duration=\"PT1S\">" + AddressesOfPeriod + Simple + "</Period>"
            + "<Period duration=\"PT3S\"><BaseURL>q/</BaseURL>" + Simple + "</Period>")
            .WithFragments("dir/q/{0}.m4s", "dir/q/init.mp4").With("dir/p/init.mp4", Clips.Head(Clips.Both))
            .With("dir/p/0.m4s", Clips.Fragment(Clips.Both, 0)) with { Packets = Three },
        Whole("Several periods by their starts", "", "<Period>" + Simple + "</Period>"
            + "<Period start=\"PT1S\"><BaseURL>q/</BaseURL>" + Simple + "</Period>")
            .WithFragments("dir/q/{0}.m4s", "dir/q/init.mp4").WithFragments("dir/{0}.m4s", "dir/init.mp4")
            with { Packets = Three },
    ];

    private static IEnumerable<Presentation> WholeFiles =>
    [
        One("SegmentBase with an index range",
            $"<BaseURL>both.mp4</BaseURL><SegmentBase indexRange=\"{IndexOfBoth}\">"
            + $"<Initialization range=\"0-{Clips.Head(Clips.Both).Length - 1}\"/></SegmentBase>")
            .With("dir/both.mp4", Clips.Both),
        One("SegmentBase without an initialisation range",
            $"<BaseURL>both.mp4</BaseURL><SegmentBase indexRange=\"{IndexOfBoth}\"/>").With("dir/both.mp4", Clips.Both),
        One("A BaseURL and nothing else", "<BaseURL>both.mp4</BaseURL>").With("dir/both.mp4", Clips.Both),
        // FFmpeg resolves a relative BaseURL of the manifest or a period wrongly.
        Presentation.Dash("Picture and sound in files of their own in folders", Muxed, 4,
            "<Period>" + Set("video", Based(Clips.Picture, "m/p/picture.mp4"))
            + Set("audio", Based(Clips.Tone, "m/tone.mp4")) + "</Period>")
            .With("dir/m/p/picture.mp4", Clips.Picture).With("dir/m/tone.mp4", Clips.Tone),
    ];

    private static IEnumerable<Presentation> Lists =>
    [
        One("SegmentList in ranges",
            "<BaseURL>both.mp4</BaseURL>" + List(Clips.Both, media: null, from: 0)).With("dir/both.mp4", Clips.Both),
        One("SegmentList in ranges whose first is not the first", List(Clips.Both, "both.mp4", from: 1))
            .With("dir/both.mp4", Clips.Both),
        One("SegmentList whose first number FFmpeg takes for a place",
            List(Clips.Both, "both.mp4", from: 0, "startNumber=\"9\" "))
            .With("dir/both.mp4", Clips.Both) with { IsMisread = true },
        One("SegmentList of files",
            "<SegmentList duration=\"1\"><Initialization sourceURL=\"init.mp4\"/>"
            + string.Concat(Enumerable.Range(0, 4).Select(number => $"<SegmentURL media=\"{number}.m4s\"/>")) + "</SegmentList>")
            .WithFragments("dir/{0}.m4s", "dir/init.mp4"),
    ];

    private static IEnumerable<Presentation> Templates =>
    [
        One("SegmentTemplate by number",
            "<SegmentTemplate initialization=\"$RepresentationID$/init.mp4\" media=\"$RepresentationID$/$Number%03d$.m4s\""
            + " startNumber=\"0\" duration=\"1\"/>").WithFragments("dir/1/{0:D3}.m4s", "dir/1/init.mp4"),
        One("SegmentTemplate by number on a time line",
            "<SegmentTemplate initialization=\"init.mp4\" media=\"$Number$.m4s\" startNumber=\"0\" timescale=\"10\">"
            + "<SegmentTimeline><S t=\"0\" d=\"10\" r=\"3\"/></SegmentTimeline></SegmentTemplate>")
            .WithFragments("dir/{0}.m4s", "dir/init.mp4"),
        One("SegmentTemplate by time",
            "<SegmentTemplate initialization=\"init.mp4\" media=\"$Time$.m4s\">"
            + "<SegmentTimeline><S t=\"0\" d=\"1\"/><S d=\"1\" r=\"2\"/></SegmentTimeline></SegmentTemplate>")
            .WithFragments("dir/{0}.m4s", "dir/init.mp4"),
        Presentation.Dash("Live", Muxed, duration: null, "dynamic", "availabilityStartTime=\"2026-01-01T00:00:00Z\"",
            "<Period>" + Set("video", Representation(
                "<SegmentTemplate initialization=\"init.mp4\" media=\"$Time$.m4s\" timescale=\"1\">"
                + "<SegmentTimeline><S t=\"0\" d=\"1\" r=\"3\"/></SegmentTimeline></SegmentTemplate>")) + "</Period>")
            .WithFragments("dir/{0}.m4s", "dir/init.mp4") with { IsMisread = true },
    ];

    private static string Own => "http://example-bucket.objects.invalid/";

    private static string Simple => Set("video", Representation(Numbered));

    private static Presentation WithFragments(
        this Presentation all, string segments, string head, Func<int, int>? name = null)
    {
        all = all.With(head, Clips.Head(Clips.Both));
        return Enumerable.Range(0, 4).Aggregate(all, (made, number) => made.With(
            string.Format(System.Globalization.CultureInfo.InvariantCulture, segments, name?.Invoke(number) ?? number),
            Clips.Fragment(Clips.Both, number)));
    }

    private static Presentation Leveled(string name, string manifest, string period, string set, string representation) => Whole(
        name,
        "",
        Address(manifest) + "<Period>" + Address(period) + "<AdaptationSet mimeType=\"video/mp4\">" + Address(set)
        + Representation(Address(representation) + Numbered) + "</AdaptationSet></Period>");

    private static string Address(string text) => text.Length == 0 ? "" : $"<BaseURL>{text}</BaseURL>";

    private static Presentation Template(string name, string attributes, string line) => Whole(
        name, "", "<Period>" + Set("video", Representation(
            $"<SegmentTemplate initialization=\"init.mp4\" {attributes}><SegmentTimeline>{line}</SegmentTimeline></SegmentTemplate>"))
        + "</Period>");

    private static Presentation Whole(
        string name, string more, string inside, string type = "type=\"static\"",
        string profile = "profiles=\"urn:mpeg:dash:profile:isoff-live:2011\"", string before = "") =>
        Presentation.Manifest(
            name,
            Muxed,
            4,
            $"{before}<MPD {type} {(more.Length > 0 ? more : profile)} mediaPresentationDuration=\"PT4S\">{inside}</MPD>")
            with { IsMisread = true, Packets = Four };

    private static Presentation One(string name, string inside) =>
        Presentation.Dash(name, Muxed, 4, "<Period>" + Set("video", Representation(inside)) + "</Period>");

    private static string Set(string kind, string inside) => $"<AdaptationSet mimeType=\"{kind}/mp4\">{inside}</AdaptationSet>";

    private static string Representation(string inside) =>
        $"<Representation id=\"1\" bandwidth=\"100000\">{inside}</Representation>";

    private static string Based(byte[] clip, string file) => Representation(
        $"<BaseURL>{file}</BaseURL><SegmentBase indexRange=\"{Range(Clips.Index(clip).First, Clips.Index(clip).End)}\">"
        + $"<Initialization range=\"0-{Clips.Head(clip).Length - 1}\"/></SegmentBase>");

    private static string List(byte[] clip, string? media, int from, string more = "")
    {
        var source = media is null ? "" : $"sourceURL=\"{media}\" ";
        var name = media is null ? "" : $"media=\"{media}\" ";
        return $"<SegmentList {more}duration=\"1\"><Initialization {source}range=\"0-{Clips.Head(clip).Length - 1}\"/>"
            + string.Concat(Clips.Fragments(clip).Skip(from).Select(
                one => $"<SegmentURL {name}mediaRange=\"{Range(one.First, one.First + one.Size)}\"/>")) + "</SegmentList>";
    }

    private static string Range(int first, int end) => $"{first}-{end - 1}";
}
