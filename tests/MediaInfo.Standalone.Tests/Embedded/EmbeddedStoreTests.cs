using System.Net;
using MediaInfo.Api.Alibaba.Mns;
using MediaInfo.Core.Telemetry;
using MediaInfo.Standalone.Tests.EndToEnd;

namespace MediaInfo.Standalone.Tests.Embedded;

[Trait("Platform", "Linux")]
public sealed class EmbeddedStoreTests : IDisposable
{
    private const string Queue = "mediainfo-callbacks";

    private readonly EmbeddedStore _store = new();

    public void Dispose() => _store.Dispose();

    [Fact]
    public async Task A_file_in_the_folder_is_analysed_and_its_message_read_and_deleted()
    {
        _store.Put("film one.mp4");
        await using var standalone = await _store.StartAsync();
        using var client = new RpcClient(standalone.Endpoint);
        using var reader = new QueueReader(standalone.Endpoint);

        var id = await client.SubmitAsync("film one.mp4");
        await ProcessPatience.HoldsAsync("the message is there", standalone, async () =>
            (await reader.ReceiveAsync(Queue, "peekonly=true&numOfMessages=16")).Count == 1);
        var message = Assert.Single(await reader.ReceiveAsync(Queue));

        Assert.Equal("Success", Assert.Single(await client.QueryAsync([id])).GetProperty("State").GetString());
        Assert.Contains(id, QueueReader.TextOf(message), StringComparison.Ordinal);
        Assert.Equal("1", MnsXml.TextOf(message, "DequeueCount"));
        Assert.Empty(await reader.ReceiveAsync(Queue));
        Assert.Equal(HttpStatusCode.NoContent, await reader.DeleteAsync(Queue, message));
        Assert.Equal(HttpStatusCode.NotFound, await reader.DeleteAsync(Queue, message));
        Assert.Equal((200, Status("ready")), await client.GetAsync("/health/ready"));
    }

    [Theory]
    [InlineData(Queue + "/messages", "testid", "wrong", HttpStatusCode.Forbidden)]
    [InlineData(Queue + "/messages", "nobody", "testsecret", HttpStatusCode.Forbidden)]
    [InlineData("callbacks/messages", "testid", "testsecret", HttpStatusCode.Forbidden)]
    [InlineData("No.Queue/messages", "testid", "testsecret", HttpStatusCode.BadRequest)]
    [InlineData(Queue + "/messages?numOfMessages=0", "testid", "testsecret", HttpStatusCode.BadRequest)]
    [InlineData(Queue + "/messages", "testid", "testsecret", HttpStatusCode.NotFound)]
    public async Task A_queue_is_read_only_by_an_account_that_may_use_it(
        string path, string keyId, string secret, HttpStatusCode status)
    {
        await using var standalone = await _store.StartAsync();
        using var reader = new QueueReader(standalone.Endpoint, keyId, secret);

        Assert.Equal(status, (await reader.AskAsync(HttpMethod.Get, path)).Status);
    }

    [Fact]
    public async Task A_receive_that_waits_gets_the_message_at_once_and_ends_when_the_service_stops()
    {
        await using var standalone = await _store.StartAsync();
        using var reader = new QueueReader(standalone.Endpoint);
        Assert.Equal(HttpStatusCode.Created, (await reader.AskAsync(HttpMethod.Put, "My_Queue", "<Queue/>")).Status);

        var waiting = reader.ReceiveAsync("My_Queue", "numOfMessages=1&waitseconds=30");
        var sent = await reader.AskAsync(
            HttpMethod.Post, "My_Queue/messages", "<Message><MessageBody>Hi</MessageBody></Message>");
        Assert.Equal(HttpStatusCode.Created, sent.Status);
        Assert.Equal("Hi", MnsXml.TextOf(Assert.Single(await waiting), "MessageBody"));

        var idle = reader.AskAsync(HttpMethod.Get, "My_Queue/messages?waitseconds=30");
        await ProcessPatience.HoldsAsync("the message is held", standalone, async () =>
            (await reader.AskAsync(HttpMethod.Get, "My_Queue")).Body.Contains(
                "<InactiveMessages>1</InactiveMessages>", StringComparison.Ordinal));
        await standalone.TerminateAsync();

        Assert.Equal(0, await standalone.ExitAsync());
        Assert.Equal(HttpStatusCode.NotFound, (await idle).Status);
    }

    [Fact]
    public async Task A_second_process_on_the_folder_ends_with_one_line()
    {
        await using var first = await _store.StartAsync();

        await using var second = StandaloneProcess.Start(_store.Settings());

        Assert.Equal(1, await second.ExitAsync());
        Assert.Single(second.Errors.Trim().Split('\n'));
        Assert.Contains(_store.Data, second.Errors, StringComparison.Ordinal);
        using var client = new RpcClient(first.Endpoint);
        Assert.Equal(200, (await client.GetAsync("/health/live")).Status);
    }

    [Fact]
    public async Task A_damaged_database_ends_the_start_with_one_line_and_stays_as_it_is()
    {
        Directory.CreateDirectory(_store.Data);
        await File.WriteAllTextAsync(_store.File, new string('?', 10_000));

        await using var standalone = StandaloneProcess.Start(_store.Settings());

        Assert.Equal(1, await standalone.ExitAsync());
        Assert.Contains($"The database {_store.File} is damaged", standalone.Errors, StringComparison.Ordinal);
        Assert.Equal(new string('?', 10_000), await File.ReadAllTextAsync(_store.File));
    }

    [Fact]
    public async Task Wrong_settings_of_the_store_are_reported_together()
    {
        await using var standalone = StandaloneProcess.Start(_store.Settings(
            ("MediaInfo__Storage__Local__LinkKeys__0", "short"), ("MediaInfo__Storage__Local__Durability", "Never")));

        Assert.Equal(1, await standalone.ExitAsync());
        Assert.Contains("Storage:Local", standalone.Errors, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_store.Data));
    }

    private static string Status(string status) => $$"""{"status":"{{status}}","version":"{{ProductVersion.Current}}"}""";
}
