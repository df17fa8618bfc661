using MediaInfo.Api.Tests.Alibaba.Ims.Support;
using MediaInfo.Api.Tests.Support;
using MediaInfo.TestSupport;

namespace MediaInfo.Api.Tests.Alibaba.Ims.Templates;

public sealed class TemplateActionTests : IDisposable
{
    private const string Folder = "Ims/Templates";
    private const string Settings = """{"Type":"Normal","FrameType":"normal","Time":0,"Count":10}""";
    private const string Cover = "5e1f0a6c0d0b4c6fa7a3d1e2b9c80004";

    private readonly ImsRig _rig = new();

    public void Dispose() => _rig.Dispose();

    [Fact]
    public async Task CreateCustomTemplate_answers_the_template() =>
        GoldenFile.Matches((await CreateAsync("covers 测试", "2", "1", Settings)).Pretty, Folder);

    [Fact]
    public async Task CreateCustomTemplate_of_smart_tags() => GoldenFile.Matches(
        (await CreateAsync("tags", "11", "", """{"AnalyseTypes":"ocr,asr","Industry":"common"}""")).Pretty, Folder);

    [Fact]
    public async Task GetCustomTemplate_answers_a_template_of_the_account()
    {
        await CreateAsync("mine", "2", "1", Settings);

        GoldenFile.Matches((await GetAsync("88c6ca184c0e47098a5b665e2a126797")).Pretty, Folder);
    }

    [Theory]
    [InlineData("2", "", "Normal")]
    [InlineData("2", "1", "Normal")]
    [InlineData("2", "2", "Sprite")]
    [InlineData("2", "3", "WebVtt")]
    [InlineData("11", "", null)]
    public async Task GetCustomTemplate_without_id_answers_the_default_of_the_type(string type, string subtype, string? name)
    {
        var template = (await _rig.CallAsync("GetCustomTemplate", ("Type", type), ("Subtype", subtype))).Json["CustomTemplate"]!;

        Assert.Equal((name, true), ((string?)template["SubtypeName"], (bool?)template["IsDefault"]));
        Assert.Null(template["CreateTime"]);
    }

    [Theory]
    [InlineData("1", "", 404, "ResourceNotFound")]
    [InlineData("2", "4", 404, "ResourceNotFound")]
    [InlineData("12", "", 400, "InvalidParameter")]
    [InlineData("", "", 400, "MissingParameter")]
    public async Task There_is_no_default_of_another_type(string type, string subtype, int status, string code)
    {
        var answer = await _rig.CallAsync("GetCustomTemplate", ("Type", type), ("Subtype", subtype));

        Assert.Equal((status, code), (answer.Status, answer.Code));
    }

    [Fact]
    public async Task ListCustomTemplates_answers_the_accounts_templates_and_the_defaults()
    {
        await CreateAsync("mine", "2", "1", Settings);

        GoldenFile.Matches((await _rig.CallAsync("ListCustomTemplates", ("PageSize", "3"))).Pretty, Folder);
    }

    [Fact]
    public async Task A_list_has_the_templates_that_pass_its_filters()
    {
        await CreateAsync("First", "2", "3", """{"Type":"WebVtt"}""");
        await CreateAsync("second", "11", "", """{"Recognisers":["chapters"]}""");

        Assert.Equal(["First", "Cover", "WebVTT", "Sprite", "Snapshots"], await NamesAsync(("Type", "2")));
        Assert.Equal(["NLP and tags", "second"], await NamesAsync(("Type", "11"), ("OrderBy", "CreateTimeAsc")));
        Assert.Equal(["First", "WebVTT"], await NamesAsync(("Type", "2,11"), ("Subtype", "3")));
        Assert.Equal(["First"], await NamesAsync(("Name", "irs")));
        Assert.Equal(["First"], await NamesAsync(("TemplateId", "88c6ca184c0e47098a5b665e2a126797")));
        Assert.Equal(["Snapshots"], await NamesAsync(("PageNumber", "4"), ("PageSize", "2")));
        Assert.Empty(await NamesAsync(("Type", "1")));
    }

    [Theory]
    [InlineData("Type", "12")]
    [InlineData("Type", "2,x")]
    [InlineData("Subtype", "0")]
    [InlineData("PageSize", "101")]
    [InlineData("PageNumber", "0")]
    [InlineData("OrderBy", "Name")]
    public async Task A_bad_filter_is_refused(string parameter, string value) =>
        AssertInvalid(parameter, await _rig.CallAsync("ListCustomTemplates", (parameter, value)));

    [Fact]
    public async Task UpdateCustomTemplate_confirms_success()
    {
        await CreateAsync("old", "2", "1", Settings);

        var answer = await UpdateAsync("88c6ca184c0e47098a5b665e2a126797", """{"Type":"Normal","Count":3,"Interval":2}""");

        GoldenFile.Matches(answer.Pretty, Folder);
        var changed = (await GetAsync("88c6ca184c0e47098a5b665e2a126797")).Json["CustomTemplate"]!;
        Assert.Equal(
            ("new", """{"Type":"Normal","Count":3,"Interval":2}"""),
            ((string?)changed["TemplateName"], (string?)changed["TemplateConfig"]));
    }

    [Fact]
    public async Task DeleteCustomTemplate_removes_the_template()
    {
        await CreateAsync("old", "2", "1", Settings);

        var answer = await _rig.CallAsync("DeleteCustomTemplate", ("TemplateId", "88c6ca184c0e47098a5b665e2a126797"));

        Assert.Equal($$"""{"RequestId":"{{ImsRig.RequestId}}","Success":true}""", answer.Body);
        Assert.Equal(404, (await GetAsync("88c6ca184c0e47098a5b665e2a126797")).Status);
    }

    [Theory]
    [InlineData("UpdateCustomTemplate")]
    [InlineData("DeleteCustomTemplate")]
    public async Task Only_templates_of_the_account_change(string action)
    {
        var unknown = await _rig.CallAsync(action, ("TemplateId", "unknown"));
        var system = await _rig.CallAsync(action, ("TemplateId", Cover));
        var without = await _rig.CallAsync(action);

        Assert.Equal((404, "ResourceNotFound"), (unknown.Status, unknown.Code));
        Assert.Equal("A system template cannot be changed or deleted.", (string?)system.Json["Reason"]);
        Assert.Equal((400, "MissingParameter"), (without.Status, without.Code));
    }

    [Fact]
    public async Task GetSystemTemplate_answers_a_template_of_the_service() =>
        GoldenFile.Matches((await _rig.CallAsync("GetSystemTemplate", ("TemplateId", Cover))).Pretty, Folder);

    [Theory]
    [InlineData("", 400, "MissingParameter")]
    [InlineData("88c6ca184c0e47098a5b665e2a126797", 404, "ResourceNotFound")]
    public async Task A_template_that_is_none_of_the_service_is_not_found(string id, int status, string code)
    {
        await CreateAsync("mine", "2", "1", Settings);

        var answer = await _rig.CallAsync("GetSystemTemplate", ("TemplateId", id));

        Assert.Equal((status, code), (answer.Status, answer.Code));
    }

    [Fact]
    public async Task ListSystemTemplates_answers_every_template_of_the_service()
    {
        GoldenFile.Matches((await _rig.CallAsync("ListSystemTemplates", ("Type", "2,11"))).Pretty, Folder);

        Assert.Equal(0, (int?)(await _rig.CallAsync("ListSystemTemplates", ("Status", "Invisible"))).Json["Total"]);
        Assert.Equal(3, (int?)(await _rig.CallAsync("ListSystemTemplates", ("Type", "11"))).Json["Total"]);
        AssertInvalid("Status", await _rig.CallAsync("ListSystemTemplates", ("Status", "Deleted")));
    }

    [Theory]
    [InlineData("", "2", Settings, "Name")]
    [InlineData("name", "", Settings, "Type")]
    [InlineData("name", "2", "", "TemplateConfig")]
    public async Task A_template_without_a_required_parameter_is_refused(string name, string type, string config, string missing)
    {
        var answer = await CreateAsync(name, type, "", config);

        Assert.Equal((400, "MissingParameter"), (answer.Status, answer.Code));
        Assert.Contains($"\"{missing}\"", answer.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1")]
    [InlineData("3")]
    [InlineData("10")]
    public async Task Templates_of_other_types_are_refused_with_a_reason(string type)
    {
        var answer = await CreateAsync("name", type, "", "{}");

        AssertInvalid("Type", answer);
        Assert.Equal(
            "This service has templates of snapshots (2) and of smart tags (11) only.", (string?)answer.Json["Reason"]);
    }

    [Theory]
    [InlineData("2", "4", Settings, "Subtype")]
    [InlineData("11", "1", """{"AnalyseTypes":"ocr"}""", "Subtype")]
    [InlineData("2", "2", Settings, "TemplateConfig.Type")]
    [InlineData("2", "3", """{"Type":"Sprite"}""", "TemplateConfig.Type")]
    [InlineData("2", "", "[]", "TemplateConfig")]
    [InlineData("2", "", "{", "TemplateConfig")]
    [InlineData("2", "", """{"Type":"\ud800"}""", "TemplateConfig")]
    [InlineData("2", "", """{"Type":"Gif"}""", "TemplateConfig.Type")]
    [InlineData("2", "", """{"Type":"SmartTag"}""", "TemplateConfig.Type")]
    [InlineData("2", "", """{"Hieght":100}""", "TemplateConfig.Hieght")]
    [InlineData("2", "", """{"FrameType":"key"}""", "TemplateConfig.FrameType")]
    [InlineData("2", "", """{"Time":-1}""", "TemplateConfig.Time")]
    [InlineData("2", "", """{"Time":1.5}""", "TemplateConfig.Time")]
    [InlineData("2", "", """{"Count":0}""", "TemplateConfig.Count")]
    [InlineData("2", "", """{"Count":10001}""", "TemplateConfig.Count")]
    [InlineData("2", "", """{"Count":[1]}""", "TemplateConfig.Count")]
    [InlineData("2", "", """{"Interval":-1}""", "TemplateConfig.Interval")]
    [InlineData("2", "", """{"Width":7}""", "TemplateConfig.Width")]
    [InlineData("2", "", """{"Height":4097}""", "TemplateConfig.Height")]
    [InlineData("2", "", """{"BlackLevel":101}""", "TemplateConfig.BlackLevel")]
    [InlineData("2", "", """{"PixelBlackThreshold":256}""", "TemplateConfig.PixelBlackThreshold")]
    [InlineData("2", "", """{"IsSptFrag":"maybe"}""", "TemplateConfig.IsSptFrag")]
    [InlineData("2", "", """{"SpriteSnapshotConfig":1}""", "TemplateConfig.SpriteSnapshotConfig")]
    [InlineData("2", "", """{"SpriteSnapshotConfig":{"Columns":0}}""", "TemplateConfig.SpriteSnapshotConfig.Columns")]
    [InlineData("2", "", """{"SpriteSnapshotConfig":{"Lines":1001}}""", "TemplateConfig.SpriteSnapshotConfig.Lines")]
    [InlineData("2", "", """{"SpriteSnapshotConfig":{"Rows":1}}""", "TemplateConfig.SpriteSnapshotConfig.Rows")]
    [InlineData("2", "", """{"SpriteSnapshotConfig":{"Color":"blurple"}}""", "TemplateConfig.SpriteSnapshotConfig.Color")]
    [InlineData("11", "", "{}", "TemplateConfig.Recognisers")]
    [InlineData("11", "", """{"Recognisers":[]}""", "TemplateConfig.Recognisers")]
    [InlineData("11", "", """{"Recognisers":["faces"]}""", "TemplateConfig.Recognisers")]
    [InlineData("11", "", """{"Recognisers":[["text"]]}""", "TemplateConfig.Recognisers")]
    [InlineData("11", "", """{"AnalyseTypes":"ocr,smell"}""", "TemplateConfig.AnalyseTypes")]
    public async Task Wrong_settings_are_refused(string type, string subtype, string config, string member) =>
        AssertInvalid(member, await CreateAsync("name", type, subtype, config));

    [Theory]
    [InlineData("1", """{"Type":"Cover"}""", "Cover")]
    [InlineData("", """{"Type":"sprite","SpriteSnapshotConfig":{"Color":"LightGrey"}}""", "Sprite")]
    [InlineData("2", "{}", "Sprite")]
    [InlineData("", """{"Count":"5","IsSptFrag":"true","Width":""}""", "Normal")]
    public async Task Settings_may_leave_out_what_has_a_default(string subtype, string config, string name) =>
        Assert.Equal(name, (string?)(await CreateAsync("name", "2", subtype, config)).Json["CustomTemplate"]!["Subtype"]);

    [Fact]
    public async Task A_name_has_up_to_120_characters_and_settings_have_up_to_4096_bytes()
    {
        var settings = $$"""{"Type":"Normal"{{new string(' ', 4096 - 17)}}}""";

        Assert.Equal(200, (await CreateAsync(new string('测', 120), "2", "", settings)).Status);
        AssertInvalid("Name", await CreateAsync(new string('a', 121), "2", "", Settings));
        AssertInvalid("TemplateConfig", await CreateAsync("name", "2", "", settings + " "));
    }

    [Fact]
    public async Task An_update_keeps_the_kind()
    {
        await CreateAsync("old", "2", "2", """{"Type":"Sprite"}""");

        AssertInvalid("TemplateConfig.Type", await UpdateAsync("88c6ca184c0e47098a5b665e2a126797", Settings));
        Assert.Equal(200, (await UpdateAsync("88c6ca184c0e47098a5b665e2a126797", """{"Count":9}""")).Status);
    }

    [Fact]
    public async Task A_key_that_only_reads_creates_nothing()
    {
        var answer = await _rig.CallAsync("reader", "JSON", "CreateCustomTemplate", ("Name", "name"));

        Assert.Equal((403, "Forbidden.RAM"), (answer.Status, answer.Code));
    }

    private static void AssertInvalid(string parameter, WireAnswer answer) => Assert.Equal(
        (400, "InvalidParameter", $"The specified parameter \"{parameter}\" is not valid."), answer.Error);

    private Task<WireAnswer> CreateAsync(string name, string type, string subtype, string config) => _rig.CallAsync(
        "CreateCustomTemplate", ("Name", name), ("Type", type), ("Subtype", subtype), ("TemplateConfig", config));

    private Task<WireAnswer> GetAsync(string id) => _rig.CallAsync("GetCustomTemplate", ("TemplateId", id));

    private Task<WireAnswer> UpdateAsync(string id, string config) => _rig.CallAsync(
        "UpdateCustomTemplate", ("TemplateId", id), ("Name", "new"), ("TemplateConfig", config));

    private async Task<IReadOnlyList<string>> NamesAsync(params (string, string)[] parameters) =>
    [
        .. (await _rig.CallAsync("ListCustomTemplates", parameters)).Json["CustomTemplateList"]!.AsArray()
            .Select(template => (string)template!["TemplateName"]!),
    ];
}
