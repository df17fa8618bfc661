using System.Globalization;
using System.Text;
using MediaInfo.Probing.Processes;
using MediaInfo.Probing.Tests.Support;
using MediaInfo.TestSupport;
using Microsoft.Extensions.Logging.Abstractions;

namespace MediaInfo.Probing.Tests.Processes;

[Trait("Platform", "Linux")]
public sealed class FfprobeProcessTests
{
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(10);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(128)]
    public async Task An_exit_code_is_returned_with_all_output(int code)
    {
        using var script = ScriptedFfprobe.Doing($"printf 'report'; printf 'messages' >&2; exit {code}");

        var run = await RunAsync(script);

        Assert.Equal((ToolEnd.Exited, code, "messages"), (run.End, run.Code, run.Messages));
        Assert.Equal("report", Encoding.UTF8.GetString(run.Report.Span));
    }

    [Theory]
    [InlineData("SEGV", 11)]
    [InlineData("ABRT", 6)]
    [InlineData("KILL", 9)]
    public async Task Death_by_a_signal_is_a_crash_with_the_signal_number(string signal, int number)
    {
        using var script = ScriptedFfprobe.Doing($"printf 'half a report'; kill -{signal} $$");

        var run = await RunAsync(script);

        Assert.Equal((ToolEnd.Crashed, number), (run.End, run.Code));
    }

    // More runs than parallel tests have open pipes. A leaked pipe would stay open until the next garbage collection.
    [Fact]
    public async Task No_pipe_stays_open_after_a_run()
    {
        const int runs = 50;
        using var script = ScriptedFfprobe.Doing("exit 0");
        await RunAsync(script);
        var before = OpenPipes();

        for (var times = 0; times < runs; times++)
        {
            await RunAsync(script);
        }

        Assert.InRange(OpenPipes(), 0, before + runs);

        static int OpenPipes() => Directory.EnumerateFiles("/proc/self/fd").Count(descriptor =>
            new FileInfo(descriptor).LinkTarget?.StartsWith("pipe:", StringComparison.Ordinal) == true);
    }

    [Fact]
    public async Task Arguments_arrive_unchanged()
    {
        string[] arguments =
        [
            "-i", "two words", " edges ", "'single'", "\"double\"", "back\\slash\\", "$HOME", "`id`", "$(id)", "a;b|c&d>e", "*",
            "?", "~", "", "-", "--", "-leading", "%00", "tab\there", "new\nline", "视频 🎬", "http://b.objects.invalid/a%20b?c#d",
        ];
        using var script = ScriptedFfprobe.Doing("printf '%s\\0' \"$@\"");

        var run = await RunAsync(script, arguments: arguments);

        Assert.Equal(arguments, Strings(run.Report));
    }

    [Fact]
    public async Task The_childs_environment_has_the_proxy_but_nothing_from_this_process()
    {
        Assert.NotEmpty(Environment.GetEnvironmentVariables());
        using var script = ScriptedFfprobe.Doing("cat /proc/$$/environ");

        var run = await RunAsync(script);

        Assert.Equal(
            [
                "GCONV_PATH=/nonexistent",
                "MALLOC_MMAP_THRESHOLD_=33554432",
                "MALLOC_TRIM_THRESHOLD_=33554432",
                $"http_proxy={OpenProxy.ProxyUrl}",
            ],
            Strings(run.Report).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_proxy_with_its_password_is_not_on_the_command_line()
    {
        using var script = ScriptedFfprobe.Doing("cat /proc/$$/cmdline");

        var run = await RunAsync(script);

        Assert.DoesNotContain("secret", Encoding.UTF8.GetString(run.Report.Span), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Standard_input_is_closed()
    {
        using var script = ScriptedFfprobe.Doing("cat; printf 'the end'");

        Assert.Equal("the end", Encoding.UTF8.GetString((await RunAsync(script)).Report.Span));
    }

    [Fact]
    public async Task A_flood_of_error_output_does_not_block_and_its_tail_is_kept()
    {
        using var script = ScriptedFfprobe.Doing("""
            i=0
            while [ $i -lt 32 ]; do head -c 65536 /dev/zero | tr '\0' x >&2; i=$((i + 1)); done
            echo 'the last words' >&2
            printf 'report'
            """);

        var run = await RunAsync(script);

        Assert.Equal("report", Encoding.UTF8.GetString(run.Report.Span));
        Assert.Equal(256 * 1024, run.Messages.Length);
        Assert.EndsWith("xthe last words\n", run.Messages, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_report_of_exactly_the_limit_is_kept()
    {
        using var script = ScriptedFfprobe.Doing("head -c 65536 /dev/zero");

        var run = await script
            .Process(maxReportBytes: 65536)
            .RunAsync(new ToolCall([], OpenProxy.Lease, Long), CancellationToken.None)
            .SoonAsync();

        Assert.Equal((ToolEnd.Exited, 65536), (run.End, run.Report.Length));
    }

    [Fact]
    public async Task A_child_with_an_endless_report_is_killed_and_its_report_dropped()
    {
        using var script = ScriptedFfprobe.Doing("exec cat /dev/zero");

        var run = await script
            .Process(maxReportBytes: 65536)
            .RunAsync(new ToolCall([], OpenProxy.Lease, Long), CancellationToken.None)
            .SoonAsync();

        Assert.Equal((ToolEnd.TooMuchOutput, 0, 0), (run.End, run.Code, run.Report.Length));
    }

    [Fact]
    public async Task At_the_time_limit_the_whole_process_tree_is_killed()
    {
        var time = new ManualTimeProvider();
        using var script = Sleeper();
        var running = script.Process(time).RunAsync(
            new ToolCall([], OpenProxy.Lease, TimeSpan.FromSeconds(5)), CancellationToken.None);
        var tree = await TreeAsync(script);

        time.Advance(TimeSpan.FromSeconds(5) - TimeSpan.FromTicks(1));
        Assert.All(tree, pid => Assert.True(ProcessTable.Lives(pid)));
        time.Advance(TimeSpan.FromTicks(1));

        Assert.Equal((ToolEnd.TimedOut, 0), ((await running.SoonAsync()).End, (await running).Code));
        await GoneAsync(tree);
    }

    [Fact]
    public async Task A_failed_session_stops_the_child()
    {
        using var stop = new CancellationTokenSource();
        using var script = Sleeper();
        var running = script.Process().RunAsync(
            new ToolCall([], OpenProxy.Lease, Long) { Stopped = stop.Token }, CancellationToken.None);
        var tree = await TreeAsync(script);

        await stop.CancelAsync();

        Assert.Equal((ToolEnd.Stopped, 0), ((await running.SoonAsync()).End, (await running).Code));
        await GoneAsync(tree);
    }

    [Fact]
    public async Task A_canceled_call_kills_the_child_and_throws()
    {
        using var cancel = new CancellationTokenSource();
        using var script = Sleeper();
        var running = script.Process().RunAsync(new ToolCall([], OpenProxy.Lease, Long), cancel.Token);
        var tree = await TreeAsync(script);

        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running.SoonAsync());
        await GoneAsync(tree);
    }

    [Fact]
    public async Task The_kernel_limits_memory_and_CPU_time_and_forbids_core_dumps()
    {
        // The limits are set shortly after the start.
        using var script = ScriptedFfprobe.Doing("""
            while ! grep -q 'Max data size  *1073741824' /proc/$$/limits; do :; done
            while ! grep -q 'Max core file size  *0  *0' /proc/$$/limits; do :; done
            cat /proc/$$/limits
            """);

        var limits = Encoding.UTF8.GetString((await RunAsync(script)).Report.Span);

        Assert.Matches("Max cpu time +602 +602 +seconds", limits);
        Assert.Matches("Max data size +1073741824 +1073741824 +bytes", limits);
    }

    [Fact]
    public async Task Without_an_ffprobe_the_call_fails()
    {
        var options = new ProbeOptions { FfprobePath = "/nonexistent/ffprobe" };
        var process = new ToolProcess(
            TestFfprobe.Binary(options), TestFfprobe.Child(options), NullLogger<ToolProcess>.Instance);

        await Assert.ThrowsAsync<ToolMissingException>(
            () => process.RunAsync(new ToolCall([], OpenProxy.Lease, Long), CancellationToken.None));
    }

    // Ignores TERM, INT and HUP, starts a child and a grandchild, and writes the ids of all three.
    private static ScriptedFfprobe Sleeper() => ScriptedFfprobe.Doing("""
        trap '' TERM INT HUP
        sh -c 'sleep 1000 & echo $$ $! >"$1/inner"; wait' sh "$FOLDER" &
        while [ ! -s "$FOLDER/inner" ]; do :; done
        echo $$ $(cat "$FOLDER/inner") >"$FOLDER/pids.part"
        mv "$FOLDER/pids.part" "$FOLDER/pids"
        wait
        """);

    private static async Task<int[]> TreeAsync(ScriptedFfprobe script)
    {
        await Eventually.HoldsAsync("the script wrote its ids", () => File.Exists(script.In("pids")));
        var pids = (await File.ReadAllTextAsync(script.In("pids"))).Split(' ', StringSplitOptions.TrimEntries);
        Assert.Equal(3, pids.Length);
        return Array.ConvertAll(pids, pid => int.Parse(pid, CultureInfo.InvariantCulture));
    }

    private static Task GoneAsync(int[] tree) =>
        Eventually.HoldsAsync("every process of the tree is gone", () => !Array.Exists(tree, ProcessTable.Lives));

    private static Task<ToolRun> RunAsync(ScriptedFfprobe script, params string[] arguments) =>
        script.Process().RunAsync(new ToolCall(arguments, OpenProxy.Lease, Long), CancellationToken.None).SoonAsync();

    private static string[] Strings(ReadOnlyMemory<byte> zeroEnded) => Encoding.UTF8.GetString(zeroEnded.Span).Split('\0')[..^1];
}
