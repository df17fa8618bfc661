using System.Diagnostics;
using System.Text.Json;
using MediaInfo.Standalone.Tests.EndToEnd;
using Xunit.Abstractions;

namespace MediaInfo.Standalone.Tests.Reliability;

[Collection(StandaloneFixture.Collection)]
[Trait("Platform", "Linux")]
public sealed class StorageFaultTests(StandaloneFixture fixture, ITestOutputHelper output)
{
    private const string Key = "faults.mp4";

    private static readonly int Jobs = Scale.Of(40, 500);

    [Fact]
    public async Task Jobs_end_and_no_accepted_job_is_lost_despite_500_503_and_broken_storage_connections() =>
        await RunAsync("Storage that fails by chance", storage => storage.Spoil(percent: 25));

    [Fact]
    public async Task Jobs_end_even_if_storage_is_slow() =>
        await RunAsync("Storage that is slow", storage => storage.Slow(milliseconds: 200));

    private async Task RunAsync(string what, Action<FaultyStorage> begin)
    {
        await fixture.UploadAsync(Key, "rotated.mp4");
        using var storage = new FaultyStorage(fixture.Azurite);
        await using var standalone = await fixture.StartAsync(
            ("AzureWebJobsStorage", storage.ConnectionString),
            ("MediaInfo__Worker__Concurrency", "4"),
            ("MediaInfo__Worker__MaxDeliveries", "100"));
        var watch = Stopwatch.StartNew();
        begin(storage);

        var answers = new List<(int Status, string? JobId, string Body)>();
        using var client = new RpcClient(standalone.Endpoint);
        foreach (var some in Enumerable.Range(0, Jobs).Chunk(8))
        {
            answers.AddRange(await Task.WhenAll(some.Select(_ => client.TrySubmitAsync(Key))));
        }

        Assert.All(answers, AssertAnswer);
        var answered = answers.Select(answer => answer.JobId).OfType<string>().ToList();
        Assert.NotEmpty(answered);
        await ProcessPatience.HoldsAsync("all jobs have ended and nothing is queued", standalone, async () =>
            await fixture.Stored.IsAllDoneAsync()
            && (await fixture.Stored.DocumentsAsync(answered)).All(document => document.HasEnded));

        Assert.All(await fixture.Stored.DocumentsAsync(answered), document => Assert.Equal("Succeeded", document.State));
        var completions = await fixture.Stored.TakeCompletionsAsync();
        Assert.All(answered, job => Assert.Single(completions[job].Distinct(StringComparer.Ordinal)));
        foreach (var job in answered)
        {
            Assert.Single(await fixture.Stored.ResultsAsync(job));
        }

        Figures.Print(
            output,
            $"{what}: {answered.Count} of {Jobs} submits accepted, all ended; {storage.Spoiled} of {storage.Requests} requests spoiled; {watch.Elapsed.TotalSeconds:F1} s");
    }

    // Either accepted, or refused with an error of the protocol.
    private static void AssertAnswer((int Status, string? JobId, string Body) answer)
    {
        using var json = JsonDocument.Parse(answer.Body);
        Assert.True(
            answer is { Status: 200, JobId.Length: 32 }
                || (answer.Status >= 500 && json.RootElement.TryGetProperty("Code", out _)),
            $"{answer.Status} {answer.Body}");
    }
}
