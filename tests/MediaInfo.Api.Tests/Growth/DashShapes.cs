using static MediaInfo.Api.Tests.Growth.PlaylistInput;

namespace MediaInfo.Api.Tests.Growth;

/// <summary>DASH manifests.</summary>
internal static class DashShapes
{
    // The service reads manifests of up to 4 MiB.
    private const int Largest = 4_000_000;
    private const string Thousand = "<S d='1' r='999'/>";
    private const string Timed =
        "<SegmentTemplate media='$Number$.m4s'><SegmentTimeline>" + Thousand + "</SegmentTimeline></SegmentTemplate>";
    private const string Hundred =
        "<SegmentTemplate media='$Number$.m4s'><SegmentTimeline><S d='1' r='99'/></SegmentTimeline></SegmentTemplate>";

    public static IReadOnlyList<GrowthCase> All { get; } =
    [
        Case("many periods", size => Repeat(
            "<Period><AdaptationSet mimeType='video/mp4'><Representation><SegmentList/></Representation></AdaptationSet></Period>",
            size)),
        Case("many periods of one segment", size => Repeat(
            "<Period duration='PT1S'><AdaptationSet mimeType='video/'><Representation><BaseURL>a</BaseURL></Representation></AdaptationSet></Period>",
            size)),
        Case("many sets beside the one with segments", size => Period(Video(Timed) + Repeat("<AdaptationSet/>", size))),
        Case(
            "many representations beside the one with segments",
            size => Period(Set(Timed + "<Representation/>" + Repeat("<Representation/>", size)))),
        Case("many representations of no kind", size => Period(Repeat("<AdaptationSet><Representation/></AdaptationSet>", size))),
        Case("many elements of no meaning beside segments", size => Period(Video(Timed + Repeat("<x/>", size)))),
        Case("many base addresses beside segments", size => Period(Video(Timed + Repeat("<BaseURL>a/</BaseURL>", size)))),
        Case("many templates without an address", size => Period(Video(Repeat("<SegmentTemplate/>", size) + Timed))),
        Case("many templates and many periods", size => Repeat("<SegmentTemplate/>", size / 2)
            + Repeat("<Period><AdaptationSet mimeType='video/mp4'><Representation/></AdaptationSet></Period>", size / 2)),
        Case("a timeline of many entries", size => Period(Video(
            $"<SegmentTemplate media='$Time$'><SegmentTimeline>{Repeat("<S t='0' d='0'/>", size)}</SegmentTimeline></SegmentTemplate>"))),
        Case("a timeline of many repeats", size => Period(Video(
            $"<SegmentTemplate media='$Time$'><SegmentTimeline>{Repeat("<S d='9' r='2147483647'/>", size)}</SegmentTimeline></SegmentTemplate>"))),
        Case("a timeline that goes back", size => Period(Video(
            $"<SegmentTemplate media='$Time$'><SegmentTimeline>{Repeat("<S d='-9' r='-1'/>", size)}</SegmentTimeline></SegmentTemplate>"))),
        Case("a list of many segments", size => Period(Video(
            $"<SegmentList>{Number(size, number => $"<SegmentURL media='{number}' mediaRange='0-{number}'/>")}</SegmentList>"))),
        Case("a list for many periods", size => $"<SegmentList>{Repeat("<SegmentURL media='a'/>", size / 2)}</SegmentList>"
            + Repeat("<Period><AdaptationSet mimeType='video/mp4'><Representation/></AdaptationSet></Period>", size / 2)),
        Case("a long base address", size => Period(Video($"<BaseURL>{new string('a', size)}/</BaseURL>{Timed}"))),
        Case("a long base address of many parts", size => Period(Video($"<BaseURL>{Repeat("a/../", size)}</BaseURL>{Timed}"))),
        Case("a base address of many texts", size => Period(Video($"<BaseURL>{Repeat("<!---->a", size)}</BaseURL>{Timed}"))),
        Case("a long template", size => Period(Video(
            $"<SegmentTemplate media='{new string('a', size)}$Number$'><SegmentTimeline>{Thousand}</SegmentTimeline></SegmentTemplate>"))),
        Case("a template of many numbers", size => Period(Video(
            $"<SegmentTemplate media='{Repeat("$Number%099d$", size)}'><SegmentTimeline>{Thousand}</SegmentTimeline></SegmentTemplate>"))),
        Case("a template of broken identifiers", size => Period(Video(
            $"<SegmentTemplate media='{Repeat("$aaaaaaa%0", size)}'><SegmentTimeline>{Thousand}</SegmentTimeline></SegmentTemplate>"))),
        Case("a template with a width of many digits", size => Period(Video(
            $"<SegmentTemplate media='$Number%0{new string('9', size)}d$'><SegmentTimeline>{Thousand}</SegmentTimeline></SegmentTemplate>"))),
        Case("a long id that the template repeats", size => Period(
            $"<AdaptationSet mimeType='video/mp4'><Representation id='{new string('é', size / 4)}'>"
            + $"<SegmentTemplate media='{Repeat("$RepresentationID$", size / 2)}'><SegmentTimeline>{Thousand}</SegmentTimeline></SegmentTemplate></Representation></AdaptationSet>")),
        Case("numbers of many digits", size => Period(Video(
            $"<SegmentTemplate media='a' duration='{new string('9', size / 2)}' timescale='{new string('9', size / 2)}'/>"))),
        Case("a duration of many digits", size =>
            $"<Period duration='PT{new string('9', size)}S'>{Video("<SegmentTemplate media='a' duration='1'/>")}</Period>"),
        Case("elements in elements", size => Period(Video(Nested(size)))),
        Case("elements in elements that never end", size => Repeat("<a>", size)),
        Case("many attributes", size => Period($"<AdaptationSet {Number(size, number => $"a{number}='' ")}/>")),
        Case(
            "one attribute twice, many between",
            size => Period($"<AdaptationSet b='' {Number(size, number => $"a{number}='' ")} b=''/>")),
        Case("one long attribute", size => Period($"<AdaptationSet mimeType='{new string('v', size)}'/>")),
        Case("an attribute of many references", size => Period($"<AdaptationSet mimeType='{Repeat("&#118;", size)}'/>")),
        Case("many namespaces", size => Period($"<a {Number(size, number => $"xmlns:a{number}='a' ")}/>")),
        Case("many names", size => Period(Number(size, number => $"<a{number}/>"))),
        Case("comments and instructions", size => Period(Repeat("<!-- --><?a?>", size))),
        Case(
            "entities of entities",
            size =>
                $"<!DOCTYPE a [{Number(size, number => $"<!ENTITY a{number + 1} '&a{number};&a{number};'>")}]>" + Period("&a9;"),
            isWhole: true),
        Case("hundreds of segments each in many periods", size => Repeat($"<Period>{Video(Hundred)}</Period>", size)),
    ];

    private static GrowthCase Case(string shape, Func<int, string> content, bool isWhole = false) => New(
        $"DASH: {shape}", Largest, size =>
            (isWhole ? content(size) : $"<MPD xmlns='urn:mpeg:dash:schema:mpd:2011'>{content(size)}</MPD>"));

    private static string Period(string sets) => $"<Period duration='PT9S'>{sets}</Period>";

    private static string Set(string inner) => $"<AdaptationSet mimeType='video/mp4'>{inner}</AdaptationSet>";

    private static string Video(string representation) => Set($"<Representation id='v'>{representation}</Representation>");

    private static string Nested(int size)
    {
        var depth = size / "<a></a>".Length;
        return Repeat("<a>", depth * 3) + Repeat("</a>", depth * 4);
    }
}
