using System.Text.Json;

namespace MediaInfo.Standalone.Tests.EndToEnd;

/// <summary>
/// One account blocks what it can while another one works. Nothing blocked ends within a test, so the order of events proves
/// fairness.
/// </summary>
[Collection(StandaloneFixture.Collection)]
[Trait("Platform", "Linux")]
public sealed class FairShareTests(StandaloneFixture fixture)
{
    private const string Clip = "fair.mp4";
    private const string Missing = "nowhere/fair.mp4";
    private const string Live = "fair-live.m3u8";
    private const int Playlists = 40;
    private const int Addresses = 60;

    // A playlist that never grows and never ends. ffprobe reloads it until its time limit.
    private static readonly BinaryData LivePlaylist =
        BinaryData.FromString("#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXT-X-MEDIA-SEQUENCE:5\n#EXTINF:1,\nmissing.ts\n");

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Another_accounts_jobs_run_despite_forty_live_playlists_at_priority_10(int concurrency)
    {
        await fixture.UploadAsync(Clip, "rotated.mp4");
        await fixture.Stored.Bucket.GetBlobClient(Live).UploadAsync(LivePlaylist, overwrite: true);
        await using var standalone = await StartAsync(
            ("MediaInfo__Worker__Concurrency", $"{concurrency}"), ("MediaInfo__Probe__TimeLimit", "00:10:00"));
        using var hostile = new RpcClient(standalone.Endpoint);
        using var other = new RpcClient(standalone.Endpoint, "otherid", "othersecret");
        var playlists = await Task.WhenAll(Enumerable.Range(0, Playlists).Select(_ => SubmitLiveAsync(hostile)));
        var batch = new JobBatch(fixture, playlists);
        await ProcessPatience.HoldsAsync(
            "every place is taken",
            standalone,
            async () => (await batch.DocumentsAsync()).Count(document => document.IsRunning) == concurrency);

        var jobs = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => other.SubmitAsync(Clip)));
        await ProcessPatience.HoldsAsync("the other account's jobs have ended", standalone, async () =>
            (await other.QueryAsync(jobs)).All(job => job.GetProperty("State").GetString() is "Success"));

        var documents = await batch.DocumentsAsync();
        Assert.DoesNotContain(documents, document => document.HasEnded);
        Assert.Equal(concurrency, documents.Count(document => document.IsRunning));
        await standalone.KillAsync();
        await ForgetAsync(playlists);
    }

    [Fact]
    public async Task Another_accounts_callback_is_delivered_despite_sixty_hanging_addresses()
    {
        using var silent = new SilentTarget();
        using var good = new GoodTarget();
        await using var standalone = await StartWithCallbacksAsync();
        using var hostile = new RpcClient(standalone.Endpoint);
        using var other = new RpcClient(standalone.Endpoint, "otherid", "othersecret");
        var hanging = await Task.WhenAll(Enumerable.Range(1, Addresses).Select(async number =>
            await hostile.SubmitAsync(Missing, await hostile.AddPipelineAsync(silent.AddressOf(number)))));
        await AllEndAsync(hostile, hanging, standalone);

        var told = await other.SubmitAsync(Missing, await other.AddPipelineAsync(good.Address));

        await good.HearsOfAsync(told, standalone);
        Assert.DoesNotContain(await hostile.QueryAsync(hanging), IsTold);
        await standalone.KillAsync();
        await fixture.Stored.Callbacks.ClearMessagesAsync();
    }

    [Fact]
    public async Task A_hanging_host_does_not_delay_the_same_accounts_messages_to_other_hosts()
    {
        using var silent = new SilentTarget();
        using var good = new GoodTarget();
        await using var standalone = await StartWithCallbacksAsync();
        using var client = new RpcClient(standalone.Endpoint);
        var toSilent = await client.AddPipelineAsync(silent.AddressOf(1));
        var hanging = await Task.WhenAll(Enumerable.Range(0, Addresses).Select(_ => client.SubmitAsync(Missing, toSilent)));
        await AllEndAsync(client, hanging, standalone);

        var told = await client.SubmitAsync(Missing, await client.AddPipelineAsync(good.Address));

        await good.HearsOfAsync(told, standalone);
        Assert.DoesNotContain(await client.QueryAsync(hanging), IsTold);
        await standalone.KillAsync();
        await fixture.Stored.Callbacks.ClearMessagesAsync();
    }

    // No attempt at a hanging address ends within a test.
    private Task<StandaloneProcess> StartWithCallbacksAsync() => StartAsync(
        ("MediaInfo__Callbacks__AllowPrivateAddresses", "true"),
        ("MediaInfo__Callbacks__Timeout", "00:01:00"),
        ("MediaInfo__Pipelines__MaxPerAccount", "1000"));

    // Both accounts use one bucket under the same name.
    private Task<StandaloneProcess> StartAsync(params (string Name, string Value)[] settings) => fixture.StartAsync(
    [
        ("MediaInfo__Accounts__List__0__Buckets__9__Name", StandaloneFixture.Bucket),
        ("MediaInfo__Accounts__List__1__Buckets__9__Name", StandaloneFixture.Bucket),
        .. settings,
    ]);

    private static async Task<string> SubmitLiveAsync(RpcClient client)
    {
        var input = JsonSerializer.Serialize(new { Type = "OSS", Media = $"oss://{StandaloneFixture.Bucket}/{Live}" });
        var answer = await client.CallAsync(
            RpcClient.Ims, "SubmitMediaInfoJob", [("Input", input), ("ScheduleConfig.Priority", "10")]);
        return answer.GetProperty("MediaInfoJob").GetProperty("JobId").GetString()!;
    }

    private static Task AllEndAsync(RpcClient client, IEnumerable<string> jobs, StandaloneProcess standalone) =>
        ProcessPatience.HoldsAsync(
            "the jobs have ended",
            standalone,
            async () => (await client.QueryAsync(jobs)).All(job => job.GetProperty("State").GetString() is "Fail"));

    private static bool IsTold(JsonElement job) => job.TryGetProperty("MNSMessageResult", out _);

    // Keeps the processes of later tests from reading them.
    private async Task ForgetAsync(IEnumerable<string> jobs)
    {
        foreach (var job in jobs)
        {
            await fixture.Stored.DocumentOf(job).DeleteAsync();
        }
    }
}
