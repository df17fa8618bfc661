using System.Net;
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
            (await reader.ReceiveAsync(Queue, "peek=true")).Count == 1);
        var message = Assert.Single(await reader.ReceiveAsync(Queue));

        Assert.Equal("Success", Assert.Single(await client.QueryAsync([id])).GetProperty("State").GetString());
        Assert.Contains(id, message.GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Equal(1, message.GetProperty("deliveryCount").GetInt32());
        Assert.Empty(await reader.ReceiveAsync(Queue));
        Assert.Equal(HttpStatusCode.NoContent, await reader.DeleteAsync(Queue, message));
        Assert.Equal(HttpStatusCode.NotFound, await reader.DeleteAsync(Queue, message));
        Assert.Equal((200, Status("ready")), await client.GetAsync("/health/ready"));
    }

    [Theory]
    [InlineData(Queue + "/messages", null, HttpStatusCode.Unauthorized)]
    [InlineData(Queue + "/messages", "testid:wrong", HttpStatusCode.Unauthorized)]
    [InlineData(Queue + "/messages", "nobody:testsecret", HttpStatusCode.Unauthorized)]
    [InlineData(Queue + "/messages", "nobody:", HttpStatusCode.Unauthorized)]
    [InlineData(Queue + "/messages", "testid", HttpStatusCode.Unauthorized)]
    [InlineData("callbacks/messages", "testid:testsecret", HttpStatusCode.Forbidden)]
    [InlineData("No-Queue/messages", "testid:testsecret", HttpStatusCode.Forbidden)]
    [InlineData(Queue + "/messages?count=0", "testid:testsecret", HttpStatusCode.BadRequest)]
    [InlineData(Queue + "/messages?count=33", "testid:testsecret", HttpStatusCode.BadRequest)]
    [InlineData(Queue + "/messages?visibility=x", "testid:testsecret", HttpStatusCode.BadRequest)]
    [InlineData(Queue + "/messages", "testid:testsecret", HttpStatusCode.OK)]
    public async Task A_queue_is_read_only_by_an_account_that_may_use_it(string path, string? credentials, HttpStatusCode status)
    {
        await using var standalone = await _store.StartAsync();
        using var reader = new QueueReader(standalone.Endpoint);

        Assert.Equal(status, (await reader.AskAsync(HttpMethod.Get, path, credentials)).Status);
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
