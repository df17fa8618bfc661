using System.Net;
using System.Text.Json;
using MediaInfo.Standalone.Tests.Embedded;
using MediaInfo.TestSupport;

namespace MediaInfo.Standalone.Tests.EndToEnd;

/// <summary>The program with nothing beside it: its own storage, and no account in its settings.</summary>
[Collection(StandaloneFixture.Collection)]
[Trait("Platform", "Linux")]
public sealed class BareStartTests : IDisposable
{
    private const string Queue = "mediainfo-callbacks";

    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("mediainfo-embedded-");
    private readonly IReadOnlyDictionary<string, string> _settings;

    public BareStartTests(StandaloneFixture fixture) => _settings = fixture.Settings(
        ("AzureWebJobsStorage", ""), ("MediaInfo__Storage__Local__Directory", _data.FullName));

    private string AccountFile => Path.Combine(_data.FullName, "account.json");

    public void Dispose() => _data.Delete(recursive: true);

    [Fact]
    public async Task A_file_in_the_media_folder_is_analysed_and_its_message_can_be_read_and_deleted()
    {
        await using var standalone = await StartAsync();
        using var client = Client(standalone);
        Put("films", "dir/clip.mp4");

        var job = await FinishedAsync(standalone, client, "films", "dir/clip.mp4");

        Assert.Equal("Success", job.GetProperty("State").GetString());
        using var reader = new QueueReader(standalone.Endpoint, Value("Keys__0__Id"), Value("Keys__0__Secret"));
        var message = Assert.Single(await reader.ReceiveAsync(Queue));
        Assert.Contains(job.GetProperty("JobId").GetString()!, QueueReader.TextOf(message), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NoContent, await reader.DeleteAsync(Queue, message));
    }

    [Fact]
    public async Task A_signed_address_of_the_media_library_gives_the_file_and_only_that()
    {
        await using var standalone = await StartAsync();
        using var client = Client(standalone);
        Put("films", "dir/a b.mp4");
        Put("films", "other.mp4");
        var registered = await client.CallAsync(RpcClient.Ims, "RegisterMediaInfo", [("InputURL", "oss://films/dir/a b.mp4")]);
        var id = registered.GetProperty("MediaId").GetString()!;
        var address = "";
        await ProcessPatience.HoldsAsync("the asset has its file", standalone, async () =>
        {
            var asset = await client.CallAsync(RpcClient.Ims, "GetMediaInfo", [("MediaId", id), ("OutputType", "oss")]);
            address = AddressIn(asset.GetProperty("MediaInfo"));
            return address.Length > 0;
        });

        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        using var answer = await http.GetAsync(new Uri(address));

        Assert.StartsWith(standalone.Endpoint.AbsoluteUri, address, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("video/mp4", answer.Content.Headers.ContentType?.MediaType);
        Assert.NotNull(answer.Content.Headers.LastModified);
        Assert.Equal(await File.ReadAllBytesAsync(Clip), await answer.Content.ReadAsByteArrayAsync());
        using var other = await http.GetAsync(new Uri(address.Replace("dir/a%20b.mp4", "other.mp4", StringComparison.Ordinal)));
        Assert.Equal(HttpStatusCode.Forbidden, other.StatusCode);
        using var list = await http.GetAsync(new Uri(standalone.Endpoint, "/objects/films/"));
        Assert.Equal(HttpStatusCode.Forbidden, list.StatusCode);
    }

    [Fact]
    public async Task Jobs_and_keys_outlive_the_process()
    {
        string id;
        var keys = "";
        await using (var first = await StartAsync())
        {
            using var client = Client(first);
            Put("films", "clip.mp4");
            id = (await FinishedAsync(first, client, "films", "clip.mp4")).GetProperty("JobId").GetString()!;
            keys = await File.ReadAllTextAsync(AccountFile);
            await first.KillAsync();
        }

        await using var second = await StartAsync();
        using var again = Client(second);

        Assert.Equal(keys, await File.ReadAllTextAsync(AccountFile));
        Assert.Equal("Success", (await JobAsync(again, id)).GetProperty("State").GetString());
    }

    [Fact]
    public async Task The_keys_are_random_and_nobody_else_can_read_them()
    {
        await using var standalone = await StartAsync();

        var secret = Value("Keys__0__Secret");

        Assert.Matches("^[0-9a-f]{48}$", secret);
        Assert.NotEqual(secret, Value("Tokens__0__Value"));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(AccountFile));
        }

        Assert.Contains(AccountFile, standalone.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(secret, standalone.Output, StringComparison.Ordinal);
        using var stranger = new RpcClient(standalone.Endpoint, "testid", "testsecret");
        await Assert.ThrowsAsync<InvalidOperationException>(() => stranger.CallAsync("QueryPipelineList", ("PipelineIds", "x")));
    }

    [Fact]
    public async Task An_account_in_the_settings_is_the_only_one()
    {
        await using var standalone = StandaloneProcess.Start(_settings);
        await standalone.ListensAsync();

        Assert.False(File.Exists(AccountFile));
        using var client = new RpcClient(standalone.Endpoint);
        Put("films", "clip.mp4");
        Assert.Equal("Success", (await FinishedAsync(standalone, client, "films", "clip.mp4")).GetProperty("State").GetString());
    }

    private static string Clip => RepositoryRoot.Combine("tests", "media", "sample.mp4");

    private static async Task<JsonElement> JobAsync(RpcClient client, string id) =>
        (await client.CallAsync("QueryMediaInfoJobList", ("MediaInfoJobIds", id)))
            .GetProperty("MediaInfoJobList").GetProperty("MediaInfoJob")[0];

    // Empty before the file was read.
    private static string AddressIn(JsonElement asset) =>
        asset.TryGetProperty("FileInfoList", out var files)
        && files.GetArrayLength() > 0
        && files[0].TryGetProperty("FileBasicInfo", out var file)
        && file.TryGetProperty("FileUrl", out var url)
            ? url.GetString()!
            : "";

    private static async Task<JsonElement> FinishedAsync(
        StandaloneProcess standalone, RpcClient client, string bucket, string key)
    {
        var input = JsonSerializer.Serialize(
            new { Bucket = bucket, Location = "oss-cn-hangzhou", Object = Uri.EscapeDataString(key) });
        var submitted = await client.CallAsync("SubmitMediaInfoJob", ("Input", input), ("Async", "true"));
        var id = submitted.GetProperty("MediaInfoJob").GetProperty("JobId").GetString()!;
        JsonElement job = default;
        await ProcessPatience.HoldsAsync("the job ends and is told", standalone, async () =>
        {
            job = await JobAsync(client, id);
            return job.GetProperty("State").GetString() is not "Analyzing" && job.TryGetProperty("MNSMessageResult", out _);
        });
        return job;
    }

    private async Task<StandaloneProcess> StartAsync()
    {
        var standalone = StandaloneProcess.StartBare(_settings);
        await standalone.ListensAsync();
        return standalone;
    }

    private RpcClient Client(StandaloneProcess standalone) =>
        new(standalone.Endpoint, Value("Keys__0__Id"), Value("Keys__0__Secret"));

    private string Value(string name) => JsonElement.Parse(File.ReadAllBytes(AccountFile))
        .GetProperty("Values").GetProperty($"MediaInfo__Accounts__List__0__{name}").GetString()!;

    private void Put(string bucket, string key)
    {
        var path = Path.Combine(_data.FullName, "media", bucket, key);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.Copy(Clip, path);
    }
}
