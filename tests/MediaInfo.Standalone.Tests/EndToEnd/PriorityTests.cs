using System.Text.RegularExpressions;
using MediaInfo.AzureStorage;
using MediaInfo.Core.Jobs;
using MediaInfo.TestSupport;

namespace MediaInfo.Standalone.Tests.EndToEnd;

/// <summary>
/// Two processes that run one job at a time, with more jobs than they can run at once. Within a lane, the emulator delivers
/// messages strictly in order of arrival. Azure's queues do not guarantee that, and neither does the service.
/// </summary>
[Collection(StandaloneFixture.Collection)]
[Trait("Platform", "Linux")]
public sealed partial class PriorityTests(StandaloneFixture fixture)
{
    private const int Jobs = 200;
    private const string Key = "priority.mp4";

    [Fact]
    public async Task Waiting_jobs_start_once_across_processes_by_band_and_then_by_arrival()
    {
        using var gate = new GatedFfprobe(fixture.Ffprobe);
        await UploadAsync();
        using var waiting = await WaitingJobs.AddAsync(fixture, Key, Jobs);

        await using var first = await StartAsync(gate);
        await using var second = await StartAsync(gate);

        // No job ends before both processes run one, so neither can start too late to get work.
        await ProcessPatience.HoldsAsync("both processes run a job", second, async () =>
            (await waiting.DocumentsAsync()).Count(job => job.State == JobState.Running) == 2);
        gate.Open();
        await ProcessPatience.HoldsAsync("every job has ended", first, async () =>
            Ended(first).Count + Ended(second).Count >= Jobs && await waiting.LanesAreEmptyAsync());

        // Each process runs one job at a time, so the order of the ends is the order of the starts.
        var (ofFirst, ofSecond) = (Ended(first), Ended(second));
        Assert.Equal(waiting.All.Keys.Order(StringComparer.Ordinal), ofFirst.Concat(ofSecond).Order(StringComparer.Ordinal));
        Assert.Equal(InOrder(ofFirst, waiting), ofFirst);
        Assert.Equal(InOrder(ofSecond, waiting), ofSecond);
        Assert.NotEmpty(ofFirst);
        Assert.NotEmpty(ofSecond);

        var jobs = await waiting.DocumentsAsync();
        Assert.All(jobs, job => Assert.Equal(JobState.Succeeded, job.State));
        Assert.All(jobs, job => Assert.InRange(HigherThatStartedLater(job, jobs), 0, 1));
    }

    // Jobs that the other process had taken, but not yet recorded as started, when this job was taken: at most one.
    private static int HigherThatStartedLater(AnalysisJob job, IEnumerable<AnalysisJob> jobs) =>
        jobs.Count(other => BandOf(other.Priority) > BandOf(job.Priority) && other.StartedAt > job.StartedAt);

    private static IEnumerable<string> InOrder(IEnumerable<string> ids, WaitingJobs waiting) =>
        ids.OrderByDescending(id => BandOf(waiting.All[id].Priority)).ThenBy(id => waiting.All[id].Arrival);

    private static int BandOf(int priority) => StorageNames.AnalysesLanes.PriorityOf(priority);

    private static List<string> Ended(StandaloneProcess process) =>
        [.. JobEnded().Matches(process.Output).Select(match => match.Groups["id"].Value)];

    private async Task UploadAsync()
    {
        await using var clip = File.OpenRead(RepositoryRoot.Combine("tests", "media", "rotated.mp4"));
        await fixture.Stored.Bucket.GetBlobClient(Key).UploadAsync(clip, overwrite: true);
    }

    private Task<StandaloneProcess> StartAsync(GatedFfprobe gate) => fixture.StartAsync(
        ("MediaInfo__Probe__FfprobePath", gate.FullPath),
        ("MediaInfo__Worker__Concurrency", "1"),
        ("MediaInfo__Worker__VisibilityTimeout", "00:05:00"));

    [GeneratedRegex("Job (?<id>[0-9a-f]{32}) ended: request", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex JobEnded();
}
