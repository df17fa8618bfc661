using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;
using MediaInfo.Standalone.Tests.EndToEnd;
using MediaInfo.Standalone.Tests.Reliability;
using Xunit.Abstractions;

namespace MediaInfo.Standalone.Tests.Embedded;

[Trait("Platform", "Linux")]
public sealed class EmbeddedKillTests(ITestOutputHelper output) : IDisposable
{
    private const string Key = "slow-and-killed.mp4";
    private const string Queue = "mediainfo-callbacks";
    private const int Submitters = 4;

    private static readonly int Jobs = Scale.Of(60, 500);
    private static readonly int Kills = Scale.Of(6, 50);

    private readonly EmbeddedStore _store = new();
    private readonly ConcurrentBag<string> _answered = [];
    private readonly Random _random = new(Scale.Seed);
    private int _left = Jobs;
    private int _unanswered;
    private int _kills;

    public void Dispose() => _store.Dispose();

    [Fact]
    public async Task Every_accepted_job_has_one_end_and_one_result_despite_repeated_kills()
    {
        _store.Put(Key, "rotated.mp4");
        var watch = Stopwatch.StartNew();
        await using var standalone = new MortalStandalone(_store.Settings(
            ("MediaInfo__Probe__FfprobePath", _store.Faulty.FullPath),
            ("MediaInfo__Probe__Sandbox", "Off"),
            ("MediaInfo__Worker__Concurrency", "6"),
            ("MediaInfo__Worker__MaxDeliveries", "100")));

        var submits = Task.WhenAll(Enumerable.Range(0, Submitters).Select(_ => SubmitAsync(standalone)));
        await KillAsync(standalone);
        await submits;
        await AllEndAsync(standalone);
        var messages = await TakeMessagesAsync(standalone);
        await standalone.Process.TerminateAsync();
        Assert.Equal(0, await standalone.Process.ExitAsync());

        Assert.Equal(Jobs, _answered.Distinct(StringComparer.Ordinal).Count());
        Assert.All(_answered, job => Assert.Single(messages[job].Distinct(StringComparer.Ordinal)));
        Assert.Equal(["ok"], _store.Query("PRAGMA quick_check"));
        Assert.Equal(["0"], _store.Query("SELECT count(*) FROM poison"));
        Assert.Equal(["0"], _store.Query("SELECT count(*) FROM messages"));
        var results = _store.Query("SELECT job FROM results").ToHashSet(StringComparer.Ordinal);
        Assert.All(_answered, job => Assert.Contains(job, results));
        var stored = _store.Query("SELECT id FROM jobs");
        Assert.InRange(stored.Count - Jobs, 0, _unanswered);
        Figures.Print(output, $"""
            Embedded store: killed {Kills} times during {Jobs} jobs: all ended with one result; {_unanswered} submits cut, {stored.Count - Jobs} of them left a job, {_answered.Sum(job => messages[job].Count() - 1)} callbacks repeated; {watch.Elapsed.TotalSeconds:F1} s
            """);
    }

    // Kills are spread over the submits, each at a random moment.
    private async Task KillAsync(MortalStandalone standalone)
    {
        for (; _kills < Kills; Interlocked.Increment(ref _kills))
        {
            var due = Jobs * _kills / Kills;
            await ProcessPatience.HoldsAsync(
                $"{due} jobs were accepted", standalone.Process, () => Task.FromResult(_answered.Count >= due));
            await Task.Delay(_random.Next(1_000));
            await standalone.ReplaceAsync();
        }

        await standalone.Process.ListensAsync();
    }

    // Submits wait for kills, so that there are some between any two of them.
    private async Task SubmitAsync(MortalStandalone standalone)
    {
        while (Interlocked.Decrement(ref _left) >= 0)
        {
            while (_answered.Count > (Jobs * (Volatile.Read(ref _kills) + 1) / Kills) + Submitters)
            {
                await Task.Delay(20);
            }

            var (job, unanswered) = await standalone.SubmitAsync(Key);
            _answered.Add(job);
            Interlocked.Add(ref _unanswered, unanswered);
        }
    }

    private async Task AllEndAsync(MortalStandalone standalone)
    {
        using var client = new RpcClient(standalone.Process.Endpoint);
        await ProcessPatience.HoldsAsync("all jobs have succeeded", standalone.Process, async () =>
        {
            var jobs = await client.QueryAsync(_answered);
            var states = jobs.Select(job => job.GetProperty("State").GetString()).ToList();
            Assert.Equal(Jobs, jobs.Count);
            Assert.DoesNotContain("Fail", states);
            return states.All(state => state is "Success");
        });
    }

    private async Task<ILookup<string, string>> TakeMessagesAsync(MortalStandalone standalone)
    {
        using var reader = new QueueReader(standalone.Process.Endpoint);
        var texts = new List<(string Job, string Text)>();
        await ProcessPatience.HoldsAsync("every end is announced", standalone.Process, async () =>
        {
            foreach (var message in await reader.ReceiveAsync(Queue))
            {
                var text = QueueReader.TextOf(message);
                using var json = JsonDocument.Parse(text);
                texts.Add((json.RootElement.GetProperty("JobId").GetString()!, text));
                await reader.DeleteAsync(Queue, message);
            }

            return _answered.All(job => texts.Exists(text => string.Equals(text.Job, job, StringComparison.Ordinal)));
        });
        return texts.ToLookup(text => text.Job, text => text.Text, StringComparer.Ordinal);
    }
}
