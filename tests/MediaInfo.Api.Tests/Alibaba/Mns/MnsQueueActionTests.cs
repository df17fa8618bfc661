using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using MediaInfo.Api.Alibaba.Mns;
using MediaInfo.Core.Messaging;
using MediaInfo.TestSupport;
using Microsoft.Extensions.Hosting;

namespace MediaInfo.Api.Tests.Alibaba.Mns;

/// <summary>
/// CreateQueue, SetQueueAttributes, GetQueueAttributes, DeleteQueue, ListQueue, SendMessage, BatchSendMessage, ReceiveMessage,
/// BatchReceiveMessage, PeekMessage, BatchPeekMessage, DeleteMessage, BatchDeleteMessage, ChangeMessageVisibility.
/// </summary>
public sealed class MnsQueueActionTests : IDisposable
{
    private const string Head = """<?xml version="1.0" encoding="utf-8"?>""";
    private const string Xmlns = "xmlns=\"http://mns.aliyuncs.com/doc/v1/\"";

    private readonly MnsRig _rig = new();

    public void Dispose() => _rig.Dispose();

    [Fact]
    public async Task A_queue_is_created_once_and_its_address_is_told()
    {
        const string body = "<Queue><VisibilityTimeout>60</VisibilityTimeout><LoggingEnabled>True</LoggingEnabled></Queue>";

        var first = await _rig.SendAsync(MnsRequest.Put($"/queues/{MnsRig.Queue}", body));
        var same = await _rig.SendAsync(MnsRequest.Put($"/queues/{MnsRig.Queue}", body));
        var other = await _rig.SendAsync(MnsRequest.Put($"/queues/{MnsRig.Queue}"));

        Assert.Equal((201, ""), (first.Status, first.Body));
        Assert.Equal($"http://127.0.0.1:7071/queues/{MnsRig.Queue}", first.Headers.Location.ToString());
        Assert.Equal(204, same.Status);
        Assert.Equal((409, "QueueAlreadyExist"), MnsRig.ErrorOf(other));
    }

    [Fact]
    public async Task Attributes_are_told_and_changed()
    {
        await _rig.CreateAsync();
        var changed = await _rig.SendAsync(MnsRequest.Put(
            $"/queues/{MnsRig.Queue}?metaoverride=true", "<Queue><PollingWaitSeconds>10</PollingWaitSeconds></Queue>"));
        await _rig.PostAsync("one");

        var answer = await _rig.SendAsync(MnsRequest.Get($"/queues/{MnsRig.Queue}"));

        Assert.Equal((204, ""), (changed.Status, changed.Body));
        Assert.Equal(
            $"{Head}<Queue {Xmlns}><QueueName>My_Queue</QueueName><CreateTime>1709208000</CreateTime>"
            + "<LastModifyTime>1709208000</LastModifyTime><DelaySeconds>0</DelaySeconds>"
            + "<MaximumMessageSize>65536</MaximumMessageSize><MessageRetentionPeriod>345600</MessageRetentionPeriod>"
            + "<VisibilityTimeout>30</VisibilityTimeout><PollingWaitSeconds>10</PollingWaitSeconds>"
            + "<ActiveMessages>1</ActiveMessages><InactiveMessages>0</InactiveMessages><DelayMessages>0</DelayMessages>"
            + "<LoggingEnabled>False</LoggingEnabled></Queue>",
            answer.Body);
    }

    [Theory]
    [InlineData("VisibilityTimeout", "0", "The value of VisibilityTimeout should between 1 and 43200 seconds.")]
    [InlineData("DelaySeconds", "604801", "The value of DelaySeconds should between 0 and 604800 seconds.")]
    [InlineData("MaximumMessageSize", "1023", "The value of MaximumMessageSize should between 1024 and 65536 bytes.")]
    [InlineData("MessageRetentionPeriod", "x", "The value of MessageRetentionPeriod should between 60 and 604800 seconds.")]
    [InlineData("PollingWaitSeconds", "-1", "The value of PollingWaitSeconds should between 0 and 30 seconds.")]
    public async Task Attributes_have_bounds(string name, string value, string message)
    {
        var body = $"<Queue><{name}>{value}</{name}></Queue>";

        var answer = await _rig.SendAsync(MnsRequest.Put($"/queues/{MnsRig.Queue}", body));

        Assert.Equal((400, "InvalidArgument"), MnsRig.ErrorOf(answer));
        Assert.Equal(message, MnsXml.TextOf(XElement.Parse(answer.Body), "Message"));
    }

    [Fact]
    public async Task An_account_has_at_most_as_many_queues_as_the_settings_say()
    {
        foreach (var name in "abc".Select(name => $"{name}"))
        {
            await _rig.CreateAsync(name);
        }

        var refused = await _rig.SendAsync(MnsRequest.Put("/queues/d"));

        Assert.Equal((403, "QueueNumExceededLimit"), MnsRig.ErrorOf(refused));
        Assert.Equal(204, (await _rig.SendAsync(MnsRequest.Put("/queues/a"))).Status);
    }

    [Fact]
    public async Task Queues_are_listed_by_pages_and_only_those_of_the_account()
    {
        await _rig.Queues.CreateAsync("Other-queue", QueueSettings.Default, default);
        foreach (var name in "baB".Select(name => $"{name}"))
        {
            await _rig.CreateAsync(name);
        }

        var first = await _rig.SendAsync(
            MnsRequest.Get("/queues").With("x-mns-ret-number", "2").With("x-mns-prefix", "undefined"));
        var second = await _rig.SendAsync(MnsRequest.Get("/queues").With("x-mns-marker", "a"));
        var begin = await _rig.SendAsync(MnsRequest.Get("/queues").With("x-mns-prefix", "zz"));

        Assert.Equal(
            $"{Head}<Queues {Xmlns}><Queue><QueueURL>http://127.0.0.1:7071/queues/B</QueueURL></Queue>"
            + "<Queue><QueueURL>http://127.0.0.1:7071/queues/a</QueueURL></Queue><NextMarker>a</NextMarker></Queues>",
            first.Body);
        Assert.Equal(
            $"{Head}<Queues {Xmlns}><Queue><QueueURL>http://127.0.0.1:7071/queues/b</QueueURL></Queue></Queues>", second.Body);
        Assert.Equal($"{Head}<Queues {Xmlns} />", begin.Body);
    }

    [Fact]
    public async Task A_list_with_attributes_has_them()
    {
        await _rig.CreateAsync();

        var answer = await _rig.SendAsync(MnsRequest.Get("/queues").With("x-mns-with-meta", "true"));

        var queue = Assert.Single(XElement.Parse(answer.Body).Elements());
        Assert.Equal("My_Queue", MnsRig.TextOf(queue, "QueueName"));
        Assert.Equal("30", MnsRig.TextOf(queue, "VisibilityTimeout"));
    }

    [Fact]
    public async Task A_deleted_queue_is_gone_and_may_be_deleted_again()
    {
        await _rig.CreateAsync();

        Assert.Equal(204, (await _rig.SendAsync(MnsRequest.Delete($"/queues/{MnsRig.Queue}"))).Status);
        Assert.Equal(204, (await _rig.SendAsync(MnsRequest.Delete($"/queues/{MnsRig.Queue}"))).Status);
        Assert.Equal((404, "QueueNotExist"), MnsRig.ErrorOf(await _rig.PostAsync("x")));
    }

    [Fact]
    public async Task A_message_is_sent_received_and_deleted()
    {
        await _rig.CreateAsync();
        var sent = await _rig.PostAsync("Hello &lt;&amp;&gt; 视频");
        Assert.Equal(201, sent.Status);
        Assert.Equal(
            $"{Head}<Message {Xmlns}><MessageId>1</MessageId><MessageBodyMD5>{Md5("Hello <&> 视频")}</MessageBodyMD5></Message>",
            sent.Body);

        var received = await _rig.SendAsync(MnsRequest.Get($"{MnsRig.Messages}?waitseconds=5"));

        var handle = MnsRig.TextOf(XElement.Parse(received.Body), "ReceiptHandle");
        Assert.Equal(
            $"{Head}<Message {Xmlns}><MessageId>1</MessageId><ReceiptHandle>{handle}</ReceiptHandle>"
            + $"<MessageBodyMD5>{Md5("Hello <&> 视频")}</MessageBodyMD5><MessageBody>Hello &lt;&amp;&gt; 视频</MessageBody>"
            + $"<EnqueueTime>{_rig.Milliseconds()}</EnqueueTime><NextVisibleTime>{_rig.Milliseconds(30)}</NextVisibleTime>"
            + $"<FirstDequeueTime>{_rig.Milliseconds()}</FirstDequeueTime><DequeueCount>1</DequeueCount>"
            + "<Priority>8</Priority></Message>",
            received.Body);
        Assert.Matches("^[A-Za-z0-9_-]+$", handle);
        var deletion = MnsRequest.Delete($"{MnsRig.Messages}?ReceiptHandle={handle}");
        Assert.Equal((204, ""), await _rig.SendAsync(deletion) is var deleted ? (deleted.Status, deleted.Body) : default);
        Assert.Equal((404, "MessageNotExist"), MnsRig.ErrorOf(await _rig.SendAsync(deletion)));
        Assert.Equal((404, "MessageNotExist"), MnsRig.ErrorOf(await _rig.SendAsync(MnsRequest.Get(MnsRig.Messages))));
    }

    [Theory]
    [InlineData("<Message></Message>", "cause by MessageBody")]
    [InlineData("<Message><MessageBody></MessageBody></Message>", "MessageBody should between 1")]
    [InlineData("<Message><MessageBody>a</MessageBody><Priority>17</Priority></Message>", "Priority should between 1 and 16.")]
    [InlineData("<Message><MessageBody>a</MessageBody><DelaySeconds>604801</DelaySeconds></Message>", "DelaySeconds should")]
    [InlineData("<Message><MessageBody>a</MessageBody><UserProperties/></Message>", "cause by UserProperties")]
    [InlineData("<Other/>", "cause by Other")]
    public async Task A_message_has_bounds(string body, string message)
    {
        await _rig.CreateAsync();

        var answer = await _rig.SendAsync(MnsRequest.Post(MnsRig.Messages, body));

        Assert.Equal((400, "InvalidArgument"), MnsRig.ErrorOf(answer));
        Assert.Contains(message, answer.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_queues_own_limit_of_bytes_counts()
    {
        await _rig.SendAsync(MnsRequest.Put(
            $"/queues/{MnsRig.Queue}", "<Queue><MaximumMessageSize>1024</MaximumMessageSize></Queue>"));

        Assert.Equal(201, (await _rig.PostAsync(new string('x', 1024))).Status);
        Assert.Equal((400, "InvalidArgument"), MnsRig.ErrorOf(await _rig.PostAsync(new string('x', 1025))));
    }

    [Fact]
    public async Task A_delayed_message_has_a_handle_and_comes_later()
    {
        await _rig.CreateAsync();

        var sent = await _rig.SendAsync(MnsRequest.Post(
            MnsRig.Messages, "<Message><MessageBody>a</MessageBody><DelaySeconds>60</DelaySeconds></Message>"));

        Assert.Contains("<ReceiptHandle>", sent.Body, StringComparison.Ordinal);
        Assert.Equal((404, "MessageNotExist"), MnsRig.ErrorOf(await _rig.SendAsync(MnsRequest.Get(MnsRig.Messages))));
        _rig.Time.Advance(TimeSpan.FromSeconds(61));
        Assert.Equal("a", MnsRig.TextOf(await _rig.ReceiveAsync(), "MessageBody"));
    }

    [Fact]
    public async Task A_batch_tells_which_messages_were_refused()
    {
        await _rig.CreateAsync();

        var good = await _rig.SendAsync(MnsRequest.Post(MnsRig.Messages, Batch(Body("a"), Body("b"))));
        var mixed = await _rig.SendAsync(MnsRequest.Post(MnsRig.Messages, Batch(Body("c"), "<Priority>1</Priority>")));

        Assert.Equal(201, good.Status);
        Assert.Equal(
            $"{Head}<Messages {Xmlns}><Message><MessageId>1</MessageId><MessageBodyMD5>{Md5("a")}</MessageBodyMD5></Message>"
            + $"<Message><MessageId>3</MessageId><MessageBodyMD5>{Md5("b")}</MessageBodyMD5></Message></Messages>",
            good.Body);
        Assert.Equal(500, mixed.Status);
        Assert.Equal(
            $"{Head}<Messages {Xmlns}><Message><MessageId>5</MessageId><MessageBodyMD5>{Md5("c")}</MessageBodyMD5></Message>"
            + "<Message><ErrorCode>InvalidArgument</ErrorCode><ErrorMessage>The XML you provided did not validate against our "
            + "published schema, cause by MessageBody.</ErrorMessage></Message></Messages>",
            mixed.Body);
    }

    [Fact]
    public async Task A_batch_has_bounds()
    {
        await _rig.CreateAsync();
        var seventeen = Batch([.. Enumerable.Repeat("<MessageBody>a</MessageBody>", 17)]);
        var large = Batch([.. Enumerable.Repeat($"<MessageBody>{new string('x', 33_000)}</MessageBody>", 2)]);

        foreach (var body in new[] { "<Messages/>", seventeen, large })
        {
            await RefusesAsync(400, "InvalidArgument", MnsRequest.Post(MnsRig.Messages, body));
        }

        foreach (var number in new[] { "0", "17", "x" })
        {
            await RefusesAsync(400, "InvalidArgument", MnsRequest.Get($"{MnsRig.Messages}?numOfMessages={number}"));
        }
    }

    [Fact]
    public async Task A_batch_is_received_and_deleted()
    {
        await _rig.CreateAsync();
        await _rig.SendAsync(MnsRequest.Post(MnsRig.Messages, Batch(Body("a"), Body("b"))));

        var received = await _rig.SendAsync(MnsRequest.Get($"{MnsRig.Messages}?numOfMessages=16&waitseconds=1"));
        var root = XElement.Parse(received.Body);
        string[] handles = [.. root.Elements().Select(message => MnsRig.TextOf(message, "ReceiptHandle"))];

        Assert.Equal("Messages", root.Name.LocalName);
        Assert.Equal(2, handles.Length);
        var deleted = await _rig.SendAsync(MnsRequest.Delete(MnsRig.Messages, Handles(handles)));
        Assert.Equal((204, ""), (deleted.Status, deleted.Body));
        var again = await _rig.SendAsync(MnsRequest.Delete(MnsRig.Messages, Handles("?")));
        Assert.Equal(404, again.Status);
        Assert.Equal(
            $"{Head}<Errors {Xmlns}><Error><ErrorCode>ReceiptHandleError</ErrorCode><ErrorMessage>The receipt handle you provide "
            + "is not valid.</ErrorMessage><ReceiptHandle>?</ReceiptHandle></Error></Errors>",
            again.Body);
    }

    [Fact]
    public async Task A_look_shows_messages_without_handles()
    {
        await _rig.CreateAsync();
        await RefusesAsync(404, "MessageNotExist", MnsRequest.Get($"{MnsRig.Messages}?peekonly=true"));
        await _rig.PostAsync("a");

        var one = await _rig.SendAsync(MnsRequest.Get($"{MnsRig.Messages}?peekonly=true"));
        var many = await _rig.SendAsync(MnsRequest.Get($"{MnsRig.Messages}?peekonly=true&numOfMessages=16"));

        Assert.Equal(
            $"{Head}<Message {Xmlns}><MessageId>1</MessageId><MessageBodyMD5>{Md5("a")}</MessageBodyMD5>"
            + $"<MessageBody>a</MessageBody><EnqueueTime>{_rig.Milliseconds()}</EnqueueTime>"
            + $"<FirstDequeueTime>{_rig.Milliseconds()}</FirstDequeueTime><DequeueCount>0</DequeueCount>"
            + "<Priority>8</Priority></Message>",
            one.Body);
        Assert.Single(XElement.Parse(many.Body).Elements());
    }

    [Theory]
    [InlineData("receiptHandle", "visibilityTimeout")]
    [InlineData("ReceiptHandle", "VisibilityTimeout")]
    public async Task Visibility_is_changed_and_the_handle_with_it(string handleName, string timeoutName)
    {
        await _rig.CreateAsync();
        await _rig.PostAsync("a");
        var handle = MnsRig.TextOf(await _rig.ReceiveAsync(), "ReceiptHandle");

        var changed = await _rig.SendAsync(MnsRequest.Put($"{MnsRig.Messages}?{handleName}={handle}&{timeoutName}=90"));

        var next = MnsRig.TextOf(XElement.Parse(changed.Body), "ReceiptHandle");
        Assert.Equal(
            $"{Head}<ChangeVisibility {Xmlns}><ReceiptHandle>{next}</ReceiptHandle>"
            + $"<NextVisibleTime>{_rig.Milliseconds(90)}</NextVisibleTime></ChangeVisibility>",
            changed.Body);
        await RefusesAsync(404, "MessageNotExist", MnsRequest.Delete($"{MnsRig.Messages}?ReceiptHandle={handle}"));
        Assert.Equal(204, (await _rig.SendAsync(MnsRequest.Delete($"{MnsRig.Messages}?ReceiptHandle={next}"))).Status);
    }

    [Theory]
    [InlineData("PUT", "?VisibilityTimeout=1", 400, "MissingReceiptHandle")]
    [InlineData("PUT", "?ReceiptHandle=MQox", 400, "MissingVisibilityTimeout")]
    [InlineData("PUT", "?ReceiptHandle=MQox&VisibilityTimeout=0", 400, "InvalidArgument")]
    [InlineData("PUT", "?ReceiptHandle=x.y&VisibilityTimeout=1", 400, "ReceiptHandleError")]
    [InlineData("PUT", "?ReceiptHandle=MQox&VisibilityTimeout=1", 404, "MessageNotExist")]
    [InlineData("DELETE", "", 400, "MissingReceiptHandle")]
    [InlineData("DELETE", "?ReceiptHandle=x.y", 400, "ReceiptHandleError")]
    [InlineData("DELETE", "?ReceiptHandle=1-ODU4OTkzNDU5My0xNDMyNzI3ODI3LTItOA==", 400, "ReceiptHandleError")]
    public async Task Handles_are_checked(string method, string query, int status, string code)
    {
        await _rig.CreateAsync();

        Assert.Equal((status, code), MnsRig.ErrorOf(await _rig.SendAsync(new MnsRequest(method, MnsRig.Messages + query))));
    }

    [Fact]
    public async Task A_handle_ends_with_its_time()
    {
        await _rig.CreateAsync();
        await _rig.PostAsync("a");
        var handle = MnsRig.TextOf(await _rig.ReceiveAsync(), "ReceiptHandle");

        _rig.Time.Advance(TimeSpan.FromSeconds(31));

        await RefusesAsync(404, "MessageNotExist", MnsRequest.Delete($"{MnsRig.Messages}?ReceiptHandle={handle}"));
        Assert.Equal("2", MnsRig.TextOf(await _rig.ReceiveAsync(), "DequeueCount"));
    }

    [Fact]
    public async Task The_services_own_message_is_base64_unless_the_account_wants_it_plain()
    {
        const string text = """{"JobId":"视频"}""";
        await _rig.CreateAsync();
        await _rig.Queues.CreateAsync("Other-queue", QueueSettings.Default, default);
        _rig.Queues.SendForeign(MnsRig.Queue, text);
        _rig.Queues.SendForeign("Other-queue", text);

        var coded = await _rig.ReceiveAsync();
        var plain = await _rig.SendAsync(MnsRequest.Get("/queues/Other-queue/messages") with { KeyId = "otherid" });

        Assert.Equal(text, Encoding.UTF8.GetString(Convert.FromBase64String(MnsRig.TextOf(coded, "MessageBody"))));
        Assert.Equal(Md5(MnsRig.TextOf(coded, "MessageBody")), MnsRig.TextOf(coded, "MessageBodyMD5"));
        Assert.Equal(text, MnsRig.TextOf(XElement.Parse(plain.Body), "MessageBody"));
    }

    [Theory]
    [InlineData("-1")]
    [InlineData("31")]
    [InlineData("x")]
    public async Task A_wait_has_bounds(string seconds)
    {
        await _rig.CreateAsync();

        var answer = await _rig.SendAsync(MnsRequest.Get($"{MnsRig.Messages}?waitseconds={seconds}"));

        Assert.Equal((400, "InvalidArgument"), MnsRig.ErrorOf(answer));
    }

    [Fact]
    public async Task A_waiting_call_gets_the_message_that_comes()
    {
        await _rig.CreateAsync();
        var waiting = _rig.SendAsync(MnsRequest.Get($"{MnsRig.Messages}?waitseconds=30"));
        await Eventually.HoldsAsync("the call waits", () => _rig.Queues.Looks > 0);

        await _rig.PostAsync("a");
        _rig.Get<MessageArrivals>().Tell(MnsRig.Queue);

        Assert.Equal(200, (await waiting).Status);
    }

    [Fact]
    public async Task An_account_has_as_many_waits_as_the_settings_say_and_they_end_with_the_host()
    {
        await _rig.CreateAsync();
        var wait = MnsRequest.Get($"{MnsRig.Messages}?waitseconds=30");
        var waits = Enumerable.Range(0, 2).Select(_ => _rig.SendAsync(wait)).ToList();
        await Eventually.HoldsAsync("the calls wait", () => _rig.Queues.Looks > 0);

        var third = await _rig.SendAsync(MnsRequest.Get($"{MnsRig.Messages}?waitseconds=30"));
        _rig.Get<IHostApplicationLifetime>().StopApplication();

        Assert.Equal((400, "QpsLimitExceeded"), MnsRig.ErrorOf(third));
        Assert.All(await Task.WhenAll(waits), answer => Assert.Equal((404, "MessageNotExist"), MnsRig.ErrorOf(answer)));
        Assert.Equal((404, "MessageNotExist"), MnsRig.ErrorOf(await _rig.SendAsync(MnsRequest.Get(MnsRig.Messages))));
    }

    private async Task RefusesAsync(int status, string code, MnsRequest request) =>
        Assert.Equal((status, code), MnsRig.ErrorOf(await _rig.SendAsync(request)));

    private static string Body(string text) => $"<MessageBody>{text}</MessageBody>";

    private static string Handles(params string[] handles) =>
        $"<ReceiptHandles>{string.Concat(handles.Select(handle => $"<ReceiptHandle>{handle}</ReceiptHandle>"))}</ReceiptHandles>";

    private static string Batch(params string[] messages) =>
        $"<Messages>{string.Concat(messages.Select(message => $"<Message>{message}</Message>"))}</Messages>";

    [SuppressMessage("Security", "CA5351", Justification = "The element is defined as an MD5.")]
    private static string Md5(string text) => Convert.ToHexString(MD5.HashData(Encoding.UTF8.GetBytes(text)));
}
