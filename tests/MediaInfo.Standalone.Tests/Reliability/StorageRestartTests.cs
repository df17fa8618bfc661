using System.Diagnostics;
using MediaInfo.Standalone.Tests.EndToEnd;
using MediaInfo.TestSupport;
using Xunit.Abstractions;

namespace MediaInfo.Standalone.Tests.Reliability;

/// <summary>
/// An emulator that shuts down cleanly keeps everything that it acknowledged, as real storage does. A killed one loses the last
/// seconds, which real storage does not. So it is killed once everything that must survive is on its disk.
/// </summary>
[Collection(StandaloneFixture.Collection)]
[Trait("Platform", "Linux")]
public sealed class StorageRestartTests(ITestOutputHelper output) : IAsyncLifetime, IDisposable
{
    private const string Key = "restarted.mp4";

    private static readonly int Jobs = Scale.Of(20, 200);
    private static readonly int Restarts = Scale.Of(1, 10);

    private readonly string _folder = Directory.CreateTempSubdirectory("mediainfo-storage-").FullName;
    private StandaloneFixture _fixture = null!;

    public async Task InitializeAsync()
    {
        _fixture = new StandaloneFixture { Azurite = new AzuriteProcess(_folder) };
        await _fixture.InitializeAsync();
        await _fixture.UploadAsync(Key, "rotated.mp4");
    }

    public async Task DisposeAsync()
    {
        await _fixture.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    public void Dispose() => _fixture.Dispose();

    [Fact]
    public async Task Jobs_survive_a_restart_and_a_crash_of_storage()
    {
        using var gate = new GatedFfprobe(_fixture.Ffprobe);
        await using var standalone = await _fixture.StartAsync(
            ("MediaInfo__Probe__FfprobePath", gate.FullPath), ("MediaInfo__Worker__MaxDeliveries", "100"));
        using var client = new RpcClient(standalone.Endpoint);
        var watch = Stopwatch.StartNew();
        var ids = await Task.WhenAll(Enumerable.Range(0, Jobs).Select(_ => client.SubmitAsync(Key)));
        var batch = new JobBatch(_fixture, ids);
        await batch.BeginsAsync(standalone);

        for (var restart = 0; restart < Restarts; restart++)
        {
            await _fixture.Azurite.StopAsync();
            var refused = await client.TrySubmitAsync(Key);
            Assert.True(refused.Status >= 500 && refused.JobId is null, $"{refused.Status} {refused.Body}");
            await _fixture.Azurite.StartAsync();
            await _fixture.Azurite.KillAsync();
            await _fixture.Azurite.StartAsync();
        }

        gate.Open();
        var jobs = await batch.AllEndAsync(standalone);

        Assert.Equal(Jobs, jobs.Count);
        Assert.All(jobs, job => Assert.Equal("Success", job.GetProperty("State").GetString()));
        var completions = await _fixture.Stored.TakeCompletionsAsync();
        Assert.All(ids, job => Assert.Single(completions[job].Distinct(StringComparer.Ordinal)));
        Figures.Print(
            output,
            $"Storage restarted {Restarts} times and killed {Restarts} times over {Jobs} jobs: all ended; {watch.Elapsed.TotalSeconds:F1} s");
    }
}
