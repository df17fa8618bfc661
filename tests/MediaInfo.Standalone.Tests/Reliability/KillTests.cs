using System.Collections.Concurrent;
using System.Diagnostics;
using MediaInfo.Standalone.Tests.EndToEnd;
using Xunit.Abstractions;

namespace MediaInfo.Standalone.Tests.Reliability;

[Collection(StandaloneFixture.Collection)]
[Trait("Platform", "Linux")]
public sealed class KillTests(StandaloneFixture fixture, ITestOutputHelper output)
{
    private const string Key = "slow-and-killed.mp4";
    private const int Submitters = 4;

    private static readonly int Jobs = Scale.Of(60, 500);
    private static readonly int Kills = Scale.Of(6, 50);

    private readonly ConcurrentBag<string> _answered = [];
    private readonly Random _random = new(Scale.Seed);
    private int _left = Jobs;
    private int _unanswered;
    private int _ended;

    [Fact]
    public async Task Every_accepted_job_has_one_end_and_one_result_despite_repeated_kills()
    {
        await fixture.UploadAsync(Key, "rotated.mp4");
        await using (await fixture.StartAsync())
        {
            // Creates all containers in storage.
        }

        var before = await fixture.Stored.StatesAsync();
        var watch = Stopwatch.StartNew();
        await using var standalone = new MortalStandalone(fixture.Settings(
            ("MediaInfo__Probe__FfprobePath", fixture.FaultyFfprobe.FullPath),
            ("MediaInfo__Worker__Concurrency", "6"),
            ("MediaInfo__Worker__MaxDeliveries", "100")));
        var submits = Task.WhenAll(Enumerable.Range(0, Submitters).Select(_ => SubmitAsync(standalone)));

        var ends = new EndsSeen(fixture.Stored);
        var underWay = await KillAsync(standalone, ends);
        await submits;
        var jobs = await new JobBatch(fixture, [.. _answered]).AllEndAsync(standalone.Process);
        await LookAsync(ends);

        Assert.Equal(Jobs, jobs.Count);
        Assert.All(jobs, job => Assert.Equal("Success", job.GetProperty("State").GetString()));
        Assert.Equal(Jobs, ends.Count);
        await ends.AssertUnchangedAsync();
        Assert.True(underWay > 0, "No job was under way at the time of any kill");
        var repeated = await AssertAnnouncedAsync();
        var neverAnswered = await AssertHarmlessAsync(before.Keys);
        Figures.Print(output, $"""
            Killed {Kills} times during {Jobs} jobs: {jobs.Count} ended, {ends.Count} with one result; {underWay} under way at kills, {_unanswered} submits cut, {neverAnswered} of them left a job, {repeated} callbacks repeated; {watch.Elapsed.TotalSeconds:F1} s
            """);
    }

    // Kills are spread over the run, each at a random moment.
    private async Task<int> KillAsync(MortalStandalone standalone, EndsSeen ends)
    {
        var underWay = 0;
        for (var kill = 0; kill < Kills; kill++)
        {
            var due = Jobs * 4 / 5 * kill / Kills;
            await ProcessPatience.HoldsAsync($"{due} jobs have ended", standalone.Process, async () =>
            {
                await LookAsync(ends);
                return ends.Count >= due;
            });
            await Task.Delay(_random.Next(1_000));
            underWay += await LookAsync(ends);
            await standalone.ReplaceAsync();
        }

        await standalone.Process.ListensAsync();
        Volatile.Write(ref _ended, Jobs);
        return underWay;
    }

    private async Task<int> LookAsync(EndsSeen ends)
    {
        var underWay = await ends.LookAsync([.. _answered]);
        Volatile.Write(ref _ended, ends.Count);
        return underWay;
    }

    // Submits continue as jobs end, so that kills hit submits too.
    private async Task SubmitAsync(MortalStandalone standalone)
    {
        while (Interlocked.Decrement(ref _left) >= 0)
        {
            while (_answered.Count - Volatile.Read(ref _ended) > Jobs / 3)
            {
                await Task.Delay(20);
            }

            var (job, unanswered) = await standalone.SubmitAsync(Key);
            _answered.Add(job);
            Interlocked.Add(ref _unanswered, unanswered);
        }
    }

    private async Task<int> AssertAnnouncedAsync()
    {
        var completions = await fixture.Stored.TakeCompletionsAsync();
        Assert.All(_answered, job => Assert.Single(completions[job].Distinct(StringComparer.Ordinal)));
        return _answered.Sum(job => completions[job].Count() - 1);
    }

    // An interrupted submit may have left a job: one that ended, or one that was never queued and waits.
    private async Task<int> AssertHarmlessAsync(IEnumerable<string> before)
    {
        var others = (await fixture.Stored.StatesAsync())
            .Where(job => !_answered.Contains(job.Key))
            .ExceptBy(before, job => job.Key)
            .ToList();
        Assert.All(others, job => Assert.Contains(job.Value, (string[])["Waiting", "Succeeded"]));
        Assert.InRange(others.Count, 0, _unanswered);
        return others.Count;
    }
}
