using System.Text.Json;
using MediaInfo.TestSupport;

namespace MediaInfo.Standalone.Tests.EndToEnd;

[Collection(StandaloneFixture.Collection)]
[Trait("Platform", "Linux")]
public sealed class CrashTests(StandaloneFixture fixture)
{
    private const int Jobs = 20;
    private const int Attempts = 4;

    [Fact]
    public async Task Every_job_ends_once_even_if_the_process_is_killed_while_jobs_run()
    {
        var (batch, atKill) = await KilledAsync();

        await using var standalone = await fixture.StartAsync(("MediaInfo__Probe__FfprobePath", fixture.Ffprobe));
        var jobs = await batch.AllEndAsync(standalone);

        Assert.Equal(batch.Ids.Order(StringComparer.Ordinal), Names(jobs, "JobId").Order(StringComparer.Ordinal));
        Assert.All(jobs, job => Assert.Equal("Success", job.GetProperty("State").GetString()));
        Assert.All(jobs, job => Assert.True(job.TryGetProperty("Properties", out _)));
        foreach (var id in batch.Ids)
        {
            Assert.Single(await fixture.Stored.ResultsAsync(id));
        }

        // A job that ended before the kill did not end again.
        var atEnd = (await batch.DocumentsAsync()).ToDictionary(document => document.Id, StringComparer.Ordinal);
        Assert.All(
            atKill.Where(document => document.HasEnded), document => Assert.Equal(document.EndedAt, atEnd[document.Id].EndedAt));
        await AssertAllAnnouncedAsync(batch.Ids);
    }

    [Fact]
    public async Task A_stopping_process_finishes_running_jobs_and_leaves_the_rest_in_the_queue()
    {
        JobBatch batch;
        await using (var first = await StartSlowAsync())
        {
            batch = await JobBatch.SubmitAsync(fixture, first, Jobs);
            await batch.BeginsAsync(first);

            await first.TerminateAsync();

            Assert.Equal(0, await first.ExitAsync());
        }

        var atStop = await batch.DocumentsAsync();
        Assert.DoesNotContain(atStop, document => document.IsRunning);
        Assert.Contains(atStop, document => document.HasEnded);
        var queued = await StoredState.PeekAsync(fixture.Stored.Analyses);
        Assert.All(
            atStop.Where(document => !document.HasEnded),
            document => Assert.Contains(StoredState.AnalyzeMessage(document.Id), queued));

        await using var second = await fixture.StartAsync();
        var jobs = await batch.AllEndAsync(second);

        Assert.All(jobs, job => Assert.Equal("Success", job.GetProperty("State").GetString()));
        await AssertAllAnnouncedAsync(batch.Ids);
    }

    [Fact]
    public async Task A_job_that_outlasts_the_grace_period_returns_to_the_queue_at_once()
    {
        await fixture.UploadAsync("hang.mp4");
        fixture.FaultyFfprobe.Forget();
        string job;
        await using (var first = await fixture.StartAsync(
            ("MediaInfo__Probe__FfprobePath", fixture.FaultyFfprobe.FullPath),
            ("MediaInfo__Worker__VisibilityTimeout", "00:30:00"),
            ("MediaInfo__Worker__ShutdownGrace", "00:00:01")))
        {
            using var client = new RpcClient(first.Endpoint);
            job = await client.SubmitAsync("hang.mp4");
            await ProcessPatience.HoldsAsync(
                "ffprobe hangs", first, () => Task.FromResult(fixture.FaultyFfprobe.Hanging().Count == 2));

            await first.TerminateAsync();

            Assert.Equal(0, await first.ExitAsync());
        }

        Assert.DoesNotContain(fixture.FaultyFfprobe.Hanging(), ProcessTable.Lives);
        Assert.Equal([StoredState.AnalyzeMessage(job)], await StoredState.PeekAsync(fixture.Stored.Analyses));

        await using var second = await fixture.StartAsync();
        var ended = Assert.Single(await new JobBatch(fixture, [job]).AllEndAsync(second));
        Assert.Equal("Success", ended.GetProperty("State").GetString());
        await AssertAllAnnouncedAsync([job]);
    }

    [Fact]
    public async Task A_running_ffprobe_and_its_children_die_with_a_killed_process()
    {
        await fixture.UploadAsync("hang.mp4");
        fixture.FaultyFfprobe.Forget();
        await using var standalone = await fixture.StartAsync(("MediaInfo__Probe__FfprobePath", fixture.FaultyFfprobe.FullPath));
        using var client = new RpcClient(standalone.Endpoint);
        var job = await client.SubmitAsync("hang.mp4");
        await ProcessPatience.HoldsAsync(
            "ffprobe hangs", standalone, () => Task.FromResult(fixture.FaultyFfprobe.Hanging().Count == 2));
        var processes = fixture.FaultyFfprobe.Hanging();
        Assert.All(processes, process => Assert.True(ProcessTable.Lives(process)));

        await standalone.KillAsync();

        await Eventually.HoldsAsync(
            $"the processes {string.Join(" and ", processes)} are gone", () => !processes.Any(ProcessTable.Lives));
        await using var second = await fixture.StartAsync();
        Assert.Equal(
            "Success", Assert.Single(await new JobBatch(fixture, [job]).AllEndAsync(second)).GetProperty("State").GetString());
    }

    private static IEnumerable<string> Names(IEnumerable<JsonElement> jobs, string member) =>
        jobs.Select(job => job.GetProperty(member).GetString()!);

    private Task<StandaloneProcess> StartSlowAsync() => fixture.StartAsync(
        ("MediaInfo__Probe__FfprobePath", fixture.FaultyFfprobe.FullPath), ("MediaInfo__Worker__Concurrency", "2"));

    // The kill must come while jobs run. A machine that stalls at the wrong moment can miss that, so it is retried.
    private async Task<(JobBatch Batch, IReadOnlyList<JobDocument> AtKill)> KilledAsync()
    {
        for (var attempt = 1; ; attempt++)
        {
            await using var standalone = await StartSlowAsync();
            var batch = await JobBatch.SubmitAsync(fixture, standalone, Jobs);
            await batch.FirstEndsAsync(standalone);
            await standalone.KillAsync();

            // While jobs wait, every worker runs one. The document of a short job does not show that.
            var documents = await batch.DocumentsAsync();
            if (documents.Any(document => !document.HasEnded))
            {
                return (batch, documents);
            }

            Assert.True(attempt < Attempts, $"No job ran at the time of any of {Attempts} kills");
        }
    }

    private async Task AssertAllAnnouncedAsync(IReadOnlyCollection<string> jobs)
    {
        var completions = await fixture.Stored.TakeCompletionsAsync();
        Assert.All(jobs, job => Assert.NotEmpty(completions[job]));

        // A receiver recognizes a repeated message by its job. The repeat has the same content.
        Assert.All(jobs, job => Assert.Single(completions[job].Distinct(StringComparer.Ordinal)));
    }
}
