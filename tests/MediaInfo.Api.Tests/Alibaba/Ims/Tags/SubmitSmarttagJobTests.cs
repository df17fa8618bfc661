using MediaInfo.Api.Tests.Alibaba.Ims.Support;
using MediaInfo.Core.Jobs;
using MediaInfo.Core.Jobs.Orders;
using MediaInfo.Core.Objects;
using MediaInfo.TestSupport;
using NSubstitute;

namespace MediaInfo.Api.Tests.Alibaba.Ims.Tags;

public sealed class SubmitSmarttagJobTests
{
    private const string Everything = "S00000103-000001";

    [Fact]
    public async Task Answer_of_a_submit_call_for_tags()
    {
        using var tags = new TagRig(TagRig.All);

        var answer = await tags.SubmitAsync(("TemplateId", Everything));

        Assert.Equal(200, answer.Status);
        GoldenFile.Matches(answer.Pretty, "Ims/Tags");
    }

    [Fact]
    public async Task A_tag_job_is_stored_and_scheduled()
    {
        using var tags = new TagRig(TagRig.All);

        await tags.SubmitAsync(
            ("TemplateId", Everything), ("Title", "标题"), ("Content", "What it is about"), ("UserData", "mine"),
            ("NotifyUrl", "https://example.com/tags?id=7"), ("ScheduleConfig", """{"Priority":"9"}"""),
            ("Params", """{"nlpParams":{"sourceLanguage":"cn"}}"""));

        var job = tags.Rig.Job;
        Assert.Equal(new ObjectRef("example-bucket", "dir/video.mp4"), job.Source);
        Assert.Equal(("ims-tags", "mine", 9, false), (job.Dialect, job.UserData, job.Priority, job.Synchronous));
        Assert.Equal((false, false), (job.Extras.Digest, job.Extras.Packets));
        var work = job.Extras.Tags!;
        Assert.Equal(TagRig.All, work.Recognisers);
        Assert.Equal(("标题", "What it is about"), (work.Title, work.Content));
        Assert.Equal("https://example.com/tags?id=7", work.NotifyUrl);
        Assert.Equal("""{"nlpParams":{"sourceLanguage":"cn"}}""", work.Parameters);
        await tags.Rig.Scheduler.Received(1).ScheduleAsync(
            Arg.Is<AnalysisJob>(scheduled => scheduled.Key == job.Key), Arg.Any<CancellationToken>());
    }

    [Theory]
    [InlineData("S00000101-300080", "Chapters,Speech", "Chapters,Text,Speech,External")]
    [InlineData("S00000101-300080", "Chapters", "Chapters,Text")]
    [InlineData("S00000103-000001", "Text", "Text")]
    [InlineData("S00000103-000002", "Text,External", "Chapters,Text,Speech,External")]
    [InlineData("S00000103-000002", "External", "External,Chapters")]
    public async Task A_template_of_the_service_runs_what_is_there(string template, string runs, string there)
    {
        using var tags = new TagRig(Kinds(there));

        await tags.SubmitAsync(("TemplateId", template));

        Assert.Equal(Kinds(runs), tags.Rig.Job.Extras.Tags!.Recognisers);
    }

    [Fact]
    public async Task A_template_of_the_service_of_which_nothing_is_there_is_refused()
    {
        using var tags = new TagRig(RecogniserKind.Chapters);

        var answer = await tags.SubmitAsync(("TemplateId", "S00000103-000002"));

        Assert.Equal((400, "InvalidParameter"), (answer.Status, answer.Code));
        Assert.Equal("The specified parameter \"TemplateId\" is not valid.", answer.Message);
        Assert.Equal(
            "This service cannot recognise text in frames (ocr), labels (all other types).", (string?)answer.Json["Reason"]);
        Assert.Empty(tags.Rig.Jobs.All);
    }

    [Theory]
    [InlineData("ocr", "Text")]
    [InlineData("ocr, subtitle", "Text")]
    [InlineData("nlp", "Chapters")]
    [InlineData("nlp,asr,face,object,scene", "Chapters,Speech,External")]
    public async Task A_template_of_the_calls_own_names_the_vendors_analysis_types(string types, string runs)
    {
        using var tags = new TagRig(TagRig.All);

        await tags.SubmitAsync(("TemplateConfig", $$"""{"AnalyseTypes":"{{types}}"}"""));

        Assert.Equal(Kinds(runs), tags.Rig.Job.Extras.Tags!.Recognisers);
    }

    [Theory]
    [InlineData("TemplateConfig", """{"AnalyseTypes":"nlp,face"}""", "TemplateConfig", "labels (all other types)")]
    [InlineData("Params", """{"needAsrData":true}""", "Params", "speech (asr)")]
    public async Task What_a_caller_names_itself_must_be_there(string parameter, string value, string culprit, string what)
    {
        using var tags = new TagRig(RecogniserKind.Chapters);

        var answer = await tags.SubmitAsync(("TemplateId", Everything), (parameter, value));

        Assert.Equal(400, answer.Status);
        Assert.Equal($"The specified parameter \"{culprit}\" is not valid.", answer.Message);
        Assert.Equal($"This service cannot recognise {what}.", (string?)answer.Json["Reason"]);
    }

    [Theory]
    [InlineData("S00000101-300080", """{"needOcrData":true}""", "Chapters,Text,Speech")]
    [InlineData("S00000101-300080", """{"needAsrData":false}""", "Chapters")]
    [InlineData("S00000101-300080", """{"needAsrData":"false","needOcrData":"true"}""", "Chapters,Text")]
    [InlineData("S00000103-000001", """{"needMetaData":true,"other":[1]}""", "Chapters,Text,Speech,External")]
    [InlineData("S00000103-000001", """{"needAsrData":null}""", "Chapters,Text,Speech,External")]
    public async Task Parameters_add_what_is_said_and_written_or_leave_it_out(string template, string json, string runs)
    {
        using var tags = new TagRig(TagRig.All);

        await tags.SubmitAsync(("TemplateId", template), ("Params", json));

        Assert.Equal(Kinds(runs), tags.Rig.Job.Extras.Tags!.Recognisers);
    }

    [Fact]
    public async Task A_job_of_which_the_parameters_leave_nothing_is_refused()
    {
        using var tags = new TagRig(TagRig.All);

        var answer = await tags.SubmitAsync(
            ("TemplateConfig", """{"AnalyseTypes":"ocr"}"""), ("Params", """{"needOcrData":false}"""));

        Assert.Equal("The specified parameter \"Params\" is not valid.", answer.Message);
    }

    [Theory]
    [InlineData("Title", "-a")]
    [InlineData("Content", "-a")]
    [InlineData("UserData", "-a")]
    [InlineData("NotifyUrl", "ftp://example.com/")]
    [InlineData("NotifyUrl", "https://user@example.com/")]
    [InlineData("NotifyUrl", "ice-callback-a")]
    [InlineData("Params", "[]")]
    [InlineData("Params", "{")]
    [InlineData("Params", """{"needAsrData":1}""", "Params.needAsrData")]
    [InlineData("Params", """{"needOcrData":"yes"}""", "Params.needOcrData")]
    [InlineData("Params", """{"needMetaData":{}}""", "Params.needMetaData")]
    [InlineData("Params", """{"nlpParams":"cn"}""", "Params.nlpParams")]
    [InlineData("Params", """{"a":"\ud800","needAsrData":"\ud800"}""")]
    [InlineData("TemplateConfig", "ocr")]
    [InlineData("TemplateConfig", "{}", "TemplateConfig.Recognisers")]
    [InlineData("TemplateConfig", """{"AnalyseTypes":""}""", "TemplateConfig.Recognisers")]
    [InlineData("TemplateConfig", """{"AnalyseTypes":"ocr,smell"}""", "TemplateConfig.AnalyseTypes")]
    [InlineData("TemplateConfig", """{"AnalyseTypes":{}}""", "TemplateConfig.AnalyseTypes")]
    [InlineData("ScheduleConfig", """{"Priority":"0"}""", "ScheduleConfig.Priority")]
    [InlineData("Input", """{"Type":"FTP","Media":"oss://example-bucket/a"}""", "Input.Type")]
    public async Task A_bad_parameter_is_refused(string name, string value, string? about = null)
    {
        using var tags = new TagRig(TagRig.All);

        var answer = await tags.SubmitAsync(("TemplateId", Everything), (name, value));

        Assert.Equal((400, "InvalidParameter"), (answer.Status, answer.Code));
        Assert.Contains($"\"{about ?? name}\"", answer.Message, StringComparison.Ordinal);
        Assert.Empty(tags.Rig.Jobs.All);
    }

    [Theory]
    [InlineData("Title", 256)]
    [InlineData("Content", 1024)]
    [InlineData("UserData", 1024)]
    public async Task A_text_has_at_most_as_many_bytes_as_the_vendors(string name, int bytes)
    {
        using var tags = new TagRig(TagRig.All);
        var longest = new string('测', bytes / 3) + new string('x', bytes % 3);

        Assert.Equal(200, (await tags.SubmitAsync(("TemplateId", Everything), (name, longest))).Status);
        Assert.Equal(400, (await tags.SubmitAsync(("TemplateId", Everything), (name, longest + 'x'))).Status);
    }

    [Fact]
    public async Task A_call_without_a_template_is_refused()
    {
        using var tags = new TagRig(TagRig.All);

        var answer = await tags.SubmitAsync();

        Assert.Equal((400, "MissingParameter"), (answer.Status, answer.Code));
        Assert.Contains("\"TemplateId\"", answer.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("b0b1b2b3b4b5b6b7b8b9babbbcbdbebf")]
    [InlineData("5e1f0a6c0d0b4c6fa7a3d1e2b9c80001")]
    public async Task A_template_that_is_unknown_or_of_another_kind_is_not_found(string id)
    {
        using var tags = new TagRig(TagRig.All);

        var answer = await tags.SubmitAsync(("TemplateId", id));

        Assert.Equal((404, "ResourceNotFound"), (answer.Status, answer.Code));
        Assert.Equal("Nothing has this TemplateId.", (string?)answer.Json["Reason"]);
    }

    [Theory]
    [InlineData("https://example-bucket.oss-cn-hangzhou.aliyuncs.com/dir/a.mp4?Expires=1")]
    [InlineData("oss://example-bucket/dir/a.mp4")]
    public async Task An_address_of_an_object_may_be_the_input(string url)
    {
        using var tags = new TagRig(TagRig.All);

        await tags.Rig.CallAsync("SubmitSmarttagJob", ("Input.Type", "URL"), ("Input.Media", url), ("TemplateId", Everything));

        Assert.Equal(new ObjectRef("example-bucket", "dir/a.mp4"), tags.Rig.Job.Source);
    }

    [Fact]
    public async Task An_address_of_anything_else_is_refused_with_the_reason()
    {
        using var tags = new TagRig(TagRig.All);

        var answer = await tags.Rig.CallAsync(
            "SubmitSmarttagJob", ("Input.Type", "URL"), ("Input.Media", "https://example.com/a.mp4"), ("TemplateId", Everything));

        Assert.Equal((400, "InvalidParameter"), (answer.Status, answer.Code));
        Assert.Equal(
            "This service reads no addresses but those of objects in its buckets.", (string?)answer.Json["Reason"]);
    }

    [Fact]
    public async Task A_media_asset_may_be_the_input()
    {
        using var tags = new TagRig(TagRig.All);
        tags.Rig.Assets.FindAsync(ImsRig.Account, "asset", Arg.Any<CancellationToken>()).Returns(
            new ObjectRef("example-bucket", "of/asset.mp4"));

        await tags.Rig.CallAsync(
            "SubmitSmarttagJob", ("Input.Type", "Media"), ("Input.Media", "asset"), ("TemplateId", Everything));

        Assert.Equal("of/asset.mp4", tags.Rig.Job.Source.Key);
    }

    [Fact]
    public async Task Another_accounts_bucket_is_refused()
    {
        using var tags = new TagRig(TagRig.All);

        var answer = await tags.Rig.CallAsync(
            "SubmitSmarttagJob", ("Input.Type", "OSS"), ("Input.Media", "oss://other-bucket/a"), ("TemplateId", Everything));

        Assert.Equal((403, "Forbidden"), (answer.Status, answer.Code));
    }

    [Fact]
    public async Task A_read_only_key_may_not_submit_tag_jobs()
    {
        using var tags = new TagRig(TagRig.All);

        var answer = await tags.Rig.CallAsync("reader", "JSON", "SubmitSmarttagJob", ("Input", TagRig.Input));

        Assert.Equal((403, "Forbidden.RAM"), (answer.Status, answer.Code));
    }

    private static RecogniserKind[] Kinds(string names) => [.. names.Split(',').Select(Enum.Parse<RecogniserKind>)];
}
