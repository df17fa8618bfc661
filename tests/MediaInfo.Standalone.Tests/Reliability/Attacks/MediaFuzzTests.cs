using System.Diagnostics;
using System.Text.Json;
using MediaInfo.Standalone.Tests.EndToEnd;
using MediaInfo.TestSupport;
using Xunit.Abstractions;

namespace MediaInfo.Standalone.Tests.Reliability.Attacks;

[Collection(StandaloneFixture.Collection)]
[Trait("Platform", "Linux")]
public sealed class MediaFuzzTests(ITestOutputHelper output)
{
    // The vendor's error codes of failed jobs: bad content, over a budget, over the time limit.
    private static readonly string[] Codes =
        ["InvalidParameter.ResourceContentBad", "InvalidParameter.ResourceNotSupported", "ServiceUnavailable"];

    private static readonly int Files = Scale.Of(60, 500);

    [Fact]
    public async Task Every_mutated_file_is_described_or_fails_with_a_documented_reason_and_leaks_no_process()
    {
        await using var service =
            await FuzzedService.StartAsync(("MediaInfo__Probe__TimeLimit", "00:00:05"), ("MediaInfo__Worker__Concurrency", "4"));
        await service.AssertWorksAsync("before.mp4");
        var before = service.Use;
        var watch = Stopwatch.StartNew();

        var keys = await SubmitAsync(service);
        await service.RestsAsync();
        var jobs = await service.EndsAsync([.. keys.Keys]);
        var took = watch.Elapsed;

        var codes = jobs.CountBy(Outcome).OrderBy(pair => pair.Key, StringComparer.Ordinal).ToList();
        Assert.All(jobs, job =>
            Assert.True(Outcome(job) is "Success" || Codes.Contains(Outcome(job)), $"{keys[Id(job)]}, seed {Scale.Seed}: {job}"));
        Assert.Contains(codes, pair => pair.Key is "Success");
        Assert.Contains(codes, pair => pair.Key is not "Success");
        Assert.Empty(ProcessTable.WithCommandLine($"{service.Ffprobe}\0"));
        await service.UsesNoMoreThanAsync(before, moreToStorage: 64);
        await service.AssertWorksAsync("after.mp4");
        Figures.Print(output, $"""
            Media: {Files} mutated files in {took.TotalSeconds:F1} s, ends {string.Join(", ", codes.Select(pair => $"{pair.Value} x {pair.Key}"))}; before {before}; after {service.Use}
            """);
    }

    private static async Task<Dictionary<string, string>> SubmitAsync(FuzzedService service)
    {
        var mutator = new MediaMutator(new Random(Scale.Seed));
        var keys = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var file = 0; file < Files; file++)
        {
            var (key, content) = mutator.Next(file);
            await service.Stored.Bucket.GetBlobClient(key).UploadAsync(new BinaryData(content), overwrite: true);
            keys.Add(await service.Client.SubmitAsync(key), key);
        }

        return keys;
    }

    private static string Id(JsonElement job) => job.GetProperty("JobId").GetString()!;

    private static string Outcome(JsonElement job) =>
        job.GetProperty("State").GetString() is "Success" ? "Success" : job.GetProperty("Code").GetString()!;
}
