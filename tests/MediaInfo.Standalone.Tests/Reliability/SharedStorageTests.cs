using System.Diagnostics;
using MediaInfo.Standalone.Tests.EndToEnd;
using Xunit.Abstractions;

namespace MediaInfo.Standalone.Tests.Reliability;

[Collection(StandaloneFixture.Collection)]
[Trait("Platform", "Linux")]
public sealed class SharedStorageTests(StandaloneFixture fixture, ITestOutputHelper output)
{
    private const int Processes = 3;

    private static readonly int Jobs = Scale.Of(16, 150);

    [Fact]
    public async Task No_job_runs_twice_concurrently_in_several_processes_sharing_storage()
    {
        using var ffprobe = new NotedFfprobe(fixture.Ffprobe, "0.4");
        var standalones = new List<StandaloneProcess>();
        try
        {
            while (standalones.Count < Processes)
            {
                standalones.Add(await StartAsync(ffprobe));
                var took = await RunAsync(standalones);
                Figures.Print(
                    output,
                    $"{standalones.Count} processes on one storage, one job at a time each: {Jobs / took.TotalSeconds:F2} jobs/s");
            }
        }
        finally
        {
            foreach (var standalone in standalones)
            {
                await standalone.DisposeAsync();
            }
        }

        var notes = ffprobe.Read();
        Assert.Equal(Jobs * Processes, notes.Select(note => note.Key).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(Processes, notes.Select(note => note.Process).Distinct(StringComparer.Ordinal).Count());

        // No process died and no hold expired, so each job ran once: one begin, then one end.
        Assert.All(
            notes.GroupBy(note => note.Key, StringComparer.Ordinal),
            job => Assert.Equal([true, false], job.Select(note => note.Begins)));
    }

    private async Task<TimeSpan> RunAsync(List<StandaloneProcess> standalones)
    {
        string[] keys = [.. Enumerable.Range(0, Jobs).Select(job => $"noted-{standalones.Count}-{job}.mp4")];
        foreach (var key in keys)
        {
            await fixture.UploadAsync(key, "rotated.mp4");
        }

        // Submits to all processes in turn: any process runs what any other accepted.
        var clients = standalones.Select(standalone => new RpcClient(standalone.Endpoint)).ToList();
        var watch = Stopwatch.StartNew();
        var ids = await Task.WhenAll(keys.Select((key, job) => clients[job % clients.Count].SubmitAsync(key)));
        var jobs = await new JobBatch(fixture, ids).AllEndAsync(standalones[0]);
        watch.Stop();

        clients.ForEach(client => client.Dispose());
        Assert.All(jobs, job => Assert.Equal("Success", job.GetProperty("State").GetString()));
        return watch.Elapsed;
    }

    private Task<StandaloneProcess> StartAsync(NotedFfprobe ffprobe) => fixture.StartAsync(
        ("MediaInfo__Probe__FfprobePath", ffprobe.FullPath),
        ("MediaInfo__Worker__Concurrency", "1"),
        ("MediaInfo__Worker__VisibilityTimeout", "00:10:00"));
}
