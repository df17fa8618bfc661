using System.Text;
using MediaInfo.Core.Jobs;
using MediaInfo.Core.Objects;
using MediaInfo.Probing.Tests.Support;
using MediaInfo.TestSupport;
using MediaInfo.TestSupport.Jobs;
using MediaInfo.TestSupport.Memory;

namespace MediaInfo.Probing.Tests;

[Trait("Platform", "Linux")]
public sealed class ProbeRunnerTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(10);

    private readonly InMemoryObjectStore _store = new();

    [Fact]
    public async Task Ffprobe_gets_the_leases_URL_and_proxy_and_the_lease_is_closed_afterwards()
    {
        var proxy = new OpenProxy();
        using var script = ScriptedFfprobe.Doing("printf '%s %s' \"$http_proxy\" \"$*\"");
        var runner = Runner(script, proxy);
        using var session = JobReading.Session(TestJobs.Source, _store);

        var (run, failure) = await runner.RunAsync(session, url => ["-i", url], Limit, CancellationToken.None);

        Assert.Null(failure);
        Assert.Equal(
            $"{OpenProxy.ProxyUrl} -i http://example-bucket.objects.invalid/dir/sample.mp4",
            Encoding.UTF8.GetString(run.Report.Span));
        Assert.Equal((1, 0), (proxy.Opened, proxy.Open));
    }

    [Theory]
    [InlineData("kill -SEGV $$", FailureReason.ProberCrashed, "ffprobe was killed by signal 11; the file was not analysed")]
    [InlineData("kill -XCPU $$", FailureReason.TimedOut, "Reading the object took more processor time than the limit")]
    [InlineData(
        "kill -KILL $$",
        FailureReason.ProberCrashed,
        "ffprobe was killed, probably because the machine ran out of memory; the file was not analysed")]
    [InlineData(
        "echo '/opt/tools/ffprobe: libx.so: cannot open shared object file' >&2; exit 127",
        FailureReason.ProberCrashed,
        "ffprobe could not be run: exit code 127; the file was not analysed")]
    [InlineData("exit 126", FailureReason.ProberCrashed, "ffprobe could not be run: exit code 126; the file was not analysed")]
    [InlineData("exit 255", FailureReason.ProberCrashed, "ffprobe could not be run: exit code 255; the file was not analysed")]
    [InlineData("exit 2", FailureReason.ProberCrashed, "ffprobe could not be run: exit code 2; the file was not analysed")]
    [InlineData(
        "echo 'http://b.objects.invalid/k: Cannot allocate memory' >&2; exit 1",
        FailureReason.BudgetExceeded,
        "Reading the object took more memory than the limit")]
    [InlineData(
        "printf 'Number of streams exceeds max_streams parameter (1000)\\nhttp://b/k: Cannot allocate memory\\n' >&2; exit 1",
        FailureReason.OutputTooLarge,
        "The object has more streams than ffprobe supports")]
    [InlineData("exec cat /dev/zero", FailureReason.OutputTooLarge, "What was made of the object exceeds the size limit")]
    [InlineData("exit 1", FailureReason.NotMedia, "The object could not be read as media")]
    [InlineData(
        "printf 'moov atom not found\\nhttp://b.objects.invalid/k: Invalid data found when processing input\\n' >&2; exit 1",
        FailureReason.NotMedia,
        "The object could not be read as media: Invalid data found when processing input")]
    [InlineData(
        "printf '[hls @ 0x1] Empty segment list\\n\\n  \\n' >&2; exit 1",
        FailureReason.NotMedia,
        "The object could not be read as media: [hls] Empty segment list")]
    [InlineData(
        "echo \"[hls @ 0x55d0c0ffee40] Cannot open 'http://b.objects.invalid/k?x=1' of /srv/media/k.\" >&2; exit 1",
        FailureReason.NotMedia,
        "The object could not be read as media: [hls] Cannot open '...' of ...")]
    public async Task Different_failures_are_distinguished(string body, FailureReason reason, string detail)
    {
        using var script = ScriptedFfprobe.Doing(body);

        Assert.Equal(new JobFailure(reason, detail), await FailureAsync(script, new OpenProxy()));
    }

    [Fact]
    public async Task A_timeout_message_names_the_limit()
    {
        var time = new ManualTimeProvider();
        using var script = ScriptedFfprobe.Doing("touch \"$FOLDER/began\"; exec sleep 1000");
        var runner = new ProbeRunner(new ToolRunner(new OpenProxy(), script.Process(time)));
        using var session = JobReading.Session(TestJobs.Source, _store);

        var run = runner.RunAsync(session, url => ["-i", url], TimeSpan.FromSeconds(5), CancellationToken.None);
        await Eventually.HoldsAsync("ffprobe runs", () => File.Exists(script.In("began")));
        time.Advance(TimeSpan.FromSeconds(5));

        Assert.Equal(
            new JobFailure(FailureReason.TimedOut, "Reading the object took longer than 5 seconds"),
            (await run.SoonAsync()).Failure);
    }

    [Fact]
    public async Task A_detail_has_at_most_1024_characters()
    {
        using var script = ScriptedFfprobe.Doing("head -c 5000 /dev/zero | tr '\\0' x >&2; exit 1");

        var failure = await FailureAsync(script, new OpenProxy());

        Assert.Equal(1024, failure!.Detail.Length);
        Assert.StartsWith("The object could not be read as media: xxx", failure.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("exit 0")]
    [InlineData("exit 1")]
    [InlineData("kill -SEGV $$")]
    public async Task A_failure_from_storage_takes_precedence_over_ffprobes_result(string body)
    {
        using var script = ScriptedFfprobe.Doing(body);
        var proxy = new OpenProxy { Reading = ReadAsync };

        var failure = await FailureAsync(script, proxy);

        Assert.Equal(new JobFailure(FailureReason.ObjectNotFound, "The object does not exist"), failure);
    }

    [Theory]
    [InlineData("exit 0")]
    [InlineData("exit 1")]
    public async Task After_a_storage_fault_ffprobes_result_is_ignored(string body)
    {
        using var script = ScriptedFfprobe.Doing(body);
        var fault = new IOException("storage away");
        var proxy = new OpenProxy { Reading = session => Interrupt(session, fault, hungUp: false) };

        var thrown = await Assert.ThrowsAsync<IOException>(() => FailureAsync(script, proxy));

        Assert.Same(fault, thrown.InnerException);
        Assert.Equal(0, proxy.Open);
    }

    [Fact]
    public async Task A_read_that_ffprobe_aborted_is_not_a_storage_fault()
    {
        using var script = ScriptedFfprobe.Doing("exit 0");
        var proxy = new OpenProxy { Reading = session => Interrupt(session, new IOException("hung up"), hungUp: true) };

        Assert.Null(await FailureAsync(script, proxy));
    }

    [Fact]
    public async Task A_failed_session_stops_ffprobe()
    {
        using var script = ScriptedFfprobe.Doing("exec sleep 1000");

        var failure = await FailureAsync(script, new OpenProxy { Reading = ReadAsync });

        Assert.Equal(FailureReason.ObjectNotFound, failure!.Reason);
    }

    private static Task Interrupt(ProbeSession session, Exception error, bool hungUp)
    {
        session.Interrupted(error, hungUp);
        return Task.CompletedTask;
    }

    private static async Task ReadAsync(ProbeSession session)
    {
        await using var read = await session.ReadAsync(session.Source.Key, 0, 1, CancellationToken.None);
        Assert.Equal(ObjectReadStatus.NotFound, read.Status);
    }

    private async Task<JobFailure?> FailureAsync(ScriptedFfprobe script, OpenProxy proxy)
    {
        var runner = Runner(script, proxy);
        using var session = JobReading.Session(TestJobs.Source, _store);
        return (await runner.RunAsync(session, url => ["-i", url], Limit, CancellationToken.None).SoonAsync()).Failure;
    }

    private static ProbeRunner Runner(ScriptedFfprobe script, OpenProxy proxy) =>
        new(new ToolRunner(proxy, script.Process()));
}
