using MediaInfo.TestSupport;

namespace MediaInfo.Standalone.Tests.EndToEnd;

[Collection(StandaloneFixture.Collection)]
[Trait("Platform", "Linux")]
public sealed class ProbeFaultTests(StandaloneFixture fixture)
{
    [Fact]
    public async Task A_crash_of_ffprobe_fails_only_its_own_job_and_names_the_signal()
    {
        await fixture.UploadAsync("crash.mp4");
        await fixture.UploadAsync("good.mp4");
        await using var standalone = await StartAsync();
        using var client = new RpcClient(standalone.Endpoint);

        var crashing = await client.SubmitAsync("crash.mp4");
        var good = await client.SubmitAsync("good.mp4");
        var jobs = (await new JobBatch(fixture, [crashing, good]).AllEndAsync(standalone))
            .ToDictionary(job => job.GetProperty("JobId").GetString()!, StringComparer.Ordinal);

        var failed = jobs[crashing];
        Assert.Equal("Fail", failed.GetProperty("State").GetString());
        Assert.Equal("InternalError", failed.GetProperty("Code").GetString());
        Assert.Contains("signal 11", failed.GetProperty("Reason").GetString(), StringComparison.Ordinal);
        Assert.Equal("Success", jobs[good].GetProperty("State").GetString());
    }

    [Fact]
    public async Task A_hanging_ffprobe_is_killed_with_its_children_at_the_time_limit()
    {
        await fixture.UploadAsync("hang.mp4");
        fixture.FaultyFfprobe.Forget();
        await using var standalone = await StartAsync();
        using var client = new RpcClient(standalone.Endpoint);

        var hanging = await client.SubmitAsync("hang.mp4");
        var failed = Assert.Single(await new JobBatch(fixture, [hanging]).AllEndAsync(standalone));

        Assert.Equal("Fail", failed.GetProperty("State").GetString());
        Assert.Equal("ServiceUnavailable", failed.GetProperty("Code").GetString());
        var processes = fixture.FaultyFfprobe.Hanging();
        Assert.Equal(2, processes.Count);
        await ProcessPatience.HoldsAsync(
            $"the processes {string.Join(" and ", processes)} are gone",
            standalone,
            () => Task.FromResult(!processes.Any(ProcessTable.Lives)));
    }

    private Task<StandaloneProcess> StartAsync() => fixture.StartAsync(
        ("MediaInfo__Probe__FfprobePath", fixture.FaultyFfprobe.FullPath), ("MediaInfo__Probe__TimeLimit", "00:00:02"));
}
