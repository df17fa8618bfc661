using System.Globalization;
using System.Xml.Linq;
using MediaInfo.Api.Alibaba.Mns;
using MediaInfo.Api.Gateway;
using MediaInfo.Api.Tests.Support;
using MediaInfo.Core.Messaging;
using MediaInfo.TestSupport;
using MediaInfo.TestSupport.Memory;
using Microsoft.Extensions.DependencyInjection;

namespace MediaInfo.Api.Tests.Alibaba.Mns;

/// <summary>The gateway over queues in memory and a stopped clock, called the way a client of Message Service does.</summary>
public sealed class MnsRig : IDisposable
{
    public const string Queue = "My_Queue";
    public const string Messages = $"/queues/{Queue}/messages";

    private static readonly Dictionary<string, string?> Settings = new(StringComparer.Ordinal)
    {
        ["MediaInfo:Accounts:List:0:Id"] = "1000000000000001",
        ["MediaInfo:Accounts:List:0:Keys:0:Id"] = "testid",
        ["MediaInfo:Accounts:List:0:Keys:0:Secret"] = "testsecret",
        ["MediaInfo:Accounts:List:0:Keys:0:Allow:0"] = "*",
        ["MediaInfo:Accounts:List:0:Keys:1:Id"] = "reader",
        ["MediaInfo:Accounts:List:0:Keys:1:Secret"] = "testsecret",
        ["MediaInfo:Accounts:List:0:Keys:1:Allow:0"] = "mns:ReceiveMessage",
        ["MediaInfo:Accounts:List:0:Keys:2:Id"] = "temporary",
        ["MediaInfo:Accounts:List:0:Keys:2:Secret"] = "testsecret",
        ["MediaInfo:Accounts:List:0:Keys:2:SecurityToken"] = "the/token+1==",
        ["MediaInfo:Accounts:List:0:Keys:2:Allow:0"] = "*",
        ["MediaInfo:Accounts:List:0:Buckets:0:Name"] = "*",
        ["MediaInfo:Accounts:List:0:Queues:0"] = "*",
        ["MediaInfo:Accounts:List:1:Id"] = "1000000000000002",
        ["MediaInfo:Accounts:List:1:Buckets:0:Name"] = "other-*",
        ["MediaInfo:Accounts:List:1:Queues:0"] = "Other-*",
        ["MediaInfo:Accounts:List:1:PlainMessages"] = "true",
        ["MediaInfo:Accounts:List:1:Keys:0:Id"] = "otherid",
        ["MediaInfo:Accounts:List:1:Keys:0:Secret"] = "testsecret",
        ["MediaInfo:Accounts:List:1:Keys:0:Allow:0"] = "*",
        ["MediaInfo:Objects:Locations:0"] = "oss-cn-hangzhou",
        ["MediaInfo:Mns:MostWaits"] = "2",
        ["MediaInfo:Mns:MostQueues"] = "3",
        ["MediaInfo:Gateway:RequestsPerSecond"] = "100000",
    };

    private readonly ServiceProvider _services;

    public MnsRig()
    {
        Queues = new InMemoryMessageQueues(Time);
        _services = TestService.Build(Settings, Time, services => services.AddSingleton<IMessageQueues>(Queues));
    }

    public ManualTimeProvider Time { get; } = new();

    public InMemoryMessageQueues Queues { get; }

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    /// <summary>Sends a request.</summary>
    public Task<WireAnswer> SendAsync(MnsRequest request) => SendAsync(request.ToWire());

    /// <inheritdoc cref="SendAsync(MnsRequest)" />
    public async Task<WireAnswer> SendAsync(WireRequest request)
    {
        var answer = await Get<RequestGateway>().SendAsync(request);
        Assert.NotEqual("", answer.Headers["x-mns-request-id"].ToString());
        Assert.Equal("2015-06-06", answer.Headers["x-mns-version"].ToString());
        return answer;
    }

    /// <summary>Creates the queue.</summary>
    public async Task CreateAsync(string queue = Queue) =>
        Assert.Equal(201, (await SendAsync(MnsRequest.Put($"/queues/{queue}"))).Status);

    /// <summary>Sends a message and returns the answer.</summary>
    public Task<WireAnswer> PostAsync(string body) =>
        SendAsync(MnsRequest.Post(
            Messages,
            $"<Message xmlns=\"http://mns.aliyuncs.com/doc/v1/\"><MessageBody>{body}</MessageBody></Message>"));

    /// <summary>Receives a message and returns its element.</summary>
    public async Task<XElement> ReceiveAsync()
    {
        var answer = await SendAsync(MnsRequest.Get(Messages));
        Assert.Equal(200, answer.Status);
        return XElement.Parse(answer.Body);
    }

    /// <summary>Status and code of an error.</summary>
    public static (int Status, string? Code) ErrorOf(WireAnswer answer) =>
        (answer.Status, MnsXml.TextOf(XElement.Parse(answer.Body), "Code"));

    /// <summary>The text of an element of an answer.</summary>
    public static string TextOf(XElement element, string name) => MnsXml.TextOf(element, name)!;

    /// <summary>A time of the rig's clock in milliseconds.</summary>
    public string Milliseconds(int seconds = 0) =>
        Time.GetUtcNow().AddSeconds(seconds).ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);

    public void Dispose() => _services.Dispose();
}
