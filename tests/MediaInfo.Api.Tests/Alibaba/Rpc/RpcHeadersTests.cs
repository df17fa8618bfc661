using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;
using MediaInfo.Api.Alibaba.Rpc;
using MediaInfo.Api.Tests.Support;
using MediaInfo.Core.Jobs;
using MediaInfo.Core.Telemetry;
using Microsoft.Extensions.DependencyInjection;
using NSubstitute;

namespace MediaInfo.Api.Tests.Alibaba.Rpc;

public sealed class RpcHeadersTests : IDisposable
{
    private readonly ApiRig _rig = new();

    public void Dispose() => _rig.Dispose();

    [Fact]
    public async Task Every_answer_has_the_headers_of_the_vendors_gateway()
    {
        var success = await _rig.SendAsync(Call());
        var xml = await _rig.SendAsync(Call().With(("Format", "XML")));
        var refusal = await _rig.SendAsync(Call() with { Secret = "wrong" });
        var tooLarge = await _rig.SendAsync(Call().ToWire() with { Body = new byte[5000] });

        Assert.Equal([200, 200, 400, 413], new[] { success, xml, refusal, tooLarge }.Select(answer => answer.Status));
        Assert.All([success, xml, refusal, tooLarge], answer =>
        {
            Assert.Equal("*", answer.Headers["access-control-allow-origin"]);
            Assert.Equal("*", answer.Headers["access-control-expose-headers"]);
            Assert.Contains(answer.Headers["x-acs-request-id"].ToString(), answer.Body, StringComparison.Ordinal);
            Assert.Matches("^[0-9a-f]{32}$", answer.Headers["x-acs-trace-id"].ToString());
        });
        Assert.Equal((string?)success.Json["RequestId"], success.Headers["x-acs-request-id"]);
    }

    [Fact]
    public async Task A_fault_of_the_service_has_them_too()
    {
        using var rig = new ApiRig(services => services.AddSingleton(Substitute.For<IJobStore>()));
        rig.Get<IJobStore>().FindAsync(default!, default).ReturnsForAnyArgs<StoredJob?>(_ => throw new IOException("away"));

        var answer = await rig.SendAsync(Call());

        Assert.Equal((503, "ServiceUnavailable"), (answer.Status, answer.Code));
        Assert.Equal((string?)answer.Json["RequestId"], answer.Headers["x-acs-request-id"]);
    }

    [Fact]
    public async Task The_trace_is_that_of_the_requests_span()
    {
        var traces = new List<string>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name is Tracing.SourceName,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStarted = span =>
            {
                lock (traces)
                {
                    traces.Add(span.TraceId.ToHexString());
                }
            },
        };
        ActivitySource.AddActivityListener(listener);

        var answer = await _rig.SendAsync(Call());

        Assert.Contains(answer.Headers["x-acs-trace-id"].ToString(), traces);
    }

    // The body and the tag are a published answer of the vendor's.
    [Fact]
    public void The_entity_tag_is_the_vendors() => Assert.Equal(
        "5TMxmkRtXpXAdkf/r7rDdEA2",
        EntityTag.Of("""{"RequestId":"7F75E7B4-4636-53B4-A8DE-5FC4A9E1F876"}"""u8));

    [Fact]
    public async Task Only_a_success_has_an_entity_tag()
    {
        var answer = await _rig.SendAsync(Call());

        Assert.Equal(EntityTag.Of(Encoding.UTF8.GetBytes(answer.Body)), answer.Headers.ETag);
        Assert.Equal(0, (await _rig.SendAsync(Call() with { Secret = "wrong" })).Headers.ETag.Count);
    }

    [Theory]
    [InlineData("", "Content-Type")]
    [InlineData("authorization,x-acs-date, x-acs-signature-nonce", "Content-Type, authorization, x-acs-signature-nonce")]
    [InlineData("x-ok, bad name, b@d, ,x-also", "Content-Type, x-ok, x-also")]
    public async Task A_preflight_is_answered_without_a_signature(string asked, string end)
    {
        var answer = await _rig.SendAsync(new WireRequest("OPTIONS", "")
        {
            Headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
            {
                ["Origin"] = "https://example.com",
                ["Access-Control-Request-Method"] = "POST",
                ["Access-Control-Request-Headers"] = asked,
            },
        });

        Assert.Equal((200, "", null), (answer.Status, answer.Body, answer.ContentType));
        Assert.Equal("*", answer.Headers["access-control-allow-origin"]);
        Assert.Equal("POST, GET, OPTIONS, PUT, DELETE", answer.Headers["access-control-allow-methods"]);
        Assert.Equal("172800", answer.Headers["access-control-max-age"]);
        var allowed = answer.Headers["access-control-allow-headers"].ToString();
        Assert.StartsWith("X-Requested-With, ", allowed, StringComparison.Ordinal);
        Assert.EndsWith($" {end}", allowed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_we_have_to_say_stands_beside_the_vendors_message()
    {
        var tooMany = string.Concat(Enumerable.Range(0, 1001).Select(i => $"&x{i}=1"));
        var answer = await _rig.SendAsync(new WireRequest("POST", "?Action=Nothing&Format=JSON" + tooMany));

        Assert.Equal(
            (400, "InvalidParameter.OutOfRange", "The specified parameter \"Parameters\" is out of range."), answer.Error);
        Assert.Equal("The request has too many parameters.", (string?)answer.Json["Reason"]);
        Assert.Null((JsonNode?)(await _rig.SendAsync(Call() with { Secret = "wrong" })).Json["Reason"]);
    }

    private static RpcRequest Call() => RpcRequest.Of("QueryMediaInfoJobList", ("MediaInfoJobIds", "1"));
}
