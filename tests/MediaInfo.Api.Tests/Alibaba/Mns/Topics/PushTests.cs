using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using MediaInfo.Api.Alibaba.Mns.Topics;
using MediaInfo.Api.Gateway;
using MediaInfo.Api.Tests.Support;
using MediaInfo.Core.Callbacks;
using MediaInfo.Core.Queues;
using MediaInfo.TestSupport;
using MediaInfo.TestSupport.Memory;
using Microsoft.Extensions.DependencyInjection;

namespace MediaInfo.Api.Tests.Alibaba.Mns.Topics;

/// <summary>What an HTTP subscriber receives, over a real connection.</summary>
public sealed class PushTests : IAsyncLifetime, IDisposable
{
    private readonly LoopbackReceiver _receiver = new();
    private readonly ApiRig _rig = new(services => services
        .AddSingleton(new CallbackOptions { AllowPrivateAddresses = true, Timeout = TimeSpan.FromSeconds(30) }));

    public Task InitializeAsync() => _rig.PutAsync("/topics/done");

    public async Task DisposeAsync() => await _receiver.DisposeAsync();

    public void Dispose() => _rig.Dispose();

    [Theory]
    [InlineData("XML")]
    [InlineData("JSON")]
    [InlineData("SIMPLIFIED")]
    public async Task A_push_passes_the_checks_of_the_vendors_samples(string format)
    {
        var push = await PushAsync(format);
        var address = new Uri(push.CertificateUrl);
        Assert.Equal("http://127.0.0.1:7071/x509_public_certificate.pem", address.GetLeftPart(UriPartial.Path));
        var served = await _rig.SendAsync(new WireRequest("GET", address.Query) { Path = address.AbsolutePath });

        Assert.Equal(200, served.Status);
        Assert.DoesNotContain("PRIVATE KEY", served.Body, StringComparison.Ordinal);
        Assert.True(push.VerifyAsJava(served.Body));
        Assert.True(push.VerifyAsGo(served.Body));
        Assert.Equal(Convert.ToHexString(Md5(push.Body)), push.Headers["Content-md5"]);
    }

    [Fact]
    public async Task A_changed_header_or_another_certificate_does_not_pass()
    {
        var push = await PushAsync("XML");
        var pem = (await _rig.Get<SigningKey>().GetAsync(default)).Pem;
        var request = Assert.Single(_receiver.Requests);

        Assert.False(new VendorsEndpoint(request.Replace("POST /", "POST /x", StringComparison.Ordinal)).VerifyAsJava(pem));
        Assert.False(new VendorsEndpoint(request.Replace(
            push.Headers["Content-md5"], "0", StringComparison.Ordinal)).VerifyAsJava(pem));
        using var other = SigningCertificate.Read(SigningCertificate.Make(_rig.Time.GetUtcNow()));
        Assert.False(push.VerifyAsJava(other.Pem));
    }

    [Fact]
    public async Task XML_has_the_message_and_what_is_known_about_it()
    {
        var push = await PushAsync("XML");

        Assert.Equal("text/xml;charset=utf-8", push.Headers["Content-Type"]);
        Assert.Equal("2015-06-06", push.Headers["x-mns-version"]);
        Assert.NotEmpty(push.Headers["x-mns-request-id"]);
        Assert.DoesNotContain("x-mns-message-id", push.Headers.Keys);
        GoldenFile.MatchesFile(push.Body.Replace("><", ">\n<", StringComparison.Ordinal), Golden("Notification.xml"));
    }

    [Fact]
    public async Task JSON_has_the_same_members_as_strings()
    {
        var push = await PushAsync("JSON");

        Assert.Equal("application/json;charset=utf-8", push.Headers["Content-Type"]);
        var json = JsonNode.Parse(push.Body)!.AsObject();
        Assert.All(json, member => Assert.Equal(System.Text.Json.JsonValueKind.String, member.Value!.GetValueKind()));
        GoldenFile.MatchesFile(push.Body.Replace(",", ",\n", StringComparison.Ordinal), Golden("Notification.json"));
    }

    [Fact]
    public async Task SIMPLIFIED_is_the_text_and_the_headers_say_the_rest()
    {
        var push = await PushAsync("SIMPLIFIED");

        Assert.Equal("say \"hello\" to 主题", push.Body);
        Assert.Equal("text/plain;charset=utf-8", push.Headers["Content-Type"]);
        Assert.Equal("done", push.Headers["x-mns-topic-name"]);
        Assert.Equal("one", push.Headers["x-mns-subscription-name"]);
        Assert.Equal("important", push.Headers["x-mns-message-tag"]);
        Assert.Equal(ApiRig.Account, push.Headers["x-mns-topic-owner"]);
        Assert.Equal(ApiRig.Account, push.Headers["x-mns-subscriber"]);
        Assert.Matches("^[0-9A-F]{32}$", push.Headers["x-mns-message-id"]);
        Assert.Matches("^[0-9]{13}$", push.Headers["x-mns-publish-time"]);
    }

    [Fact]
    public async Task The_certificate_can_be_read_by_GET_only()
    {
        var answer = await _rig.SendAsync(new WireRequest("POST", "") { Path = CertificateProtocol.Path });

        Assert.Equal(405, answer.Status);
        Assert.Equal(
            503, _rig.Get<IEnumerable<IProtocol>>().OfType<CertificateProtocol>().Single().Refuse(
                new WireRequest("GET", "").ToApi(), GatewayFault.Unavailable).Status);
    }

    private static string Golden(string name) =>
        RepositoryRoot.Combine("tests", "MediaInfo.Api.Tests", "Golden", "Mns", "Topics", name);

    [System.Diagnostics.CodeAnalysis.SuppressMessage("Security", "CA5351", Justification = "The header is an MD5.")]
    private static byte[] Md5(string text) => MD5.HashData(Encoding.UTF8.GetBytes(text));

    private async Task<VendorsEndpoint> PushAsync(string format)
    {
        await _rig.PutAsync(
            "/topics/done/subscriptions/one",
            TopicCalls.Subscription(
                _receiver.Url.Replace("&", "&amp;", StringComparison.Ordinal),
                $"<NotifyContentFormat>{format}</NotifyContentFormat>"));
        Assert.Equal(201, (await _rig.PublishAsync(
            "done", TopicCalls.Message("say \"hello\" to 主题", "<MessageTag>important</MessageTag>"))).Status);

        var queue = (InMemoryWorkQueue)_rig.Get<IWorkQueues>().Callbacks;
        Assert.Null(await _rig.Get<CallbackHandler>().HandleAsync(Assert.Single(queue.Texts), default));
        return new VendorsEndpoint(Assert.Single(_receiver.Requests));
    }
}
