namespace MediaInfo.Standalone.Tests.EndToEnd;

[Collection(StandaloneFixture.Collection)]
public sealed class QueueMessageTests(StandaloneFixture fixture)
{
    [Fact]
    public async Task A_message_of_an_unknown_version_is_put_aside_and_the_work_goes_on()
    {
        var odd = StoredState.AnalyzeMessage("0123456789abcdef0123456789abcdef", version: 2);
        await fixture.UploadAsync("good.mp4");
        await using var standalone = await fixture.StartAsync();
        using var client = new RpcClient(standalone.Endpoint);

        await fixture.Stored.Analyses.SendMessageAsync(odd);
        await Patience.HoldsAsync(
            "the message is on the poison queue",
            standalone,
            async () => (await StoredState.PeekAsync(fixture.Stored.AnalysesPoison)).Contains(odd, StringComparer.Ordinal));
        var job = await client.SubmitAsync("good.mp4");
        var ended = Assert.Single(await new JobBatch(fixture, [job]).AllEndAsync(standalone));

        Assert.Equal("Success", ended.GetProperty("State").GetString());
        Assert.Equal(200, (await client.GetAsync("/health/live")).Status);
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
}
