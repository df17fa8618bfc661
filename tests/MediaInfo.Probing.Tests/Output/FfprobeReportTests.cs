using System.Text;
using MediaInfo.Probing.Output;
using MediaInfo.TestSupport.Descriptions;

namespace MediaInfo.Probing.Tests.Output;

public sealed class FfprobeReportTests
{
    [Theory]
    [MemberData(nameof(FfprobeFixture.Clips), MemberType = typeof(FfprobeFixture))]
    public void Every_saved_report_has_a_format_and_the_stated_number_of_streams(string clip)
    {
        var report = FfprobeFixture.Report(clip);

        Assert.NotNull(report.Format);
        Assert.Equal(report.Format.NbStreams, $"{report.Streams.Count}");
        Assert.Equal(report.Format.NbPrograms, $"{report.Programs.Count}");
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("3")]
    [InlineData("""{ "streams": [ { "index": 0, "codec_na""")]
    [InlineData("""{ "streams": {} }""")]
    [InlineData("""{ "streams": [] } trailing""")]
    [InlineData("""{ "streams": [ { "tags": { "title": "\ud800" } } ] }""")]
    [InlineData("""{ "streams": [ { "tags": { "\ud800": "" } } ] }""")]
    [InlineData("""{ "streams": [ { "codec_name": "\ud800" } ] }""")]
    public void Anything_but_a_complete_report_yields_null(string json) =>
        Assert.Null(FfprobeReport.Parse(Encoding.UTF8.GetBytes(json)));

    [Fact]
    public void A_file_that_ffprobe_cannot_open_yields_an_empty_report()
    {
        var report = FfprobeReport.Parse("{\n\n}\n"u8);

        Assert.NotNull(report);
        Assert.Null(report.Format);
        Assert.Empty(report.Streams);
        Assert.Empty(report.Programs);
        Assert.Empty(report.Chapters);
    }

    [Fact]
    public void Numbers_strings_and_booleans_are_all_read_as_text()
    {
        var stream = Assert.Single(Reports.Of("""
            { "index": 0, "width": 1280, "level": "-99", "codec_tag": true, "profile": null, "id": 1.50e3,
              "codec_name": { "a": [1] }, "codec_type": "x" }
            """).Streams);

        Assert.Equal(("0", "1280", "-99", "true"), (stream.Index, stream.Width, stream.Level, stream.CodecTag));
        Assert.Equal((null, "1.50e3", null, "x"), (stream.Profile, stream.Id, stream.CodecName, stream.CodecType));
    }

    [Fact]
    public void Missing_lists_are_empty() => Assert.Empty(Assert.Single(Reports.Of("{}").Streams).SideDataList);

    [Fact]
    public void Invalid_utf8_in_a_tag_is_replaced()
    {
        byte[] json = [.. """{ "format": { "tags": { "title": "caf"""u8, 0xE9, .. "\" } } }"u8];

        Assert.Equal("caf\uFFFD", FfprobeReport.Parse(json)?.Format?.Tags?.Find("title"));
    }

    [Fact]
    public void Control_characters_in_tags_are_dropped_except_tab_and_line_feed()
    {
        const string tags = """{ "service\u0015_name": "\u0004Kan\u007Fal\u0000 1\t\n\u0085", "\u0001": "nameless" }""";

        var tag = Assert.Single(Reports.Of("", $$"""{ "tags": {{tags}} }""").Format!.Tags!);
        Assert.Equal(new("service_name", "Kanal 1\t\n\u0085"), tag);
    }

    [Fact]
    public void Long_tag_values_and_names_are_truncated_between_characters()
    {
        var text = new string('t', 65_535) + "\U0001F3AC and more";
        var tag = Assert.Single(Reports.Of("", $$"""{ "tags": { "{{new string('n', 300)}}": "{{text}}" } }""").Format!.Tags!);

        Assert.Equal(new(new string('n', 256), new string('t', 65_535)), tag);
    }

    [Fact]
    public void Only_the_first_thousand_tags_are_kept()
    {
        var tags = string.Join(',', Enumerable.Range(0, 1500).Select(number => $"\"name{number}\": \"x\""));

        Assert.Equal(
            Enumerable.Range(0, 1000).Select(number => $"name{number}"),
            Reports.Of("", $$"""{ "tags": { {{tags}} } }""").Format!.Tags!.Keys);
    }

    [Fact]
    public void Tags_keep_their_order_and_are_found_regardless_of_case()
    {
        var report = Reports.Of("", """{ "tags": { "title": "T", "Artist": "A", "ALBUM": "B", "TITLE": "second" } }""");
        var tags = report.Format!.Tags!;

        Assert.Equal(["title", "Artist", "ALBUM"], tags.Keys, StringComparer.Ordinal);
        Assert.Equal("T", tags.Find("Title"));
        Assert.Equal("A", tags.Find("artist"));
        Assert.Null(tags.Find("year"));
    }

    [Fact]
    public void Side_data_keeps_its_scalar_properties()
    {
        var data = Assert.Single(FfprobeFixture.Report("rotated.mp4").Streams).FindSideData("Display Matrix");

        Assert.NotNull(data);
        Assert.Equal("-90", data.Find("rotation"));
        Assert.StartsWith("\n00000000:", data.Find("displaymatrix"), StringComparison.Ordinal);
    }

    [Fact]
    public void Programs_keep_their_names() =>
        Assert.Equal("Example Service", Assert.Single(FfprobeFixture.Report("service.ts").Programs).Tags?.Find("service_name"));

    [Fact]
    public void A_duration_estimated_from_the_bit_rate_is_detected()
    {
        Assert.True(FfprobeWarnings.SayDurationIsInaccurate(FfprobeFixture.StandardError("raw.aac")));
        Assert.False(FfprobeWarnings.SayDurationIsInaccurate(FfprobeFixture.StandardError("chapters.mov")));
        Assert.False(FfprobeWarnings.SayDurationIsInaccurate(""));
    }
}
