using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using MediaInfo.Api.Tests.Support;

namespace MediaInfo.Api.Tests.Alibaba.Mns;

/// <summary>
/// What the vendor's Java and Python clients send, by their public source, signed here as they sign and read as they read.
/// </summary>
public sealed class MnsClientWireTests : IDisposable
{
    private const string Xmlns = "{http://mns.aliyuncs.com/doc/v1/}";
    private const string JavaHead = """<?xml version="1.0" encoding="UTF-8" standalone="no"?>""";
    private const string PythonHead = """<?xml version="1.0" encoding="utf-8"?>""";

    // The members without which the Python client reports a damaged response.
    private static readonly string[] OfMessage =
    [
        "DequeueCount", "EnqueueTime", "FirstDequeueTime", "MessageBody", "MessageId", "MessageBodyMD5", "NextVisibleTime",
        "ReceiptHandle", "Priority",
    ];

    private static readonly string[] OfQueue =
    [
        "ActiveMessages", "CreateTime", "DelayMessages", "DelaySeconds", "InactiveMessages", "LastModifyTime",
        "MaximumMessageSize", "MessageRetentionPeriod", "QueueName", "VisibilityTimeout", "PollingWaitSeconds", "LoggingEnabled",
    ];

    private readonly MnsRig _rig = new();

    public void Dispose() => _rig.Dispose();

    [Fact]
    public async Task The_Java_client_creates_sends_receives_hides_and_deletes()
    {
        const string queue = JavaHead + """
            <Queue xmlns="http://mns.aliyuncs.com/doc/v1"><PollingWaitSeconds>0</PollingWaitSeconds><DelaySeconds>0</DelaySeconds></Queue>
            """;
        var created = await JavaAsync("PUT", $"/queues/{MnsRig.Queue}", queue);
        Assert.Equal(201, created.Status);

        // The client finds the queue's path by cutting its endpoint off.
        Assert.StartsWith("http://127.0.0.1:7071", created.Headers.Location.ToString(), StringComparison.Ordinal);
        const string message = JavaHead + """
            <Message xmlns="http://mns.aliyuncs.com/doc/v1"><MessageBody>SGVsbG8=</MessageBody><Priority>8</Priority></Message>
            """;
        Assert.Equal(201, (await JavaAsync("POST", MnsRig.Messages, message)).Status);

        var received = XElement.Parse((await JavaAsync("GET", $"{MnsRig.Messages}?waitseconds=0")).Body);
        var handle = received.Element(Xmlns + "ReceiptHandle")!.Value;
        var hidden = await JavaAsync("PUT", $"{MnsRig.Messages}?ReceiptHandle={handle}&VisibilityTimeout=60");
        var next = XElement.Parse(hidden.Body).Element(Xmlns + "ReceiptHandle")!.Value;
        var deleted = await JavaAsync("DELETE", $"{MnsRig.Messages}?ReceiptHandle={next}");

        Assert.Equal("SGVsbG8=", received.Element(Xmlns + "MessageBody")!.Value);
        Assert.Equal((200, 204), (hidden.Status, deleted.Status));
    }

    [Fact]
    public async Task The_Python_client_finds_every_member_that_it_insists_on()
    {
        const string queue = PythonHead + """
            <Queue xmlns="http://mns.aliyuncs.com/doc/v1/"><VisibilityTimeout>30</VisibilityTimeout><LoggingEnabled>True</LoggingEnabled></Queue>
            """;
        Assert.Equal(201, (await PythonAsync("PUT", $"/queues/{MnsRig.Queue}", queue)).Status);
        var attributes = XElement.Parse((await PythonAsync("GET", $"/queues/{MnsRig.Queue}")).Body);
        const string messages = PythonHead + """
            <Messages xmlns="http://mns.aliyuncs.com/doc/v1/"><Message><MessageBody>YQ==</MessageBody></Message></Messages>
            """;
        var sent = XElement.Parse((await PythonAsync("POST", MnsRig.Messages, messages)).Body);
        var received = XElement.Parse((await PythonAsync("GET", $"{MnsRig.Messages}?numOfMessages=16&waitseconds=0")).Body);
        var message = Assert.Single(received.Elements());
        var handle = message.Element(Xmlns + "ReceiptHandle")!.Value;
        var handles = PythonHead + $"""
            <ReceiptHandles xmlns="http://mns.aliyuncs.com/doc/v1/"><ReceiptHandle>{handle}</ReceiptHandle></ReceiptHandles>
            """;

        Assert.All(OfQueue, name => Assert.NotNull(attributes.Element(Xmlns + name)));
        Assert.All(OfMessage, name => Assert.NotEqual("", message.Element(Xmlns + name)!.Value));
        Assert.Equal(
            ["MessageId", "MessageBodyMD5"],
            Assert.Single(sent.Elements()).Elements().Select(part => part.Name.LocalName));
        Assert.Equal(204, (await PythonAsync("DELETE", MnsRig.Messages, handles)).Status);
        var again = XElement.Parse((await PythonAsync("DELETE", MnsRig.Messages, handles)).Body);
        Assert.Equal(
            ["ErrorCode", "ErrorMessage", "ReceiptHandle"],
            Assert.Single(again.Elements()).Elements().Select(part => part.Name.LocalName));
    }

    // Always a type, never a digest, and an id of its own if its caller wants one.
    private Task<WireAnswer> JavaAsync(string method, string resource, string body = "") => SendAsync(
        method, resource, body, ("Content-Type", "text/xml;charset=UTF-8"), ("x-mns-user-request-id", "5f0e"));

    // Type and digest only with a body.
    private Task<WireAnswer> PythonAsync(string method, string resource, string body = "") => body.Length == 0
        ? SendAsync(method, resource, body)
        : SendAsync(method, resource, body, ("content-type", "text/xml;charset=UTF-8"), ("content-md5", HexMd5(body)));

    [SuppressMessage("Security", "CA5350", Justification = "The vendor's scheme is HMAC-SHA1.")]
    private Task<WireAnswer> SendAsync(
        string method, string resource, string body, params (string Name, string Value)[] headers)
    {
        var all = headers.Append(("x-mns-version", "2015-06-06")).Append(("date", MnsRequest.Now))
            .ToDictionary(header => header.Item1, header => header.Item2, StringComparer.OrdinalIgnoreCase);
        var own = all.Where(header => header.Key.StartsWith("x-mns-", StringComparison.Ordinal))
            .OrderBy(header => header.Key, StringComparer.Ordinal)
            .Select(header => $"{header.Key}:{header.Value}\n");
        var text = $"{method}\n{all.GetValueOrDefault("content-md5")}\n{all.GetValueOrDefault("content-type")}\n"
            + $"{MnsRequest.Now}\n{string.Concat(own)}{resource}";
        var signature = HMACSHA1.HashData("testsecret"u8, Encoding.UTF8.GetBytes(text));
        all["Authorization"] = $"MNS testid:{Convert.ToBase64String(signature)}";
        var parts = resource.Split('?', 2);
        return _rig.SendAsync(new WireRequest(method, parts.Length > 1 ? "?" + parts[1] : "")
        {
            Path = parts[0],
            ContentType = all.GetValueOrDefault("content-type"),
            Body = Encoding.UTF8.GetBytes(body),
            Headers = all,
        });
    }

    [SuppressMessage("Security", "CA5351", Justification = "The header is defined as an MD5.")]
    private static string HexMd5(string body) => Convert.ToBase64String(
        Encoding.ASCII.GetBytes(Convert.ToHexStringLower(MD5.HashData(Encoding.UTF8.GetBytes(body)))));
}
