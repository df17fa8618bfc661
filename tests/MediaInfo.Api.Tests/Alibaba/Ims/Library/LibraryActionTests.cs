using MediaInfo.Core.Library.Events;
using MediaInfo.TestSupport;
using MediaInfo.TestSupport.Descriptions;

namespace MediaInfo.Api.Tests.Alibaba.Ims.Library;

public sealed class LibraryActionTests
{
    private const string Folder = "Ims/Library";
    private const string Url = "https://bucket.oss-cn-hangzhou.aliyuncs.com/films/%E8%A7%86%E9%A2%91%201.mp4";

    private readonly LibraryService _service = new();

    [Fact]
    public async Task RegisterMediaInfo_answers_the_id() =>
        GoldenFile.Matches(await _service.AnswerAsync("RegisterMediaInfo", "InputURL", Url), Folder);

    [Fact]
    public async Task GetMediaInfo_before_the_analysis_has_no_files()
    {
        await RegisterAsync();

        GoldenFile.Matches(await _service.AnswerAsync("GetMediaInfo", "InputURL", Url), Folder);
    }

    [Theory]
    [MemberData(nameof(FfprobeFixture.Clips), MemberType = typeof(FfprobeFixture))]
    public async Task GetMediaInfo_of_a_clip(string clip)
    {
        var id = await RegisterAsync("InputURL", $"oss://bucket/clips/{clip}");
        await EndAsync(id, clip);

        GoldenFile.Matches(await _service.AnswerAsync("GetMediaInfo", "MediaId", id), Folder, clip);
    }

    [Fact]
    public async Task GetMediaInfo_of_an_asset_with_every_user_field()
    {
        var id = await RegisterAsync(
            "InputURL", Url, "MediaType", "video", "BusinessType", "opening", "Title", "标题", "Description", "<what> & \"why\"",
            "MediaTags", "one, two,,one", "CoverURL", "http://pictures.example.com/1.png", "UserData", """{"a":"值"}""",
            "CateId", "3048",
            "ReferenceId", "123-1234", "ClientToken", "0123456789abcdef0123456789abcdef");
        await _service.AnswerAsync("UpdateMediaInfo", "MediaId", id, "Category", "films");
        await EndAsync(id, "sample.mp4");

        GoldenFile.Matches(
            await _service.AnswerAsync(
                "GetMediaInfo",
                "MediaId",
                id,
                "OutputType",
                "cdn",
                "ReturnDetailedInfo",
                """{"AiRoughData.StandardSmartTagJob":true}"""),
            Folder);
    }

    [Fact]
    public async Task GetMediaInfo_of_an_asset_whose_analysis_failed()
    {
        var id = await RegisterAsync();
        await EndAsync(id, clip: null);

        GoldenFile.Matches(await _service.AnswerAsync("GetMediaInfo", "MediaId", id), Folder);
    }

    [Fact]
    public async Task BatchGetMediaInfos_returns_basic_information_and_unknown_ids()
    {
        var id = await RegisterAsync("InputURL", Url, "CateId", "1", "ReferenceId", "123-1234");

        GoldenFile.Matches(await _service.AnswerAsync("BatchGetMediaInfos", "MediaIds", $"unknown,{id}"), Folder);
    }

    [Fact]
    public async Task BatchGetMediaInfos_adds_files_on_request()
    {
        var id = await RegisterAsync();
        await EndAsync(id, "sample.mp4");

        GoldenFile.Matches(
            await _service.AnswerAsync("BatchGetMediaInfos", "MediaIds", id, "AdditionType", "FileInfo", "AuthTimeout", "60"),
            Folder);
    }

    [Fact]
    public async Task ListMediaBasicInfos_answers_a_page()
    {
        for (var i = 0; i < 3; i++)
        {
            await EndAsync(await RegisterAsync("InputURL", $"oss://bucket/{i}.mp4"), "sample.mp4");
        }

        GoldenFile.Matches(
            await _service.AnswerAsync(
                "ListMediaBasicInfos", "MaxResults", "2", "IncludeFileBasicInfo", "true", "Status", "Normal"),
            Folder);
    }

    [Fact]
    public async Task ListMediaBasicInfos_returns_an_empty_library() =>
        GoldenFile.Matches(await _service.AnswerAsync("ListMediaBasicInfos"), Folder);

    [Fact]
    public async Task UpdateMediaInfo_answers_the_id()
    {
        await RegisterAsync();

        GoldenFile.Matches(await _service.AnswerAsync("UpdateMediaInfo", "InputURL", Url, "Title", "after"), Folder);
    }

    [Fact]
    public async Task DeleteMediaInfos_lists_what_it_could_not_delete()
    {
        await RegisterAsync();

        GoldenFile.Matches(
            await _service.AnswerAsync(
                "DeleteMediaInfos", "InputURLs", $"{Url},oss://bucket/unknown.mp4,nonsense,oss://closed/a.mp4"),
            Folder);
    }

    [Fact]
    public async Task DeleteMediaInfos_has_no_lists_if_all_are_deleted() =>
        GoldenFile.Matches(await _service.AnswerAsync("DeleteMediaInfos", "MediaIds", await RegisterAsync()), Folder);

    [Fact]
    public async Task SetEventCallback_confirms_success() =>
        GoldenFile.Matches(await _service.AnswerAsync("SetEventCallback", "CallbackURL", "http://example.com/"), Folder);

    [Fact]
    public async Task GetEventCallback_is_empty_if_nothing_was_set() =>
        GoldenFile.Matches(await _service.AnswerAsync("GetEventCallback"), Folder);

    [Fact]
    public async Task GetEventCallback_of_an_address()
    {
        await _service.AnswerAsync(
            "SetEventCallback", "CallbackType", "HTTP", "CallbackURL", "https://example.com/events?a=1", "EventTypeList",
            "RegisterMediaComplete,DeleteMediaComplete", "AuthSwitch", "on", "AuthKey", "TestKey001");

        GoldenFile.Matches(await _service.AnswerAsync("GetEventCallback"), Folder);
    }

    [Fact]
    public async Task GetEventCallback_of_a_queue()
    {
        await _service.AnswerAsync(
            "SetEventCallback", "CallbackType", "MNS", "CallbackQueueName", "ice-callback-a", "EventTypeList", "ALL");

        GoldenFile.Matches(await _service.AnswerAsync("GetEventCallback"), Folder);
    }

    [Theory]
    [InlineData("ice:Get*", false)]
    [InlineData("ice:SetEventCallback", true)]
    public async Task The_event_key_is_shown_only_to_callers_who_may_set_it(string allow, bool isShown)
    {
        await _service.AnswerAsync(
            "SetEventCallback", "CallbackURL", "https://example.com/", "AuthSwitch", "on", "AuthKey", "TestKey001");
        _service.Allow = [allow];

        var answer = await _service.AnswerAsync("GetEventCallback");

        Assert.Contains("\"AuthSwitch\": \"on\"", answer, StringComparison.Ordinal);
        Assert.Equal(isShown, answer.Contains("TestKey001", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("sample.mp4", "success")]
    [InlineData(null, "failure")]
    public async Task The_events_of_an_asset(string? clip, string ending)
    {
        var id = await RegisterAsync("InputURL", Url, "UserData", """{"NotifyAddress":"ice-callback-a"}""");
        await EndAsync(id, clip);
        await _service.AnswerAsync("UpdateMediaInfo", "MediaId", id, "Title", "after");
        await _service.AnswerAsync("DeleteMediaInfos", "MediaIds", id);

        var events = _service.World.Queues.Events.ToList();
        Assert.All(events, news => Assert.Equal(new EventTarget(Url: null, "ice-callback-a"), news.Target));
        GoldenFile.Matches(LibraryService.Pretty($"[{string.Join(',', events.Select(news => news.Text))}]"), Folder, ending);
    }

    [Theory]
    [InlineData(
        "RegisterMediaInfo",
        "400 MissingParameter: The input parameter \"InputURL\" that is mandatory for processing this request is not supplied.")]
    [InlineData(
        "RegisterMediaInfo",
        "403 Forbidden: User not authorized to operate on the specified resource.",
        "InputURL",
        "oss://closed/a.mp4")]
    [InlineData(
        "RegisterMediaInfo",
        "400 InvalidParameter: The specified parameter \"InputURL\" is not valid.",
        "InputURL",
        "oss:///a.mp4")]
    [InlineData(
        "RegisterMediaInfo",
        "400 InvalidParameter: The specified parameter \"InputURL\" is not valid.",
        "InputURL",
        "https://bucket.objects.invalid/a.mp4")]
    [InlineData("GetMediaInfo", "404 ResourceNotFound: Resource not found: MediaId", "MediaId", "unknown")]
    [InlineData("GetMediaInfo", "404 ResourceNotFound: Resource not found: InputURL", "InputURL", Url)]
    [InlineData(
        "GetMediaInfo",
        "400 InvalidParameter: The specified parameter \"OutputType\" is not valid.",
        "MediaId",
        "unknown",
        "OutputType",
        "CDN")]
    [InlineData(
        "UpdateMediaInfo",
        "400 MissingParameter: The input parameter \"MediaId\" that is mandatory for processing this request is not supplied.")]
    [InlineData(
        "DeleteMediaInfos",
        "400 InvalidParameter: The specified parameter \"DeletePhysicalFiles\" is not valid. This service only reads objects and cannot delete them.",
        "MediaIds",
        "a",
        "DeletePhysicalFiles",
        "true")]
    [InlineData(
        "SetEventCallback",
        "400 MissingParameter: The input parameter \"CallbackURL\" that is mandatory for processing this request is not supplied.")]
    [InlineData(
        "SetEventCallback",
        "400 InvalidParameter: The specified parameter \"CallbackURL\" is not valid.",
        "CallbackURL",
        "http://user@example.com/")]
    public async Task A_refusal_names_the_parameter(string action, string refusal, params string[] parameters) =>
        Assert.Equal(refusal, await _service.RefusalAsync(action, parameters));

    [Fact]
    public async Task A_reference_id_of_another_asset_is_refused()
    {
        await RegisterAsync("InputURL", "oss://bucket/1.mp4", "ReferenceId", "123-1234");

        Assert.Equal(
            "400 InvalidParameter: The specified parameter \"ReferenceId\" is not valid. Another media asset already uses it.",
            await _service.RefusalAsync("RegisterMediaInfo", "InputURL", Url, "ReferenceId", "123-1234"));
    }

    [Theory]
    [InlineData("oss://bucket/a b.mp4", "a b.mp4")]
    [InlineData("oss://bucket/100%25.mp4", "100%.mp4")]
    [InlineData("oss://bucket/100%.mp4", "100%.mp4")]
    [InlineData("http://bucket.oss-cn-hangzhou.aliyuncs.com/100%25.mp4", "100%.mp4")]
    [InlineData("https://bucket.oss-cn-hangzhou-internal.aliyuncs.com/a+b.mp4?Expires=1", "a+b.mp4")]
    [InlineData("https://bucket.oss-cn-hangzhou.aliyuncs.com:443/a.mp4", "a.mp4")]
    public async Task An_address_names_an_object(string url, string key)
    {
        var asset = await _service.World.FindAsync(await RegisterAsync("InputURL", url));

        Assert.Equal((key, url, "cn-hangzhou"), (asset.Source.Key, asset.InputUrl, asset.Region));
    }

    [Theory]
    [InlineData("""{"NotifyAddress":"https://example.com/a"}""", "https://example.com/a", null)]
    [InlineData("""{"NotifyAddress":"ice-callback-a"}""", null, "ice-callback-a")]
    [InlineData("""{"NotifyAddress":"mediainfo-callbacks"}""", null, null)]
    [InlineData("""{"NotifyAddress":7}""", null, null)]
    [InlineData("""{"NotifyAddress":"\ud800"}""", null, null)]
    [InlineData("""{"\ud800":1,"NotifyAddress":"ice-callback-a"}""", null, "ice-callback-a")]
    [InlineData("""{"NotifyAddress":"ice-callback-a\udfff"}""", null, null)]
    [InlineData("[]", null, null)]
    [InlineData("text", null, null)]
    public async Task User_data_can_name_the_target_of_an_assets_events(string userData, string? url, string? queue)
    {
        var id = await RegisterAsync("InputURL", Url, "UserData", userData);
        await _service.AnswerAsync("DeleteMediaInfos", "MediaIds", id);

        var expected = url is null && queue is null ? null : new EventTarget(url, queue);
        Assert.Equal(expected, Assert.Single(_service.World.Queues.Events).Target);
    }

    private async Task<string> RegisterAsync(params string[] parameters)
    {
        var answer = await _service.CallAsync("RegisterMediaInfo", parameters.Length > 0 ? parameters : ["InputURL", Url]);
        Assert.Null(answer.Error);
        return ((Api.Alibaba.Ims.Library.Wire.MediaIdResponse)answer.Body!).MediaId;
    }

    private async Task EndAsync(string id, string? clip)
    {
        var world = _service.World;
        world.Time.Advance(TimeSpan.FromSeconds(2));
        var job = await world.EndedJobAsync(await world.FindAsync(id), clip is null ? null : FfprobeFixture.Describe(clip));
        await world.Analysis.EndAsync(job, default);
    }
}
