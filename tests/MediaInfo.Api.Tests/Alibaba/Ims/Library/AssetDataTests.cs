using MediaInfo.Core.Library.Events;

namespace MediaInfo.Api.Tests.Alibaba.Ims.Library;

public sealed class AssetDataTests
{
    private const string Url = LibraryService.Url;

    private readonly LibraryService _service = new();

    [Theory]
    [InlineData("oss://bucket/covers/1.png", "https://storage.example.com/bucket/covers/1.png?seconds=60")]
    [InlineData(
        "http://bucket.oss-cn-hangzhou.aliyuncs.com/1.png?x=1", "https://storage.example.com/bucket/1.png?seconds=60")]
    [InlineData("oss://closed/1.png", "oss://closed/1.png")]
    [InlineData("https://pictures.example.com/1.png", "https://pictures.example.com/1.png")]
    public async Task A_cover_that_is_an_object_of_the_account_gets_a_signed_address(string cover, string shown)
    {
        var id = await _service.RegisterAsync("InputURL", Url, "CoverURL", cover);

        foreach (var answer in new[]
        {
            await _service.AnswerAsync("GetMediaInfo", "MediaId", id, "AuthTimeout", "60"),
            await _service.AnswerAsync("BatchGetMediaInfos", "MediaIds", id, "AuthTimeout", "60"),
            await _service.AnswerAsync("ListMediaBasicInfos", "AuthTimeout", "60"),
            await _service.AnswerAsync("SearchMedia", "AuthTimeout", "60"),
        })
        {
            Assert.Contains($"\"CoverURL\": \"{shown}\"", answer, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("RegisterConfig", """{"Packets":true}""", true)]
    [InlineData("RegisterConfig", """{"Packets":"false","NeedSprite":"false"}""", false)]
    [InlineData("Title", "none", false)]
    public async Task The_register_config_asks_for_every_packet(string parameter, string value, bool isAsked)
    {
        await _service.RegisterAsync("InputURL", Url, parameter, value);

        Assert.Equal(isAsked, Assert.Single(_service.World.Jobs.All.Values).Extras.Packets);
    }

    [Theory]
    [InlineData("a.ttf", null, "font", true)]
    [InlineData("a.bin", "text", "font", true)]
    [InlineData("a.srt", null, "subtitles", true)]
    [InlineData("a.srt", null, null, true)]
    [InlineData("a.srt", null, "opening", false)]
    [InlineData("a.bin", "text", "general", false)]
    [InlineData("a.mp4", null, "font", false)]
    [InlineData("a.ttf", "video", "font", false)]
    public async Task Fonts_and_subtitles_are_text(string key, string? mediaType, string? businessType, bool isAccepted)
    {
        string[] type = mediaType is null ? [] : ["MediaType", mediaType];
        string[] business = businessType is null ? [] : ["BusinessType", businessType];

        var answer = await _service.CallAsync("RegisterMediaInfo", ["InputURL", $"oss://bucket/{key}", .. type, .. business]);

        Assert.Equal(isAccepted ? null : "The specified parameter \"BusinessType\" is not valid.", answer.Error?.Message);
    }

    [Fact]
    public async Task UpdateMediaInfo_makes_a_font_of_text_only()
    {
        var video = await _service.RegisterAsync();
        var text = await _service.RegisterAsync("InputURL", "oss://bucket/a.ttf");

        Assert.Equal(
            "400 InvalidParameter: The specified parameter \"BusinessType\" is not valid.",
            await _service.RefusalAsync("UpdateMediaInfo", "MediaId", video, "BusinessType", "font"));
        await _service.AnswerAsync("UpdateMediaInfo", "MediaId", text, "BusinessType", "font");
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
        var asset = await _service.World.FindAsync(await _service.RegisterAsync("InputURL", url));

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
        var id = await _service.RegisterAsync("InputURL", Url, "UserData", userData);
        await _service.AnswerAsync("DeleteMediaInfos", "MediaIds", id);

        var expected = url is null && queue is null ? null : new EventTarget(url, queue);
        Assert.Equal(expected, Assert.Single(_service.World.Queues.Events).Target);
    }
}
