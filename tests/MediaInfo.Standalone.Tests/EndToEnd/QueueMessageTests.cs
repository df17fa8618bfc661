using System.Text.Json.Nodes;

namespace MediaInfo.Standalone.Tests.EndToEnd;

[Collection(StandaloneFixture.Collection)]
[Trait("Platform", "Linux")]
public sealed class QueueMessageTests(StandaloneFixture fixture)
{
    [Fact]
    public async Task Unreadable_messages_are_poisoned_and_the_worker_continues()
    {
        string[] odd =
        [
            StoredState.AnalyzeMessage("0123456789abcdef0123456789abcdef", version: 2),
            """{"name":"analyze","version":1,"data":{}}""",
            """{"name":"analyze","version":1,"data":{"account":null,"id":null}}""",
            """{"name":"unheard-of","version":1,"data":{"account":"1000000000000001","id":"0123456789abcdef0123456789abcdef"}}""",
            "{\"name\":\"analyze\",",
            "no JSON",
        ];
        await fixture.UploadAsync("good.mp4");
        await using var standalone = await fixture.StartAsync();
        using var client = new RpcClient(standalone.Endpoint);

        foreach (var text in odd)
        {
            await fixture.Stored.Analyses.SendMessageAsync(text);
        }

        await ProcessPatience.HoldsAsync(
            "the messages are on the poison queue",
            standalone,
            async () => !odd.Except(await StoredState.PeekAsync(fixture.Stored.AnalysesPoison), StringComparer.Ordinal).Any());
        await AssertWorksAsync(standalone, client);
    }

    [Fact]
    public async Task Unreadable_callbacks_are_poisoned_and_the_worker_continues()
    {
        string[] odd =
            ["""{"name":"callback","version":1,"data":{}}""", """{"name":"library-event","version":1,"data":{}}""", "[]"];
        await fixture.UploadAsync("good.mp4");
        await using var standalone = await fixture.StartAsync();
        using var client = new RpcClient(standalone.Endpoint);

        foreach (var text in odd)
        {
            await fixture.Stored.Callbacks.SendMessageAsync(text);
        }

        await ProcessPatience.HoldsAsync(
            "the messages are on the poison queue",
            standalone,
            async () => !odd.Except(await StoredState.PeekAsync(fixture.Stored.CallbacksPoison), StringComparer.Ordinal).Any());
        await AssertWorksAsync(standalone, client);
    }

    [Fact]
    public async Task Jobs_queued_by_an_earlier_version_run_after_an_upgrade()
    {
        await fixture.UploadAsync("good.mp4");
        List<string> jobs = [];
        await using (var before = await fixture.StartAsync(("MediaInfo__Worker__VisibilityTimeout", "00:30:00")))
        {
            using var client = new RpcClient(before.Endpoint);
            jobs.AddRange(await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => client.SubmitAsync("good.mp4"))));
            await new JobBatch(fixture, jobs).AllEndAsync(before);
        }

        // As if the earlier version had not got around to running them.
        await fixture.Stored.FormerAnalyses.CreateIfNotExistsAsync();
        foreach (var job in jobs)
        {
            await MakeWaitingAsync(job);
            await fixture.Stored.FormerAnalyses.SendMessageAsync(StoredState.AnalyzeMessage(job));
        }

        await using var after = await fixture.StartAsync();
        var ended = await new JobBatch(fixture, jobs).AllEndAsync(after);

        Assert.All(ended, job => Assert.Equal("Success", job.GetProperty("State").GetString()));
        Assert.Empty(await StoredState.PeekAsync(fixture.Stored.FormerAnalyses));
    }

    [Fact]
    public async Task A_job_with_many_messages_has_one_result_and_always_announces_the_same()
    {
        await fixture.UploadAsync("slow-and-repeated.mp4");
        await using var standalone = await fixture.StartAsync(
            ("MediaInfo__Probe__FfprobePath", fixture.FaultyFfprobe.FullPath), ("MediaInfo__Worker__Concurrency", "4"));
        using var client = new RpcClient(standalone.Endpoint);
        var batch = new JobBatch(fixture, [await client.SubmitAsync("slow-and-repeated.mp4")]);

        // They run concurrently with the first one. No queue can prevent that.
        for (var repeat = 0; repeat < 6; repeat++)
        {
            await fixture.Stored.Analyses.SendMessageAsync(StoredState.AnalyzeMessage(batch.Ids[0]));
        }

        var ended = Assert.Single(await batch.AllEndAsync(standalone));

        Assert.Equal("Success", ended.GetProperty("State").GetString());
        Assert.Single(await fixture.Stored.ResultsAsync(batch.Ids[0]));
        Assert.Single((await fixture.Stored.TakeCompletionsAsync())[batch.Ids[0]].Distinct(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_repeated_message_of_an_ended_job_changes_nothing()
    {
        await fixture.UploadAsync("good.mp4");
        await using var standalone = await fixture.StartAsync();
        using var client = new RpcClient(standalone.Endpoint);
        var batch = new JobBatch(fixture, [await client.SubmitAsync("good.mp4")]);
        await batch.AllEndAsync(standalone);
        var document = Assert.Single(await batch.DocumentsAsync());
        var result = Assert.Single(await fixture.Stored.ResultsAsync(document.Id));
        Assert.Single((await fixture.Stored.TakeCompletionsAsync())[document.Id]);

        await fixture.Stored.Analyses.SendMessageAsync(StoredState.AnalyzeMessage(document.Id));
        await batch.AllEndAsync(standalone);

        Assert.Equal([document], await batch.DocumentsAsync());
        Assert.Equal([result], await fixture.Stored.ResultsAsync(document.Id));
        Assert.Empty((await fixture.Stored.TakeCompletionsAsync())[document.Id]);
    }

    [Fact]
    public async Task A_job_whose_document_is_deleted_or_corrupted_does_not_affect_other_jobs()
    {
        await fixture.UploadAsync("good.mp4");
        await fixture.UploadAsync("told-apart.mp4");
        using var gate = new GatedFfprobe(fixture.Ffprobe);
        await using var standalone = await fixture.StartAsync(
            ("MediaInfo__Probe__FfprobePath", gate.FullPath), ("MediaInfo__Worker__Concurrency", "2"));
        using var client = new RpcClient(standalone.Endpoint);
        var batch =
            new JobBatch(fixture, await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => client.SubmitAsync("told-apart.mp4"))));
        await ProcessPatience.HoldsAsync(
            "two jobs run", standalone, async () => (await batch.DocumentsAsync()).Count(document => document.IsRunning) == 2);
        var running =
            (await batch.DocumentsAsync()).Where(document => document.IsRunning).Select(document => document.Id).ToList();
        var waiting = batch.Ids.Except(running, StringComparer.Ordinal).ToList();

        await fixture.Stored.DocumentOf(running[0]).DeleteAsync();
        await fixture.Stored.DocumentOf(running[1]).UploadAsync(BinaryData.FromString("{"), overwrite: true);
        await fixture.Stored.DocumentOf(waiting[0]).DeleteAsync();
        await fixture.Stored.DocumentOf(waiting[1]).UploadAsync(BinaryData.FromString("{}"), overwrite: true);
        gate.Open();

        var others = await new JobBatch(fixture, waiting[2..]).AllEndAsync(standalone);
        Assert.All(others, job => Assert.Equal("Success", job.GetProperty("State").GetString()));
        Assert.Empty(await client.QueryAsync([running[0], running[1], waiting[0], waiting[1]]));
        await AssertWorksAsync(standalone, client);
    }

    [Fact]
    public async Task An_edit_of_a_running_jobs_document_is_kept_at_its_end()
    {
        await fixture.UploadAsync("edited.mp4");
        using var gate = new GatedFfprobe(fixture.Ffprobe);
        await using var standalone = await fixture.StartAsync(
            ("MediaInfo__Probe__FfprobePath", gate.FullPath), ("MediaInfo__Worker__Concurrency", "2"));
        using var client = new RpcClient(standalone.Endpoint);
        var batch = new JobBatch(fixture, [await client.SubmitAsync("edited.mp4"), await client.SubmitAsync("edited.mp4")]);
        await ProcessPatience.HoldsAsync(
            "both jobs run", standalone, async () => (await batch.DocumentsAsync()).All(document => document.IsRunning));

        await EditAsync(batch.Ids[0], "userData", "edited");
        await EditAsync(batch.Ids[1], "state", "Waiting");
        gate.Open();

        var jobs = await batch.AllEndAsync(standalone);
        Assert.All(jobs, job => Assert.Equal("Success", job.GetProperty("State").GetString()));
        var userData = jobs.Single(job => job.GetProperty("JobId").ValueEquals(batch.Ids[0])).GetProperty("UserData");
        Assert.Equal("edited", userData.GetString());
    }

    private async Task EditAsync(string job, string member, string value)
    {
        var blob = fixture.Stored.DocumentOf(job);
        var document = JsonNode.Parse((await blob.DownloadContentAsync()).Value.Content.ToString())!;
        document[member] = value;
        await blob.UploadAsync(BinaryData.FromString(document.ToJsonString()), overwrite: true);
    }

    private async Task MakeWaitingAsync(string job)
    {
        var blob = fixture.Stored.DocumentOf(job);
        var document = JsonNode.Parse((await blob.DownloadContentAsync()).Value.Content.ToString())!.AsObject();
        document["state"] = "Waiting";
        foreach (var member in new[] { "startedAt", "endedAt", "result", "callback", "usage" })
        {
            document.Remove(member);
        }

        await blob.UploadAsync(BinaryData.FromString(document.ToJsonString()), overwrite: true);
    }

    private async Task AssertWorksAsync(StandaloneProcess standalone, RpcClient client)
    {
        var job = await client.SubmitAsync("good.mp4");
        var ended = Assert.Single(await new JobBatch(fixture, [job]).AllEndAsync(standalone));
        Assert.Equal("Success", ended.GetProperty("State").GetString());
        Assert.Equal(200, (await client.GetAsync("/health/live")).Status);
    }
}
