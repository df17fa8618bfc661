using MediaInfo.Core.Library.Events;
using MediaInfo.Core.Objects;
using MediaInfo.TestSupport;
using MediaInfo.TestSupport.Descriptions;

namespace MediaInfo.Api.Tests.Alibaba.Ims.Library;

public sealed class LibraryActionTests
{
    private const string Folder = "Ims/Library";
    private const string Url = LibraryService.Url;

    private readonly LibraryService _service = new();

    [Fact]
    public async Task RegisterMediaInfo_answers_the_id() =>
        GoldenFile.Matches(await _service.AnswerAsync("RegisterMediaInfo", "InputURL", Url), Folder);

    [Fact]
    public async Task GetMediaInfo_before_the_analysis_tells_what_storage_knows_of_the_file()
    {
        await _service.RegisterAsync();
        _service.Objects.Put(new ObjectRef("bucket", "films/视频 1.mp4"), new byte[7]);

        GoldenFile.Matches(await _service.AnswerAsync("GetMediaInfo", "InputURL", Url), Folder);
    }

    [Theory]
    [MemberData(nameof(FfprobeFixture.Clips), MemberType = typeof(FfprobeFixture))]
    public async Task GetMediaInfo_of_a_clip(string clip)
    {
        var id = await _service.RegisterAsync("InputURL", $"oss://bucket/clips/{clip}");
        await _service.EndAsync(id, clip);

        GoldenFile.Matches(await _service.AnswerAsync("GetMediaInfo", "MediaId", id), Folder, clip);
    }

    [Fact]
    public async Task GetMediaInfo_of_an_asset_with_every_user_field()
    {
        var category = await _service.AddCategoryAsync("films");
        var id = await _service.RegisterAsync(
            "InputURL", Url, "MediaType", "video", "BusinessType", "opening", "Title", "标题", "Description", "<what> & \"why\"",
            "MediaTags", "one, two,,one", "CoverURL", "http://pictures.example.com/1.png", "UserData", """{"a":"值"}""",
            "CateId", category,
            "ReferenceId", "123-1234", "ClientToken", "0123456789abcdef0123456789abcdef");
        await _service.AnswerAsync("UpdateMediaInfo", "MediaId", id, "Category", "films");
        await _service.EndAsync(id, "sample.mp4");

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
        var id = await _service.RegisterAsync();
        await _service.EndAsync(id, clip: null);

        GoldenFile.Matches(await _service.AnswerAsync("GetMediaInfo", "MediaId", id), Folder);
    }

    [Fact]
    public async Task BatchGetMediaInfos_returns_basic_information_and_unknown_ids()
    {
        var category = await _service.AddCategoryAsync("films");
        var id = await _service.RegisterAsync("InputURL", Url, "CateId", category, "ReferenceId", "123-1234");

        GoldenFile.Matches(await _service.AnswerAsync("BatchGetMediaInfos", "MediaIds", $"unknown,{id}"), Folder);
    }

    [Fact]
    public async Task BatchGetMediaInfos_adds_files_on_request()
    {
        var id = await _service.RegisterAsync();
        await _service.EndAsync(id, "sample.mp4");

        GoldenFile.Matches(
            await _service.AnswerAsync("BatchGetMediaInfos", "MediaIds", id, "AdditionType", "FileInfo", "AuthTimeout", "60"),
            Folder);
    }

    [Fact]
    public async Task ListMediaBasicInfos_answers_a_page()
    {
        for (var i = 0; i < 3; i++)
        {
            await _service.EndAsync(await _service.RegisterAsync("InputURL", $"oss://bucket/{i}.mp4"), "sample.mp4");
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
        await _service.RegisterAsync();

        GoldenFile.Matches(await _service.AnswerAsync("UpdateMediaInfo", "InputURL", Url, "Title", "after"), Folder);
    }

    [Fact]
    public async Task DeleteMediaInfos_lists_what_it_could_not_delete()
    {
        await _service.RegisterAsync();

        GoldenFile.Matches(
            await _service.AnswerAsync(
                "DeleteMediaInfos", "InputURLs", $"{Url},oss://bucket/unknown.mp4,nonsense,oss://closed/a.mp4"),
            Folder);
    }

    [Fact]
    public async Task DeleteMediaInfos_has_no_lists_if_all_are_deleted() =>
        GoldenFile.Matches(await _service.AnswerAsync("DeleteMediaInfos", "MediaIds", await _service.RegisterAsync()), Folder);

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
        var id = await _service.RegisterAsync("InputURL", Url, "UserData", """{"NotifyAddress":"ice-callback-a"}""");
        await _service.EndAsync(id, clip);
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
    [InlineData("GetMediaInfo", "404 ResourceNotFound: Resource not found", "MediaId", "unknown")]
    [InlineData("GetMediaInfo", "404 ResourceNotFound: Resource not found", "InputURL", Url)]
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
        "400 InvalidParameter: The specified parameter \"DeletePhysicalFiles\" is not valid.",
        "MediaIds",
        "a",
        "DeletePhysicalFiles",
        "true")]
    [InlineData(
        "RegisterMediaInfo",
        "400 InvalidParameter: The specified parameter \"WorkflowId\" is not valid.",
        "InputURL",
        Url,
        "WorkflowId",
        "b4fb044839815d4f2cd8")]
    [InlineData(
        "RegisterMediaInfo",
        "404 ResourceNotFound: Resource not found",
        "InputURL",
        Url,
        "SmartTagTemplateId",
        "S00000101-300081")]
    [InlineData(
        "RegisterMediaInfo",
        "400 InvalidParameter: The specified parameter \"RegisterConfig\" is not valid.",
        "InputURL",
        Url,
        "RegisterConfig",
        "[]")]
    [InlineData(
        "RegisterMediaInfo",
        "400 InvalidParameter: The specified parameter \"RegisterConfig.NeedSprite\" is not valid.",
        "InputURL",
        Url,
        "RegisterConfig",
        """{"NeedSprite":"no"}""")]
    [InlineData(
        "RegisterMediaInfo",
        "400 InvalidParameter: The specified parameter \"RegisterConfig.CoverConfig.StartTime\" is not valid.",
        "InputURL",
        Url,
        "RegisterConfig",
        """{"CoverConfig":{"StartTime":"-1"}}""")]
    [InlineData(
        "RegisterMediaInfo",
        "400 InvalidParameter: The specified parameter \"RegisterConfig.Packets\" is not valid.",
        "InputURL",
        Url,
        "RegisterConfig",
        """{"Packets":1}""")]
    [InlineData(
        "RegisterMediaInfo",
        "400 InvalidParameter: The specified parameter \"UserData\" is not valid.",
        "InputURL",
        Url,
        "UserData",
        "-a")]
    [InlineData(
        "RegisterMediaInfo", "404 InvalidCateId.NotFound: The CateId not exist.", "InputURL", Url, "CateId", "100000001")]
    [InlineData(
        "UpdateMediaInfo",
        "400 InvalidParameter: The specified parameter \"UserData\" is not valid.",
        "MediaId",
        "unknown",
        "UserData",
        "-a")]
    [InlineData(
        "GetMediaInfo",
        "400 InvalidParameter: The specified parameter \"ReturnDetailedInfo\" is not valid.",
        "MediaId",
        "unknown",
        "ReturnDetailedInfo",
        """{"AiRoughData.StandardSmartTagJob":"all"}""")]
    [InlineData(
        "AddCategory",
        "400 MissingParameter: The input parameter \"CateName\" that is mandatory for processing this request is not supplied.")]
    [InlineData("AddCategory", "404 InvalidCateId.NotFound: The CateId not exist.", "CateName", "a", "ParentId", "7")]
    [InlineData(
        "AddCategory",
        "400 InvalidParameter: The specified parameter \"ParentId\" is not valid.",
        "CateName",
        "a",
        "ParentId",
        "first")]
    [InlineData(
        "AddCategory", "400 InvalidParameter: The specified parameter \"Type\" is not valid.", "CateName", "a", "Type", "b")]
    [InlineData("UpdateCategory", "404 InvalidCateId.NotFound: The CateId not exist.", "CateId", "7", "CateName", "a")]
    [InlineData(
        "UpdateCategory",
        "400 MissingParameter: The input parameter \"CateName\" that is mandatory for processing this request is not supplied.",
        "CateId",
        "7")]
    [InlineData("DeleteCategory", "404 InvalidCateId.NotFound: The CateId not exist.", "CateId", "7")]
    [InlineData(
        "DeleteCategory",
        "400 MissingParameter: The input parameter \"CateId\" that is mandatory for processing this request is not supplied.")]
    [InlineData("GetCategories", "404 InvalidCateId.NotFound: The CateId not exist.", "CateId", "7")]
    [InlineData(
        "GetCategories", "400 InvalidParameter: The specified parameter \"PageSize\" is not valid.", "PageSize", "101")]
    [InlineData(
        "GetCategories", "400 InvalidParameter: The specified parameter \"SortBy\" is not valid.", "SortBy", "CateName:Asc")]
    [InlineData(
        "SearchMedia", "400 InvalidParameter: The specified parameter \"Match\" is not valid.", "Match", "height = 1080")]
    [InlineData("SearchMedia", "400 InvalidParameter: The specified parameter \"SortBy\" is not valid.", "SortBy", "title:Asc")]
    [InlineData("SearchMedia", "400 InvalidParameter: The specified parameter \"PageSize\" is not valid.", "PageSize", "51")]
    [InlineData("SearchMedia", "400 InvalidParameter: The specified parameter \"PageNo\" is not valid.", "PageNo", "0")]
    [InlineData(
        "SearchMedia", "400 InvalidParameter: The specified parameter \"ScrollToken\" is not valid.", "ScrollToken", "abc")]
    [InlineData(
        "SearchMedia", "400 InvalidParameter: The specified parameter \"CustomFilters\" is not valid.", "CustomFilters", "{}")]
    [InlineData("SearchMedia", "404 ResourceNotFound: Resource not found", "SearchLibName", "test-1")]
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
        await _service.RegisterAsync("InputURL", "oss://bucket/1.mp4", "ReferenceId", "123-1234");

        Assert.Equal(
            "400 InvalidParameter: The specified parameter \"ReferenceId\" is not valid.",
            await _service.RefusalAsync("RegisterMediaInfo", "InputURL", Url, "ReferenceId", "123-1234"));
    }
}
