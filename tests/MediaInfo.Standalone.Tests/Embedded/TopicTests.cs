using System.Net;
using System.Text;
using System.Text.Json;
using MediaInfo.Standalone.Tests.EndToEnd;
using MediaInfo.TestSupport;

namespace MediaInfo.Standalone.Tests.Embedded;

/// <summary>A pipeline whose topic has a queue and an HTTP address as subscribers, in the built program.</summary>
[Trait("Platform", "Linux")]
public sealed class TopicTests : IDisposable
{
    private const string Account = "1000000000000001";
    private const string Topic = "Topic_of-a-test";
    private const string Queue = "queue-of-a-test";

    private static readonly (string Name, string Value) Private = ("MediaInfo__Callbacks__AllowPrivateAddresses", "true");

    private readonly EmbeddedStore _store = new();

    public void Dispose() => _store.Dispose();

    [Fact]
    public async Task A_completion_message_reaches_every_subscriber_of_the_pipelines_topic()
    {
        _store.Put("film.mp4");
        await using var receiver = new LoopbackReceiver();
        await using var standalone = await _store.StartAsync(Private);
        using var client = new RpcClient(standalone.Endpoint);
        using var caller = new TopicCaller(standalone.Endpoint);
        await SubscribeAsync(caller, receiver);
        var pipeline = (await client.CallAsync("AddPipeline", ("Name", "of-a-test"), ("NotifyConfig", Notify)))
            .GetProperty("Pipeline").GetProperty("Id").GetString();

        var job = await client.SubmitAsync("film.mp4", pipeline);

        await ProcessPatience.HoldsAsync(
            "the message was posted", standalone, () => Task.FromResult(receiver.Requests.Count > 0));
        var post = Assert.Single(receiver.Requests);
        using var body = JsonDocument.Parse(post.Split("\r\n\r\n")[1]);
        using var message = JsonDocument.Parse(body.RootElement.GetProperty("Message").GetString()!);
        Assert.Equal(job, message.RootElement.GetProperty("JobId").GetString());
        Assert.Equal(Topic, body.RootElement.GetProperty("TopicName").GetString());
        var taken = (await TakeAsync(standalone, caller)).Split("<MessageBody>")[1].Split('<')[0];
        Assert.Contains(job, Encoding.UTF8.GetString(Convert.FromBase64String(taken)), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await caller.ReceiveAsync(Topic)).Status);
    }

    [Fact]
    public async Task A_message_that_waits_for_its_subscriber_survives_a_killed_process()
    {
        await using var receiver = new LoopbackReceiver { Answer = () => LoopbackReceiver.Status("500 Internal Server Error") };
        await using (var killed = await _store.StartAsync(Private))
        {
            using var caller = new TopicCaller(killed.Endpoint);
            await SubscribeAsync(caller, receiver);
            Assert.Equal(HttpStatusCode.Created, (await caller.PublishAsync(Topic, "text")).Status);
            await ProcessPatience.HoldsAsync(
                "the message was posted once", killed, () => Task.FromResult(receiver.Requests.Count > 0));
            await killed.KillAsync();
        }

        var before = receiver.Requests.Count;
        receiver.Answer = () => LoopbackReceiver.Status("204 No Content");
        await using var standalone = await _store.StartAsync(Private);

        await ProcessPatience.HoldsAsync(
            "the message was posted again", standalone, () => Task.FromResult(receiver.Requests.Count > before));
        Assert.Contains("\"Message\":\"text\"", receiver.Requests[^1], StringComparison.Ordinal);
        using var again = new TopicCaller(standalone.Endpoint);
        Assert.Contains("<MessageBody>text<", await TakeAsync(standalone, again), StringComparison.Ordinal);
    }

    private static string Notify => $$"""{"Topic":"{{Topic}}"}""";

    private static async Task SubscribeAsync(TopicCaller caller, LoopbackReceiver receiver)
    {
        Assert.Equal(HttpStatusCode.Created, (await caller.CreateAsync(Topic)).Status);
        var queue = $"acs:mns:region:{Account}:queues/{Queue}";
        Assert.Equal(HttpStatusCode.Created, (await caller.SubscribeAsync(Topic, "queue", queue, "SIMPLIFIED")).Status);
        Assert.Equal(HttpStatusCode.Created, (await caller.SubscribeAsync(Topic, "web", receiver.Url, "JSON")).Status);
    }

    private static async Task<string> TakeAsync(StandaloneProcess standalone, TopicCaller caller)
    {
        var message = "";
        await ProcessPatience.HoldsAsync("the message is in the queue", standalone, async () =>
        {
            var (status, body) = await caller.ReceiveAsync(Queue);
            message = body;
            return status == HttpStatusCode.OK;
        });
        return message;
    }
}
