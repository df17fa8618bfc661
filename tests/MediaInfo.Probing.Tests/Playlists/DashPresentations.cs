namespace MediaInfo.Probing.Tests.Playlists;

/// <summary>DASH presentations of every make.</summary>
internal static class DashPresentations
{
    private const string Muxed = "h264 aac";

    private static readonly string IndexOfBoth = Range(Clips.Index(Clips.Both).First, Clips.Index(Clips.Both).End);

    public static IEnumerable<Presentation> All => [.. WholeFiles, .. Lists, .. Templates];

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

    private static Presentation WithFragments(this Presentation all, string segments, string head)
    {
        all = all.With(head, Clips.Head(Clips.Both));
        return Enumerable.Range(0, 4).Aggregate(all, (made, number) => made.With(
            string.Format(System.Globalization.CultureInfo.InvariantCulture, segments, number),
            Clips.Fragment(Clips.Both, number)));
    }

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
