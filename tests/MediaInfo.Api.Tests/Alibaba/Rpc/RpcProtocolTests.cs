using MediaInfo.Api.Tests.Support;

namespace MediaInfo.Api.Tests.Alibaba.Rpc;

public sealed class RpcProtocolTests : IDisposable
{
    private readonly ApiRig _rig = new();

    public void Dispose() => _rig.Dispose();

    [Theory]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("HEAD")]
    [InlineData("PATCH")]
    public async Task Only_GET_and_POST_are_served(string method) => Assert.Equal(
        (400, "UnsupportedHTTPMethod", "This http method is not supported."),
        (await _rig.SendAsync(Call() with { Method = method })).Error);

    [Fact]
    public async Task An_action_and_a_version_are_required()
    {
        Assert.Equal(
            (400, "MissingAction", "Action is mandatory for this action."),
            (await _rig.SendAsync(Call().Without("Action"))).Error);
        Assert.Equal(
            (400, "MissingVersion", "Version is mandatory for this action."),
            (await _rig.SendAsync(Call().Without("Version"))).Error);
    }

    [Fact]
    public async Task An_unknown_version_is_refused() => Assert.Equal(
        (400, "InvalidVersion", "Specified parameter Version is not valid."),
        (await _rig.SendAsync(Call().With(("Version", "2014-06-19")))).Error);

    [Theory]
    [InlineData("Nothing")]
    [InlineData("queryMediaInfoJobList")]
    public async Task An_action_unknown_to_the_product_is_refused(string action) => Assert.Equal(
        (404, "InvalidAction.NotFound", "Specified api is not found, please check your url and method."),
        (await _rig.SendAsync(Call().With(("Action", action)))).Error);

    [Fact]
    public async Task An_unknown_format_is_refused_in_JSON()
    {
        var answer = await _rig.SendAsync(Call().With(("Format", "YAML")));

        Assert.Equal((400, "InvalidParameter.Format", "Specified parameter format is not valid."), answer.Error);
        Assert.Equal("application/json;charset=utf-8", answer.ContentType);
    }

    [Fact]
    public async Task A_key_can_only_call_the_actions_that_it_is_allowed()
    {
        var forbidden = (
            403, "Forbidden.RAM", "User not authorized to operate on the specified resource, or this API doesn't support RAM.");

        var submit =
            await _rig.SendAsync(RpcRequest.Of("SubmitMediaInfoJob", ("Input", ApiJobs.Input)).By("reader", "readersecret"));
        var query = await _rig.SendAsync(Call().By("reader", "readersecret"));

        Assert.Equal(forbidden, submit.Error);
        Assert.Equal(200, query.Status);
        Assert.Empty(_rig.Scheduler.Scheduled);
    }

    [Fact]
    public async Task An_unsigned_header_does_not_override_the_signed_action()
    {
        var request = Call().ToWire() with
        {
            Headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
            {
                ["x-acs-action"] = "SubmitMediaInfoJob",
            },
        };

        Assert.NotNull((await _rig.SendAsync(request)).Json["MediaInfoJobList"]);
    }

    [Fact]
    public async Task An_error_in_JSON_has_exactly_this_form()
    {
        var answer = await _rig.SendAsync(Call().With(("AccessKeyId", "nobody")));

        Assert.Equal("application/json;charset=utf-8", answer.ContentType);
        Assert.Equal(
            """{"RequestId":"00000000-0000-0000-0000-000000000001","HostId":"127.0.0.1:7071","""
            + "\"Code\":\"InvalidAccessKeyId.NotFound\",\"Message\":\"Specified access key is not found.\"}",
            answer.Body);
    }

    [Fact]
    public async Task An_error_in_XML_has_exactly_this_form()
    {
        var answer = await _rig.SendAsync(Call().Without("Format").With(("AccessKeyId", "nobody")));

        Assert.Equal((404, "text/xml;charset=utf-8"), (answer.Status, answer.ContentType));
        Assert.Equal(
            """<?xml version="1.0" encoding="utf-8"?><Error><RequestId>00000000-0000-0000-0000-000000000001</RequestId>"""
            + "<HostId>127.0.0.1:7071</HostId><Code>InvalidAccessKeyId.NotFound</Code><Message>Specified access key is not found.</Message></Error>",
            answer.Body);
    }

    [Fact]
    public async Task A_success_has_exactly_this_form_in_JSON_and_XML()
    {
        var json = await _rig.SendAsync(Call());
        var xml = await _rig.SendAsync(Call().Without("Format"));

        Assert.Equal(
            """{"RequestId":"00000000-0000-0000-0000-000000000001","MediaInfoJobList":{"MediaInfoJob":[]},"NonExistMediaInfoJobIds":{"String":["1"]}}""",
            json.Body);
        Assert.Equal(
            """<?xml version="1.0" encoding="utf-8"?><QueryMediaInfoJobListResponse><RequestId>00000000-0000-0000-0000-000000000002</RequestId>"""
            + "<MediaInfoJobList /><NonExistMediaInfoJobIds><String>1</String></NonExistMediaInfoJobIds></QueryMediaInfoJobListResponse>",
            xml.Body);
    }

    [Theory]
    [InlineData("GET", false)]
    [InlineData("POST", false)]
    [InlineData("POST", true)]
    public async Task Parameters_can_be_sent_in_the_query_or_a_form(string method, bool form) =>
        Assert.Equal(200, (await _rig.SendAsync(Call() with { Method = method, AsForm = form })).Status);

    private static RpcRequest Call() => RpcRequest.Of("QueryMediaInfoJobList", ("MediaInfoJobIds", "1"));
}
