using System.Text.Json;
using System.Text.Json.Nodes;
using MediaInfo.Core.Accounts;
using MediaInfo.Core.Jobs;
using MediaInfo.Core.Jobs.Orders;
using MediaInfo.Core.Library;
using MediaInfo.Core.Library.Events;
using MediaInfo.Core.Objects;
using MediaInfo.Core.Tags;
using MediaInfo.TestSupport;
using MediaInfo.TestSupport.Library;
using NSubstitute;

namespace MediaInfo.Api.Tests.Alibaba.Ims.Library;

public sealed class AssetTagsTests
{
    private const string Folder = "Ims/Library";
    private const string Url = LibraryService.Url;
    private const string Detailed = """{"AiRoughData.StandardSmartTagJob":true}""";

    private readonly LibraryService _service = new();

    public AssetTagsTests() => _service.World.Files.WriteAsync(default!, default, default!, default!, default)
        .ReturnsForAnyArgs(ObjectWriteStatus.Written);

    [Fact]
    public async Task GetMediaInfo_tells_where_the_tags_of_an_asset_are()
    {
        var id = await RegisterTaggedAsync();

        GoldenFile.Matches(AiRoughData(await _service.AnswerAsync("GetMediaInfo", "MediaId", id)).ToJsonString(Indented), Folder);
    }

    [Fact]
    public async Task GetMediaInfo_has_the_tags_of_an_asset_if_asked_for_details() => GoldenFile.Matches(
        await _service.AnswerAsync("GetMediaInfo", "MediaId", await RegisterTaggedAsync(), "ReturnDetailedInfo", Detailed),
        Folder);

    [Theory]
    [InlineData(null, true)]
    [InlineData("{}", true)]
    [InlineData("""{"AiRoughData.StandardSmartTagJob":false}""", true)]
    [InlineData("""{"AiRoughData.StandardSmartTagJob":"true"}""", false)]
    public async Task The_caller_chooses_the_form_of_the_results(string? detailed, bool isUrl)
    {
        var id = await RegisterTaggedAsync();

        string[] wish = detailed is null ? [] : ["ReturnDetailedInfo", detailed];
        var job = AiRoughData(await _service.AnswerAsync("GetMediaInfo", ["MediaId", id, .. wish]))["StandardSmartTagJob"]!;

        Assert.Equal((isUrl, !isUrl), (job["ResultUrl"] is not null, job["Results"] is not null));
    }

    [Fact]
    public async Task The_tags_are_Analyzing_until_their_job_ends_and_AnalyzeFailed_if_it_fails()
    {
        var id = await _service.RegisterAsync("InputURL", Url, "SmartTagTemplateId", "S00000101-300080");
        Assert.Null(JsonNode.Parse(await _service.AnswerAsync("GetMediaInfo", "MediaId", id))!["MediaInfo"]!["AiRoughData"]);

        await _service.EndAsync(id, "sample.mp4");
        var running = AiRoughData(await _service.AnswerAsync("GetMediaInfo", "MediaId", id, "ReturnDetailedInfo", Detailed));
        await _service.TagAsync(id, found: null);
        var failed = AiRoughData(await _service.AnswerAsync("GetMediaInfo", "MediaId", id));

        Assert.Equal("Analyzing", (string?)running["Status"]);
        Assert.Equal("AnalyzeFailed", (string?)failed["StandardSmartTagJob"]!["Status"]);
        Assert.All([running, failed], data => Assert.Null(data["Result"] ?? data["StandardSmartTagJob"]!["Results"]));
    }

    [Fact]
    public async Task A_registration_keeps_what_its_template_asks_for()
    {
        var id = await _service.RegisterAsync(
            "InputURL", Url, "SmartTagTemplateId", "S00000103-000001", "Title", "标题", "Description", "About");

        var work = (await _service.World.FindAsync(id)).Wishes!.Tags!;
        Assert.Equal([RecogniserKind.Chapters, RecogniserKind.Text], work.Recognisers);
        Assert.Equal(("标题", "About"), (work.Title, work.Content));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_event_of_tags(bool isSuccess)
    {
        var id = await _service.RegisterAsync("InputURL", Url, "SmartTagTemplateId", "S00000101-300080", "UserData", "mine");
        await _service.EndAsync(id, "sample.mp4");
        await _service.TagAsync(id, isSuccess ? Findings : null);

        var news = _service.World.Queues.Events.Last();
        Assert.Equal("MediaAiAnalysisComplete", news.Type);
        GoldenFile.Matches(LibraryService.Pretty(news.Text), Folder, isSuccess ? "success" : "failure");
    }

    [Fact]
    public async Task SubmitMediaAiAnalysisJob_answers_the_assets_id()
    {
        var id = await _service.RegisterAsync();

        var answer = await _service.AnswerAsync(
            "SubmitMediaAiAnalysisJob", "Input", $$"""{"Media":"{{id}}","MediaType":"video"}""");

        GoldenFile.Matches(answer, Folder);
        Assert.Equal(AssetWorkState.Running, (await _service.World.FindAsync(id)).Tagging?.State);
    }

    [Fact]
    public async Task An_analysis_of_an_address_registers_its_object()
    {
        await _service.AnswerAsync("SubmitMediaAiAnalysisJob", "Input", $$"""{"Media":"{{Url}}","MediaType":"audio"}""");

        var all = await _service.World.Catalog.ListAsync(LibraryWorld.Account, new AssetQuery { Max = 2 }, default);
        var asset = Assert.Single(all.Assets);
        Assert.Equal(("audio", Url), (asset.MediaType, asset.InputUrl));
        Assert.NotNull(asset.Tagging);
    }

    [Fact]
    public async Task An_analysis_of_a_registered_objects_address_is_about_its_asset()
    {
        var id = await _service.RegisterAsync();

        var answer = await _service.AnswerAsync("SubmitMediaAiAnalysisJob", "Input", $$"""{"Media":"{{Url}}"}""");

        Assert.Equal(id, (string?)JsonNode.Parse(answer)!["MediaId"]);
    }

    [Fact]
    public async Task The_user_data_of_an_analysis_names_the_target_of_its_event_alone()
    {
        var id = await _service.RegisterAsync("InputURL", Url, "UserData", "mine");
        await _service.AnswerAsync(
            "SubmitMediaAiAnalysisJob",
            "Input",
            $$"""{"Media":"{{id}}"}""",
            "UserData",
            """{"NotifyAddress":"ice-callback-tags"}""");
        await _service.TagAsync(id, Findings);

        var news = _service.World.Queues.Events.Last();
        Assert.Equal(new EventTarget(Url: null, "ice-callback-tags"), news.Target);
        Assert.Equal(
            """{"NotifyAddress":"ice-callback-tags"}""",
            (string?)JsonNode.Parse(news.Text)!["MessageBody"]!["UserData"]);
    }

    [Fact]
    public async Task The_parameters_of_an_analysis_are_those_of_a_tag_job()
    {
        var id = await _service.RegisterAsync();
        await _service.AnswerAsync(
            "SubmitMediaAiAnalysisJob", "Input", $$"""{"Media":"{{id}}"}""", "AnalysisParams", """{"needOcrData":true}""");

        var job = (await _service.World.FindAsync(id)).Tagging!.JobId;
        var work = _service.World.Jobs.All[new JobKey(LibraryWorld.Account, job)].Extras.Tags!;
        Assert.Equal([RecogniserKind.Chapters, RecogniserKind.Text], work.Recognisers);
        Assert.Equal("""{"needOcrData":true}""", work.Parameters);
    }

    [Theory]
    [InlineData("400 MissingParameter: The input parameter \"Input\" that is mandatory for processing this request is not supplied.")]
    [InlineData("400 InvalidParameter: The specified parameter \"Input\" is not valid.", "Input", "a")]
    [InlineData(
        "400 MissingParameter: The input parameter \"Input.Media\" that is mandatory for processing this request is not supplied.",
        "Input",
        "{}")]
    [InlineData(
        "400 InvalidParameter: The specified parameter \"Input.MediaType\" is not valid.",
        "Input",
        """{"Media":"a","MediaType":"film"}""")]
    [InlineData("404 ResourceNotFound: Resource not found", "Input", """{"Media":"a"}""")]
    [InlineData(
        "400 InvalidParameter: The specified parameter \"Input.Media\" is not valid.",
        "Input",
        """{"Media":"https://example.com/a.mp4"}""")]
    [InlineData(
        "403 Forbidden: User not authorized to operate on the specified resource.",
        "Input",
        """{"Media":"oss://closed/a.mp4"}""")]
    [InlineData(
        "400 InvalidParameter: The specified parameter \"UserData\" is not valid.",
        "Input",
        """{"Media":"a"}""",
        "UserData",
        "-a")]
    [InlineData(
        "400 InvalidParameter: The specified parameter \"AnalysisParams\" is not valid.",
        "Input",
        """{"Media":"a"}""",
        "AnalysisParams",
        """{"needAsrData":true}""")]
    public async Task A_refused_analysis_names_the_parameter(string refusal, params string[] parameters) =>
        Assert.Equal(refusal, await _service.RefusalAsync("SubmitMediaAiAnalysisJob", parameters));

    [Fact]
    public async Task Tags_of_a_bucket_that_is_no_longer_the_accounts_are_not_shown()
    {
        var id = await RegisterTaggedAsync();

        var after = _service.After(account => account with { Buckets = [new BucketGrant { Name = "other" }] });

        Assert.Null(JsonNode.Parse(await after.AnswerAsync("GetMediaInfo", "MediaId", id))!["MediaInfo"]!["AiRoughData"]);
    }

    private static JsonSerializerOptions Indented { get; } = new() { WriteIndented = true, NewLine = "\n" };

    private static TagFindings Findings
    {
        get
        {
            using var json = JsonDocument.Parse("""{"autoChapters":[{"id":1,"start":0.0,"end":2.5}]}""");
            return new TagFindings([new TagResult("NLP", json.RootElement.Clone())]);
        }
    }

    private async Task<string> RegisterTaggedAsync()
    {
        var id = await _service.RegisterAsync("InputURL", Url, "SmartTagTemplateId", "S00000101-300080");
        await _service.EndAsync(id, "sample.mp4");
        await _service.TagAsync(id, Findings);
        return id;
    }

    private static JsonNode AiRoughData(string answer) => JsonNode.Parse(answer)!["MediaInfo"]!["AiRoughData"]!;
}
