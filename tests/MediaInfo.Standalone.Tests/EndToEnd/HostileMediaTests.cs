using MediaInfo.TestSupport;
using MediaInfo.TestSupport.Hostile;

namespace MediaInfo.Standalone.Tests.EndToEnd;

/// <summary>The smaller hostile samples in storage, through the whole program. The API tests check how each one ends.</summary>
[Collection(StandaloneFixture.Collection)]
[Trait("Platform", "Linux")]
public sealed class HostileMediaTests(StandaloneFixture fixture)
{
    private const int Largest = 1_000_000;

    [Fact]
    public async Task Every_hostile_sample_ends_with_an_explanation_and_the_process_survives()
    {
        var samples = HostileSamples.All(new HostileTargets(9, "/nowhere/canary.ts", StandaloneFixture.Bucket, "other-bucket"))
            .Where(sample => sample.Forever is null
                && sample.Content.Length <= Largest
                && sample.Key.StartsWith("hostile/", StringComparison.Ordinal)
                && !sample.Key.Any(char.IsControl))
            .ToList();
        Assert.InRange(samples.Count, 60, int.MaxValue);
        await using var standalone = await fixture.StartAsync(("MediaInfo__Probe__TimeLimit", "00:00:05"));
        using var client = new RpcClient(standalone.Endpoint);
        var ids = new List<string>();
        foreach (var sample in samples)
        {
            await fixture.Stored.Bucket.GetBlobClient(sample.Key).UploadAsync(new BinaryData(sample.Content), overwrite: true);
            ids.Add(await client.SubmitAsync(sample.Key));
        }

        await fixture.UploadAsync("after.mp4");
        ids.Add(await client.SubmitAsync("after.mp4"));

        var jobs = (await new JobBatch(fixture, ids).AllEndAsync(standalone))
            .ToDictionary(job => job.GetProperty("JobId").GetString()!, StringComparer.Ordinal);

        Assert.Equal("Success", jobs[ids[^1]].GetProperty("State").GetString());
        Assert.All(jobs.Values.Where(job => job.GetProperty("State").GetString() is not "Success"), job =>
        {
            Assert.NotEqual("InternalError", job.GetProperty("Code").GetString());
            Assert.NotEqual("", job.GetProperty("Reason").GetString());
        });
        Assert.Empty(ProcessTable.WithCommandLine($"{fixture.Ffprobe}\0"));
        Assert.False(standalone.HasExited);
    }
}
