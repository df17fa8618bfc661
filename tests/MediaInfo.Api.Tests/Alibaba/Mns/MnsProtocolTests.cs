using System.Globalization;
using System.Text;
using System.Xml.Linq;
using MediaInfo.Api.Alibaba.Mns;
using MediaInfo.Api.Tests.Support;
using Microsoft.AspNetCore.Http;

namespace MediaInfo.Api.Tests.Alibaba.Mns;

public sealed class MnsProtocolTests : IDisposable
{
    private const string BodyMd5 = "ZDQxZDhjZDk4ZjAwYjIwNGU5ODAwOTk4ZWNmODQyN2U=";

    private readonly MnsRig _rig = new();

    public void Dispose() => _rig.Dispose();

    [Fact]
    public async Task An_error_has_code_message_request_and_host()
    {
        var answer = await _rig.SendAsync(MnsRequest.Get(MnsRig.Messages));

        Assert.Equal("text/xml;charset=utf-8", answer.ContentType);
        Assert.Equal(
            """<?xml version="1.0" encoding="utf-8"?><Error xmlns="http://mns.aliyuncs.com/doc/v1/"><Code>QueueNotExist</Code>"""
            + "<Message>The queue name you provided is not exist.</Message>"
            + $"<RequestId>{answer.Headers["x-mns-request-id"]}</RequestId><HostId>http://127.0.0.1:7071</HostId></Error>",
            answer.Body);
    }

    [Theory]
    [InlineData("Authorization", "OSS testid:x", 400, "InvalidAuthorizationHeader")]
    [InlineData("Authorization", "MNS nobody:x", 403, "InvalidAccessKeyId")]
    [InlineData("Authorization", "MNS testid:x", 403, "SignatureDoesNotMatch")]
    [InlineData("Date", "", 400, "MissingDateHeader")]
    [InlineData("Date", "2024-02-29T12:00:00Z", 400, "InvalidDateHeader")]
    [InlineData("Date", "Thu, 29 Feb 2024 12:16:00 GMT", 408, "TimeExpired")]
    [InlineData("Date", "Thu, 29 Feb 2024 11:44:00 GMT", 408, "TimeExpired")]
    [InlineData("x-mns-version", "", 400, "MissingVersionHeader")]
    [InlineData("x-mns-version", "2014-01-01", 400, "InvalidVersionHeader")]
    [InlineData("Content-MD5", "x", 400, "InvalidDegist")]
    [InlineData("x-mns-date", MnsRequest.Now, 404, "QueueNotExist")]
    [InlineData("Content-MD5", BodyMd5, 404, "QueueNotExist")]
    [InlineData("Content-MD5", "1B2M2Y8AsgTpgAmY7PhCfg==", 404, "QueueNotExist")]
    public async Task Headers_are_checked(string header, string value, int status, string code)
    {
        var answer = await _rig.SendAsync(MnsRequest.Get(MnsRig.Messages).With(header, value));

        Assert.Equal((status, code), MnsRig.ErrorOf(answer));
    }

    [Fact]
    public async Task A_request_without_a_signature_is_refused()
    {
        var wire = MnsRequest.Get(MnsRig.Messages).ToWire();
        var headers = wire.Headers.Where(header => header.Key is not "Authorization");

        var answer = await _rig.SendAsync(
            wire with { Headers = headers.ToDictionary(StringComparer.OrdinalIgnoreCase) });

        Assert.Equal((400, "MissingAuthorizationHeader"), MnsRig.ErrorOf(answer));
    }

    [Fact]
    public async Task A_client_that_cannot_set_the_date_sends_its_own_header()
    {
        var answer = await _rig.SendAsync(MnsRequest.Get(MnsRig.Messages).With("Date", "").With("x-mns-date", MnsRequest.Now));

        Assert.Equal((404, "QueueNotExist"), MnsRig.ErrorOf(answer));
    }

    [Theory]
    [InlineData("/queues/a%20b")]
    [InlineData("/queues/%3Ca%3E/messages?numOfMessages=2&peekonly=true")]
    [InlineData("/queues/%E6%B6%88%E6%81%AF")]
    [InlineData("/queues/100%2525")]
    [InlineData("/queues/a b")]
    [InlineData("/queues/消息")]
    [InlineData("/topics/a%2Bb/subscriptions/%C3%A9")]
    public async Task A_path_may_be_signed_as_it_is_sent_or_before_it_is_encoded(string resource)
    {
        var (status, code) = MnsRig.ErrorOf(await _rig.SendAsync(MnsRequest.Get(resource)));

        Assert.NotEqual(403, status);
        Assert.NotEqual("SignatureDoesNotMatch", code);
    }

    [Fact]
    public async Task A_signature_of_another_path_is_refused()
    {
        var sent = MnsRequest.Get("/queues/a%20b").ToWire() with { Path = "/queues/a+b" };

        Assert.Equal((403, "SignatureDoesNotMatch"), MnsRig.ErrorOf(await _rig.SendAsync(sent)));
    }

    [Theory]
    [InlineData("security-token", "the/token+1==", 404, "QueueNotExist")]
    [InlineData("security-token", "another", 403, "InvalidSecurityToken")]
    [InlineData("x-other", "the/token+1==", 403, "InvalidSecurityToken")]
    public async Task A_temporary_key_needs_its_token(string header, string token, int status, string code)
    {
        var request = MnsRequest.Get(MnsRig.Messages).With(header, token) with { KeyId = "temporary" };

        Assert.Equal((status, code), MnsRig.ErrorOf(await _rig.SendAsync(request)));
    }

    [Fact]
    public async Task Version_4_of_the_signature_is_accepted_and_checked()
    {
        var at = new DateTimeOffset(2024, 2, 29, 12, 0, 0, TimeSpan.Zero);
        const string scope = "20240229/cn-hangzhou/mns/aliyun_v4_request";
        var headers = new HeaderDictionary { ["x-mns-version"] = "2015-06-06", ["Content-Type"] = "text/xml;charset=UTF-8" };
        var text = MnsSignature4.StringToSign("GET", MnsRig.Messages, "?waitseconds=0", headers, at, scope);
        var signature = MnsSignature4.Sign(text, "testsecret", scope);

        var accepted = await _rig.SendAsync(Signed(signature));
        var refused = await _rig.SendAsync(Signed(signature.Replace(signature[0], signature[0] == '0' ? '1' : '0')));

        Assert.Equal((404, "QueueNotExist"), MnsRig.ErrorOf(accepted));
        Assert.Equal((403, "SignatureDoesNotMatch"), MnsRig.ErrorOf(refused));

        static MnsRequest Signed(string signature) => MnsRequest.Get($"{MnsRig.Messages}?waitseconds=0").With(
            "Authorization", $"MNS4-HMAC-SHA256 Credential=testid/{scope},Signature={signature}");
    }

    [Theory]
    [InlineData("reader", "GET", MnsRig.Messages, 404, "QueueNotExist")]
    [InlineData("reader", "GET", $"{MnsRig.Messages}?numOfMessages=2", 403, "AccessDenied")]
    [InlineData("reader", "DELETE", $"{MnsRig.Messages}?ReceiptHandle=x", 403, "AccessDenied")]
    [InlineData("testid", "GET", "/queues/Other-queue/messages", 403, "AccessDenied")]
    [InlineData("otherid", "GET", MnsRig.Messages, 403, "AccessDenied")]
    [InlineData("otherid", "GET", "/queues/Other-queue/messages", 404, "QueueNotExist")]
    [InlineData("otherid", "GET", "/queues/other-queue/messages", 403, "AccessDenied")]
    [InlineData("testid", "GET", "/queues/callbacks/messages", 403, "AccessDenied")]
    [InlineData("testid", "PUT", "/queues/x-poison", 403, "AccessDenied")]
    public async Task Permissions_owners_and_reserved_names_are_checked(
        string key, string method, string resource, int status, string code) =>
        Assert.Equal(
            (status, code),
            MnsRig.ErrorOf(await _rig.SendAsync(new MnsRequest(method, resource) { KeyId = key })));

    [Theory]
    [InlineData("GET", "/queues/a.b", "InvalidQueueName")]
    [InlineData("PUT", "/queues/-a", "InvalidQueueName")]
    [InlineData("GET", "/queues//messages", "QueueNameLengthError")]
    [InlineData("GET", "/queues/q/messages/m", "InvalidRequestURL")]
    [InlineData("GET", "/queues/q/other", "InvalidRequestURL")]
    [InlineData("PATCH", "/queues/q", "InvalidRequestURL")]
    [InlineData("POST", "/queues", "InvalidRequestURL")]
    public async Task Paths_and_names_are_checked(string method, string resource, string code) =>
        Assert.Equal((400, code), MnsRig.ErrorOf(await _rig.SendAsync(new MnsRequest(method, resource))));

    [Fact]
    public async Task A_name_that_is_too_long_is_refused() => Assert.Equal(
        (400, "QueueNameLengthError"),
        MnsRig.ErrorOf(await _rig.SendAsync(MnsRequest.Put($"/queues/{new string('a', 257)}"))));

    [Fact]
    public async Task Addresses_have_the_scheme_that_a_proxy_tells()
    {
        var answer = await _rig.SendAsync(MnsRequest.Put($"/queues/{MnsRig.Queue}").With("X-Forwarded-Proto", "https"));

        Assert.Equal($"https://127.0.0.1:7071/queues/{MnsRig.Queue}", answer.Headers.Location.ToString());
    }

    [Theory]
    [InlineData("method")]
    [InlineData("path")]
    [InlineData("query")]
    [InlineData("x-mns-version")]
    [InlineData("content-type")]
    public async Task A_signed_part_that_changes_on_the_way_is_noticed(string part)
    {
        await _rig.CreateAsync();
        var wire = MnsRequest.Get($"{MnsRig.Messages}?peekonly=true").With("x-mns-more", "1").ToWire();
        var changed = part switch
        {
            "method" => wire with { Method = "DELETE", Query = "?ReceiptHandle=x" },
            "path" => wire with { Path = MnsRig.Messages.Replace("My", "No", StringComparison.Ordinal) },
            "query" => wire with { Query = "?peekonly=True" },
            "content-type" => wire with { ContentType = "text/plain", Headers = Without(wire, "Content-Type", "text/plain") },
            _ => wire with { Headers = Without(wire, "x-mns-more", "2") },
        };

        Assert.Equal((403, "SignatureDoesNotMatch"), MnsRig.ErrorOf(await _rig.SendAsync(changed)));
    }

    [Theory]
    [InlineData("""<!DOCTYPE x [<!ENTITY a "b">]><Message><MessageBody>&a;</MessageBody></Message>""")]
    [InlineData("""<!DOCTYPE x SYSTEM "http://127.0.0.1:1/x"><Message><MessageBody>a</MessageBody></Message>""")]
    [InlineData("<Message><MessageBody>")]
    [InlineData("<a><b><c><d><e><f><g><h><i/></h></g></f></e></d></c></b></a>")]
    [InlineData("""<?xml version="1.0" encoding="no-such"?><Message/>""")]
    [InlineData("{}")]
    [InlineData("")]
    [InlineData("<Message><MessageBody>\u0001</MessageBody></Message>")]
    public async Task A_body_that_is_no_plain_document_is_refused(string body)
    {
        await _rig.CreateAsync();

        Assert.Equal((400, "MalformedXML"), MnsRig.ErrorOf(await _rig.SendAsync(MnsRequest.Post(MnsRig.Messages, body))));
    }

    [Fact]
    public async Task A_document_of_many_elements_is_refused()
    {
        var many = string.Concat(Enumerable.Repeat("<a/>", 2_000));

        var answer = await _rig.SendAsync(MnsRequest.Post(MnsRig.Messages, $"<Message>{many}</Message>"));

        Assert.Equal((400, "MalformedXML"), MnsRig.ErrorOf(answer));
    }

    [Fact]
    public async Task Random_bytes_are_never_an_internal_error()
    {
        await _rig.CreateAsync();
        var random = new Random(1);
        for (var i = 0; i < 500; i++)
        {
            var body = Encoding.Latin1.GetString([.. Enumerable.Range(0, 40).Select(_ => (byte)random.Next(256))]);
            var sent = random.Next(2) == 0 ? body : $"<Message>{body}";
            var answer = await _rig.SendAsync(MnsRequest.Post(MnsRig.Messages, sent));

            Assert.Equal(400, answer.Status);
        }
    }

    [Fact]
    public async Task An_outage_of_storage_is_told_as_such()
    {
        _rig.Queues.Outage.Begin();

        var answer = await _rig.SendAsync(MnsRequest.Get(MnsRig.Messages));

        Assert.Equal((503, "InternalServerError"), MnsRig.ErrorOf(answer));
    }

    [Fact]
    public void Text_that_XML_lacks_is_replaced_and_a_carriage_return_survives()
    {
        var written = Encoding.UTF8.GetString(MnsXml.Write(MnsXml.Text("MessageBody", "a\rb\u0001\u4e2d")));

        Assert.Equal("a\rb\ufffd中", XElement.Parse(written).Value);
        Assert.True(CultureInfo.InvariantCulture.CompareInfo.IndexOf(written, "&#xD;", CompareOptions.Ordinal) > 0);
    }

    private static Dictionary<string, string> Without(WireRequest wire, string header, string value) =>
        new(wire.Headers, StringComparer.OrdinalIgnoreCase) { [header] = value };
}
