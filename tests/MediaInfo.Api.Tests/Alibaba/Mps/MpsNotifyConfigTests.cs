using MediaInfo.Api.Tests.Support;

namespace MediaInfo.Api.Tests.Alibaba.Mps;

/// <summary>The NotifyConfig parameter, as AddPipeline accepts and returns it.</summary>
public sealed class MpsNotifyConfigTests : IDisposable
{
    private readonly ApiRig _rig = new();

    public static TheoryData<string> LongestUrl => new("https://example.com/" + new string('a', 2048 - 20));

    public void Dispose() => _rig.Dispose();

    [Theory]
    [InlineData("""{"QueueName":"my-queue-1"}""", """{"QueueName":"my-queue-1"}""")]
    [InlineData("""{"Topic":"mts-topic-1"}""", """{"Topic":"mts-topic-1"}""")]
    [InlineData("""{"QueueName":"My_Queue--1-"}""", """{"QueueName":"My_Queue--1-"}""")]
    [InlineData("""{"QueueName":"my-queue","Topic":"my-topic"}""", """{"QueueName":"my-queue","Topic":"my-topic"}""")]
    [InlineData("""{"Url":"https://example.com/path?a=b&c=%20"}""", """{"Url":"https://example.com/path?a=b&c=%20"}""")]
    [InlineData("""{"Url":"http://example.com:8080"}""", """{"Url":"http://example.com:8080"}""")]
    [InlineData("""{"QueueName":"my-queue","Topic":"","MqTopic":"","Url":null,"Other":1}""", """{"QueueName":"my-queue"}""")]
    public async Task A_target_is_returned_with_only_the_members_that_are_set(string sent, string shown)
    {
        var answer = await AddAsync(sent);

        Assert.Equal(
            (200, shown), (answer.Status, answer.Json["Pipeline"]!["NotifyConfig"]!.ToJsonString(new() { Encoder = Bare })));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"QueueName":""}""")]
    [InlineData("""{"MqTag":"tag"}""")]
    [InlineData("")]
    public async Task An_empty_target_counts_as_no_target(string sent)
    {
        var answer = await AddAsync(sent);

        Assert.Equal(200, answer.Status);
        Assert.Null(answer.Json["Pipeline"]!["NotifyConfig"]);
    }

    [Theory]
    [MemberData(nameof(LongestUrl))]
    public async Task A_URL_has_a_maximum_length(string url)
    {
        Assert.Equal(200, (await AddAsync($$"""{"Url":"{{url}}"}""")).Status);
        Assert.Equal("InvalidParameter", (await AddAsync($$"""{"Url":"{{url}}a"}""")).Error.Code);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("\"my-queue\"")]
    [InlineData("my-queue")]
    [InlineData("""{"QueueName":1}""")]
    [InlineData("""{"QueueName":"\ud800"}""")]
    [InlineData("""{"\ud800":"my-queue"}""")]
    [InlineData("""{"QueueName":"my-queue" """)]
    public async Task Anything_but_a_JSON_object_of_strings_is_refused(string sent) => Assert.Equal(
        (
            400,
            "InvalidParameter.JsonObjectFormatInvalid",
            "The parameter \"NotifyConfig\" does not conform to the JSON Object specification"),
        (await AddAsync(sent)).Error);

    [Theory]
    [InlineData("QueueName", "-queue")]
    [InlineData("QueueName", "_queue")]
    [InlineData("QueueName", "my.queue")]
    [InlineData("QueueName", "my/queue")]
    [InlineData("QueueName", "队列名")]
    [InlineData("Topic", "My Topic")]
    [InlineData("Url", "ftp://example.com/")]
    [InlineData("Url", "file:///etc/passwd")]
    [InlineData("Url", "/path")]
    [InlineData("Url", "example.com")]
    [InlineData("Url", "https://user:password@example.com/")]
    [InlineData("Url", "https://")]
    public async Task An_invalid_target_is_refused_with_the_name_of_the_member(string member, string value) => Assert.Equal(
        (400, "InvalidParameter", $"The specified parameter \"NotifyConfig.{member}\" is invalid."),
        (await AddAsync($$"""{"{{member}}":"{{value}}"}""")).Error);

    [Theory]
    [InlineData("QueueName", "other-queue")]
    [InlineData("Topic", "other-queue")]
    [InlineData("QueueName", "callbacks")]
    [InlineData("QueueName", "any-poison")]
    public async Task Queues_of_other_accounts_and_of_the_service_are_denied_with_the_same_error(string member, string queue)
    {
        var pipeline = await _rig.AddPipelineAsync(1);
        var notify = $$"""{"{{member}}":"{{queue}}"}""";
        var denied = (403, "PermissionDenied.ResourceAccess", "MTS not authorized to operate on the specified resource.");

        Assert.Equal(denied, (await AddAsync(notify)).Error);
        var update = RpcRequest.Of(
            "UpdatePipeline", ("PipelineId", pipeline.Id), ("Name", "name"), ("State", "Active"), ("NotifyConfig", notify));
        Assert.Equal(denied, (await _rig.SendAsync(update)).Error);
        Assert.Equal(
            pipeline.Notify,
            (await _rig.Pipelines.FindAsync(ApiRig.Account, pipeline.Id, CancellationToken.None))?.Pipeline.Notify);
    }

    [Fact]
    public async Task A_topic_of_the_other_messaging_product_is_unsupported() => Assert.Equal(
        (400, "InvalidParameter.NotSupported", "The specified parameter \"NotifyConfig.MqTopic\" is not supported."),
        (await AddAsync("""{"QueueName":"my-queue","MqTopic":"topic"}""")).Error);

    private static System.Text.Encodings.Web.JavaScriptEncoder Bare =>
        System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping;

    private Task<WireAnswer> AddAsync(string notify) =>
        _rig.SendAsync(RpcRequest.Of("AddPipeline", ("Name", "name"), ("NotifyConfig", notify)));
}
