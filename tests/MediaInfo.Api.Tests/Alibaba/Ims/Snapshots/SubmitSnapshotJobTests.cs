using MediaInfo.Api.Tests.Alibaba.Ims.Support;
using MediaInfo.Api.Tests.Support;
using MediaInfo.Core.Jobs;
using MediaInfo.Core.Jobs.Orders;
using MediaInfo.Core.Objects;
using MediaInfo.Core.Templates;
using MediaInfo.TestSupport;
using NSubstitute;

namespace MediaInfo.Api.Tests.Alibaba.Ims.Snapshots;

public sealed class SubmitSnapshotJobTests : IDisposable
{
    private const string Action = "SubmitSnapshotJob";
    private const string Input = """{"Type":"OSS","Media":"oss://example-bucket/dir/video.mp4"}""";
    private const string Shots = "oss://example-bucket/out/{Count}.jpg";

    private readonly ImsRig _rig = new();

    public void Dispose() => _rig.Dispose();

    private FrameOrder Order => Assert.Single(_rig.Job.Extras.Frames);

    [Fact]
    public async Task Answer_of_a_submitted_job() =>
        GoldenFile.Matches((await SubmitAsync(SystemTemplates.Normal, Shots)).Pretty, "Ims/Snapshots");

    [Fact]
    public async Task A_job_is_stored_and_scheduled()
    {
        await SubmitAsync(
            SystemTemplates.Normal, Shots, ("Name", "shots"), ("UserData", "mine"), ("ScheduleConfig", """{"Priority":9}"""));

        var job = _rig.Job;
        Assert.Equal(("ims-snapshots", "shots", "mine", 9), (job.Dialect, job.Name, job.UserData, job.Priority));
        Assert.Equal(new ObjectRef("example-bucket", "dir/video.mp4"), job.Source);
        Assert.Equal((false, false, false), (job.Extras.Digest, job.Extras.Packets, job.Synchronous));
        Assert.Equal(
            new FrameOrder(FrameOrderKind.Snapshots)
            {
                Count = 10,
                Output = new ObjectRef("example-bucket", "out/{Count}.jpg"),
            },
            Order);
        await _rig.Scheduler.Received(1).ScheduleAsync(
            Arg.Is<AnalysisJob>(scheduled => scheduled.Key == job.Key), Arg.Any<CancellationToken>());
    }

    [Fact]
    public async Task What_the_call_overrides_takes_the_place_of_the_templates_settings()
    {
        await SubmitAsync(
            """
            {"TemplateId":"5e1f0a6c0d0b4c6fa7a3d1e2b9c80002","OverwriteParams":{"FrameType":"normal","Time":1500,"Interval":2,
            "Count":6,"BlackLevel":30,"PixelBlackThreshold":70,
            "SpriteSnapshotConfig":{"Columns":3,"Color":"#00ff00","Padding":4}}}
            """,
            "oss://example-bucket/out/{TileCount}.PNG");

        Assert.Equal(
            new FrameOrder(FrameOrderKind.Sprite)
            {
                Start = TimeSpan.FromSeconds(1.5),
                Interval = TimeSpan.FromSeconds(2),
                Count = 6,
                KeyFrames = false,
                BlackLevel = 30,
                PixelBlackThreshold = 70,
                Sprite = new SpriteLayout(3, 10) { CellWidth = 160, Padding = 4, Color = "#00FF00" },
                Format = PictureFormat.Png,
                Output = new ObjectRef("example-bucket", "out/{TileCount}.PNG"),
            },
            Order);
    }

    [Fact]
    public async Task Both_forms_of_an_object_parameter_are_equivalent()
    {
        await _rig.CallAsync(
            Action,
            ("Input.Type", "OSS"),
            ("Input.Media", "oss://example-bucket/dir/video.mp4"),
            ("Output.Type", "OSS"),
            ("Output.Media", "http://example-bucket.oss-cn-shanghai.aliyuncs.com/%7BTileCount%7D.webp"),
            ("TemplateConfig.TemplateId", SystemTemplates.Sprite.Id),
            ("TemplateConfig.OverwriteParams.Count", "5"),
            ("TemplateConfig.OverwriteParams.SpriteSnapshotConfig.Lines", "1"));

        Assert.Equal((5, 1, "{TileCount}.webp"), (Order.Count, Order.Sprite!.Lines, Order.Output!.Key));
        Assert.Equal(PictureFormat.WebP, Order.Format);
    }

    [Fact]
    public async Task A_WebVTT_file_has_its_pictures_in_a_folder_of_its_name()
    {
        await SubmitAsync(SystemTemplates.WebVtt, "oss://example-bucket/out/strip.vtt");

        Assert.Equal(
            ("out/strip.vtt", "out/strip/snapshot-tile-{TileCount}.jpg"), (Order.VttOutput!.Key, Order.Output!.Key));
        Assert.Equal((TimeSpan.FromSeconds(10), null, 160), (Order.Interval!.Value, Order.Count, Order.Sprite!.CellWidth!.Value));
    }

    [Fact]
    public async Task A_WebVTT_file_without_merged_pictures_names_single_ones()
    {
        await SubmitAsync(
            """{"TemplateId":"5e1f0a6c0d0b4c6fa7a3d1e2b9c80003","OverwriteParams":{"IsSptFrag":false,"Interval":0,"Count":4}}""",
            "oss://example-bucket/strip.vtt");

        Assert.Equal("strip/snapshot-{Count}.jpg", Order.Output!.Key);
        Assert.Equal((null, null, 4), (Order.Sprite, Order.Interval, Order.Count));
    }

    [Theory]
    [InlineData("{}", 10, null)]
    [InlineData("""{"Count":1}""", 1, null)]
    [InlineData("""{"Interval":2}""", 10, 2)]
    public async Task Frames_are_spread_evenly_unless_there_is_an_interval(string over, int? count, int? seconds)
    {
        await SubmitAsync($$"""{"TemplateId":"{{SystemTemplates.Normal.Id}}","OverwriteParams":{{over}}}""", Shots);

        Assert.Equal((count, seconds), (Order.Count, (int?)Order.Interval?.TotalSeconds));
    }

    [Fact]
    public async Task A_cover_is_one_picture()
    {
        await SubmitAsync(SystemTemplates.Cover, "oss://example-bucket/cover");

        Assert.Equal(
            (FrameOrderKind.Cover, 1, 90, PictureFormat.Jpeg), (Order.Kind, Order.Count, Order.BlackLevel, Order.Format));
    }

    [Fact]
    public async Task A_template_of_the_account_is_used_as_it_is_then()
    {
        await _rig.CallAsync(
            "CreateCustomTemplate", ("Name", "mine"), ("Type", "2"), ("TemplateConfig", """{"Type":"Normal","Count":3}"""));
        var mine = """{"TemplateId":"88c6ca184c0e47098a5b665e2a126797"}""";

        await SubmitAsync(mine, Shots);
        await _rig.CallAsync("DeleteCustomTemplate", ("TemplateId", "88c6ca184c0e47098a5b665e2a126797"));

        Assert.Equal(3, Order.Count);
        Assert.Equal(404, (await SubmitAsync(mine, Shots)).Status);
    }

    [Fact]
    public async Task The_picture_of_a_media_asset_is_taken_from_its_object()
    {
        _rig.Assets.FindAsync(ImsRig.Account, "asset", Arg.Any<CancellationToken>()).Returns(
            new ObjectRef("example-bucket", "of/asset.mp4"));

        await _rig.CallAsync(
            Action,
            ("Input", """{"Type":"Media","Media":"asset"}"""),
            ("Output", $$"""{"Type":"OSS","Media":"{{Shots}}"}"""),
            ("TemplateConfig.TemplateId", SystemTemplates.Normal.Id));

        Assert.Equal("of/asset.mp4", _rig.Job.Source.Key);
    }

    [Theory]
    [InlineData("5e1f0a6c0d0b4c6fa7a3d1e2b9c80001", "oss://example-bucket/out.jpg")]
    [InlineData("5e1f0a6c0d0b4c6fa7a3d1e2b9c80001", "oss://example-bucket/{TileCount}.jpg")]
    [InlineData("5e1f0a6c0d0b4c6fa7a3d1e2b9c80002", "oss://example-bucket/{Count}.jpg")]
    [InlineData("5e1f0a6c0d0b4c6fa7a3d1e2b9c80003", "oss://example-bucket/{TileCount}.jpg")]
    [InlineData("5e1f0a6c0d0b4c6fa7a3d1e2b9c80003", "oss://example-bucket/folder/.vtt")]
    public async Task An_output_whose_name_does_not_fit_the_template_is_refused(string template, string output)
    {
        var answer = await SubmitAsync($$"""{"TemplateId":"{{template}}"}""", output);

        Assert.Equal((400, "InvalidParameter", "The specified parameter \"Output.Media\" is not valid."), answer.Error);
        Assert.Contains("{TileCount}", (string?)answer.Json["Reason"], StringComparison.Ordinal);
        Assert.Empty(_rig.Jobs.All);
    }

    [Theory]
    [InlineData("oss://other-bucket/{Count}.jpg")]
    [InlineData("oss://read-bucket/{Count}.jpg")]
    public async Task A_bucket_that_the_account_may_not_write_is_refused(string output)
    {
        var answer = await SubmitAsync(SystemTemplates.Normal, output);

        Assert.Equal((403, "Forbidden"), (answer.Status, answer.Code));
        Assert.Empty(_rig.Jobs.All);
    }

    [Fact]
    public async Task A_bucket_that_the_account_may_only_read_can_be_the_input()
    {
        await _rig.CallAsync(
            Action,
            ("Input", """{"Type":"OSS","Media":"oss://read-bucket/a.mp4"}"""),
            ("Output", $$"""{"Type":"OSS","Media":"{{Shots}}"}"""),
            ("TemplateConfig.TemplateId", SystemTemplates.Normal.Id));

        Assert.Equal("read-bucket", _rig.Job.Source.Bucket);
    }

    [Theory]
    [InlineData("""{"Type":"Media","Media":"asset"}""", "Output.Type")]
    [InlineData("""{"Type":"OSS","Media":"shots/{Count}.jpg"}""", "Output.Media")]
    [InlineData("""{"Type":"OSS","Media":"oss://example-bucket/\u0001{Count}.jpg"}""", "Output.Media")]
    [InlineData("[]", "Output")]
    public async Task A_bad_output_is_refused(string output, string parameter)
    {
        var answer = await _rig.CallAsync(
            Action, ("Input", Input), ("Output", output), ("TemplateConfig.TemplateId", SystemTemplates.Normal.Id));

        Assert.Equal((400, "InvalidParameter", $"The specified parameter \"{parameter}\" is not valid."), answer.Error);
    }

    [Theory]
    [InlineData("Input")]
    [InlineData("Output")]
    [InlineData("TemplateConfig")]
    public async Task A_call_without_a_required_parameter_is_refused(string missing)
    {
        (string Name, string Value)[] all =
        [
            ("Input", Input), ("Output", $$"""{"Type":"OSS","Media":"{{Shots}}"}"""),
            ("TemplateConfig", $$"""{"TemplateId":"{{SystemTemplates.Normal.Id}}"}"""),
        ];

        var answer = await _rig.CallAsync(
            Action, [.. all.Where(one => !string.Equals(one.Name, missing, StringComparison.Ordinal))]);

        Assert.Equal((400, "MissingParameter"), (answer.Status, answer.Code));
        Assert.Contains($"\"{missing}\"", answer.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{}", 400, "MissingParameter", "TemplateConfig.TemplateId")]
    [InlineData("[]", 400, "InvalidParameter", "TemplateConfig")]
    [InlineData("""{"TemplateId":"unknown"}""", 404, "ResourceNotFound", null)]
    [InlineData("""{"TemplateId":"S00000101-300080"}""", 400, "InvalidParameter", "TemplateConfig.TemplateId")]
    [InlineData("""{"TemplateId":{}}""", 400, "InvalidParameter", "TemplateConfig.TemplateId")]
    [InlineData(
        """{"TemplateId":"5e1f0a6c0d0b4c6fa7a3d1e2b9c80001","OverwriteParams":[]}""",
        400,
        "InvalidParameter",
        "TemplateConfig.OverwriteParams")]
    [InlineData(
        """{"TemplateId":"5e1f0a6c0d0b4c6fa7a3d1e2b9c80001","OverwriteParams":{"Width":1}}""",
        400,
        "InvalidParameter",
        "TemplateConfig.OverwriteParams.Width")]
    public async Task A_bad_template_is_refused(string template, int status, string code, string? about)
    {
        var answer = await SubmitAsync(template, Shots);

        Assert.Equal((status, code), (answer.Status, answer.Code));
        Assert.Contains(about ?? "", answer.Message, StringComparison.Ordinal);
        Assert.Empty(_rig.Jobs.All);
    }

    [Fact]
    public async Task Without_ffmpeg_the_call_says_so_and_no_job_waits()
    {
        _rig.Frames.Problem = "There is no ffmpeg";

        var answer = await SubmitAsync(SystemTemplates.Normal, Shots);

        Assert.Equal((503, "ServiceUnavailable"), (answer.Status, answer.Code));
        Assert.Contains("ffmpeg", (string?)answer.Json["Reason"], StringComparison.Ordinal);
        Assert.Empty(_rig.Jobs.All);
    }

    [Fact]
    public async Task A_text_that_begins_with_a_hyphen_is_no_user_data() => Assert.Equal(
        (400, "InvalidParameter", "The specified parameter \"UserData\" is not valid."),
        (await SubmitAsync(SystemTemplates.Normal, Shots, ("UserData", "-x"))).Error);

    private Task<WireAnswer> SubmitAsync(Template template, string output, params (string, string)[] more) =>
        SubmitAsync($$"""{"TemplateId":"{{template.Id}}"}""", output, more);

    private Task<WireAnswer> SubmitAsync(string template, string output, params (string, string)[] more) => _rig.CallAsync(
        Action,
        [
            ("Input", Input), ("Output", $$"""{"Type":"OSS","Media":"{{output}}"}"""), ("TemplateConfig", template), .. more,
        ]);
}
