using System.Diagnostics;
using MediaInfo.Standalone.Tests.EndToEnd;
using Xunit.Abstractions;

namespace MediaInfo.Standalone.Tests.Reliability;

[Collection(StandaloneFixture.Collection)]
[Trait("Platform", "Linux")]
public sealed class CallbackTargetTests(StandaloneFixture fixture, ITestOutputHelper output)
{
    private const string Key = "told.mp4";

    private static readonly int Jobs = Scale.Of(12, 120);

    [Fact]
    public async Task Every_job_ends_and_its_message_finally_reaches_a_target_that_was_down_and_misbehaves()
    {
        await fixture.UploadAsync(Key, "rotated.mp4");
        await using var target = new MoodyTarget();
        await using var standalone = await fixture.StartAsync(
            ("MediaInfo__Callbacks__AllowPrivateAddresses", "true"),
            ("MediaInfo__Callbacks__Timeout", "00:00:01"),
            ("MediaInfo__Worker__CallbackConcurrency", "16"),
            ("MediaInfo__Worker__MaxCallbackDeliveries", "100"));
        var watch = Stopwatch.StartNew();
        using var client = new RpcClient(standalone.Endpoint);
        var pipeline = await client.AddPipelineAsync(target.Address);
        var ids = await Task.WhenAll(Enumerable.Range(0, Jobs).Select(_ => client.SubmitAsync(Key, pipeline)));
        var batch = new JobBatch(fixture, ids);

        // Even while the target is down, no job waits for its callback.
        await ProcessPatience.HoldsAsync(
            "all jobs have ended", standalone, async () => (await batch.DocumentsAsync()).All(document => document.HasEnded));
        target.Open();
        var jobs = await batch.AllEndAsync(standalone);

        Assert.All(jobs, job => Assert.Equal("Success", job.GetProperty("State").GetString()));
        Assert.All(jobs, job => Assert.NotEmpty(job.GetProperty("MNSMessageResult").GetProperty("MessageId").GetString()!));
        Assert.All(ids, job => Assert.Single(target.Taken[job].Distinct(StringComparer.Ordinal)));
        Assert.Equal(Enum.GetValues<Misconduct>(), target.Treated.Values.Distinct().Order());
        var repeated = ids.Sum(job => target.Taken[job].Count() - 1);
        Figures.Print(
            output,
            $"A callback target that is down, then fails, hangs, redirects and breaks off: {jobs.Count} of {Jobs} jobs told of, {repeated} messages repeated; {watch.Elapsed.TotalSeconds:F1} s");
    }
}
