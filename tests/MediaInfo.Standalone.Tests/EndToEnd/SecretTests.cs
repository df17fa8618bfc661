using System.Net.Http.Headers;
using Azure.Storage.Blobs;
using MediaInfo.TestSupport;

namespace MediaInfo.Standalone.Tests.EndToEnd;

/// <summary>The output of a process with all logging enabled, and everything that it stores, contains no secret.</summary>
[Collection(StandaloneFixture.Collection)]
[Trait("Platform", "Linux")]
public sealed class SecretTests(StandaloneFixture fixture)
{
    private const string Object = "secret.mp4";
    private const string Account = "MediaInfo__Accounts__List__2__";
    private const string Secret = "secret-7d3f0a51";
    private const string Token = "token-1f6c22e9";
    private const string CallbackKey = "callback-key-9b41d7c3";
    private const string AuthKey = "AuthKey5e8f77b2";
    private const string UrlSecret = "url-secret-c60d13aa";
    private const string WrongToken = "wrong-token-44aa90b1";
    private const string WrongSignature = "wrongsignature31337";

    // The file has the secrets of the sample settings and of Azurite's account, and the text that precedes others. The Functions
    // host's logs are searched for the same texts.
    private static readonly string[] Secrets =
    [
        Secret, Token, CallbackKey, AuthKey, UrlSecret, WrongToken, WrongSignature,
        .. File.ReadAllLines(RepositoryRoot.Combine("tests", "secrets.txt")),
    ];

    private static readonly (string Name, string Value)[] Settings =
    [
        (Account + "Id", "1000000000000003"),
        (Account + "Buckets__0__Name", "*"),
        (Account + "CallbackKey", CallbackKey),
        (Account + "Keys__0__Id", "careful"),
        (Account + "Keys__0__Secret", Secret),
        (Account + "Keys__0__SecurityToken", Token),
        (Account + "Keys__0__Allow__0", "*"),
        ("MediaInfo__Callbacks__AllowPrivateAddresses", "true"),
        ("Logging__LogLevel__Default", "Trace"),
        ("Logging__LogLevel__Microsoft.AspNetCore", "Trace"),
        ("Logging__LogLevel__Microsoft.AspNetCore.Hosting.Diagnostics", "Trace"),
        ("Logging__Console__LogLevel__Default", "Trace"),
        ("Logging__Console__LogLevel__Microsoft.AspNetCore.Hosting.Diagnostics", "Trace"),
    ];

    [Fact]
    public async Task No_secret_reaches_the_log_or_the_job_documents()
    {
        await fixture.UploadAsync(Object);
        await using var standalone = await fixture.StartAsync(Settings);
        using var client = new RpcClient(standalone.Endpoint, "careful", Secret, Token);

        await RefusedAsync(standalone);
        var pipeline = await NewPipelineAsync(client);
        var job = await client.SubmitAsync(Object);
        var told = (await client.CallAsync(
            "SubmitMediaInfoJob",
            ("Input", Input),
            ("Async", "true"),
            ("PipelineId", pipeline))).GetProperty("MediaInfoJob").GetProperty("JobId").GetString()!;
        await RegisterAsync(client);
        await ProcessPatience.HoldsAsync("both jobs have ended, and a callback was tried", standalone, async () =>
            (await client.QueryAsync([job, told])).All(read => read.GetProperty("State").GetString() is "Success")
            && standalone.Output.Contains("Delivery 1 of message", StringComparison.Ordinal));

        await ProcessPatience.HoldsAsync("the library answers a signed address", standalone, async () =>
            (await client.CallAsync(RpcClient.Ims, "GetMediaInfo", [("InputURL", Url)])).ToString().Contains(
                "sig=", StringComparison.Ordinal));
        Assert.Contains("trce: ", standalone.Output, StringComparison.Ordinal);
        Assert.Contains(job, standalone.Output, StringComparison.Ordinal);
        Assert.All(Secrets, secret => Assert.DoesNotContain(secret, standalone.Output, StringComparison.Ordinal));
        foreach (var container in new[] { "mediainfo-jobs", "mediainfo-results", "mediainfo-assets" })
        {
            await HoldsNoneAsync(container);
        }
    }

    [Fact]
    public async Task Refused_settings_are_reported_without_their_secrets()
    {
        await using var standalone = StandaloneProcess.Start(fixture.Settings(
            [
                .. Settings,
                ("AzureWebJobsStorage", $"AccountName=x;AccountKey={UrlSecret}"),
                (Account + "Keys__1__Secret", WrongToken),
            ]));

        Assert.NotEqual(0, await standalone.ExitAsync());

        Assert.Contains("Storage:ConnectionString", standalone.Output, StringComparison.Ordinal);
        Assert.All(Secrets, secret => Assert.DoesNotContain(secret, standalone.Output, StringComparison.Ordinal));
    }

    private static string Input =>
        $$"""{"Bucket":"{{StandaloneFixture.Bucket}}","Location":"oss-cn-hangzhou","Object":"{{Object}}"}""";

    private static string Url => $"oss://{StandaloneFixture.Bucket}/{Object}";

    private static async Task RefusedAsync(StandaloneProcess standalone)
    {
        foreach (var (secret, token) in new[] { (WrongSignature, Token), (Secret, WrongToken), (Secret, null) })
        {
            using var wrong = new RpcClient(standalone.Endpoint, "careful", secret, token);
            await Assert.ThrowsAsync<InvalidOperationException>(() => wrong.CallAsync("SearchPipeline"));
        }

        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        using var request = new HttpRequestMessage(HttpMethod.Post, standalone.Endpoint);
        request.Headers.Authorization = new AuthenticationHeaderValue(
            "ACS3-HMAC-SHA256", $"Credential=careful,SignedHeaders=host;x-acs-action;x-acs-date,Signature={WrongSignature}");
        request.Headers.Add("x-acs-security-token", WrongToken);
        request.Headers.Add("x-acs-action", "SearchPipeline");
        request.Headers.Add("x-acs-version", "2014-06-18");
        using var answer = await http.SendAsync(request);
        Assert.False(answer.IsSuccessStatusCode);
    }

    // Nothing listens there, so each delivery fails and its error is logged.
    private static async Task<string> NewPipelineAsync(RpcClient client)
    {
        var url = $"http://127.0.0.1:{LoopbackPorts.TakeFree(1)[0]}/{UrlSecret}?key={UrlSecret}";
        var answer = await client.CallAsync("AddPipeline", ("Name", "careful"), ("NotifyConfig", $$"""{"Url":"{{url}}"}"""));
        return answer.GetProperty("Pipeline").GetProperty("Id").GetString()!;
    }

    private static async Task RegisterAsync(RpcClient client)
    {
        await client.CallAsync(RpcClient.Ims, "SetEventCallback",
        [
            ("CallbackType", "HTTP"), ("CallbackURL", $"http://127.0.0.1:1/{UrlSecret}"), ("EventNames", "ProduceMediaComplete"),
            ("AuthSwitch", "on"), ("AuthKey", AuthKey),
        ]);
        await client.CallAsync(RpcClient.Ims, "RegisterMediaInfo", [("InputURL", Url), ("MediaType", "video")]);
    }

    private async Task HoldsNoneAsync(string name)
    {
        var container = new BlobContainerClient(fixture.Azurite.ConnectionString, name);
        await foreach (var blob in container.GetBlobsAsync())
        {
            var text = (await container.GetBlobClient(blob.Name).DownloadContentAsync()).Value.Content.ToString();
            Assert.All(Secrets, secret => Assert.DoesNotContain(secret, text, StringComparison.Ordinal));
        }
    }
}
