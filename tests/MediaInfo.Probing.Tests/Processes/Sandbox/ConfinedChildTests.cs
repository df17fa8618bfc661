using System.IO.Pipes;
using System.Text;
using MediaInfo.Probing.Processes;
using MediaInfo.Probing.Processes.Sandbox;
using MediaInfo.Probing.Tests.Support;
using MediaInfo.TestSupport;
using MediaInfo.TestSupport.Sandbox;

namespace MediaInfo.Probing.Tests.Processes.Sandbox;

/// <summary>How a confined child starts and ends, and what its start leaves behind in this process.</summary>
[Trait("Platform", "Linux")]
public sealed class ConfinedChildTests
{
    private static readonly ProbeOptions Options = new();

    [SandboxFact]
    public async Task A_confined_child_has_only_its_three_descriptors()
    {
        using var script = ScriptedFfprobe.Of("""
            #!/usr/bin/perl
            for (0 .. 1023) { open(my $f, '<&=', $_) and print "$_ " }
            """);
        using var inherited = new AnonymousPipeServerStream(PipeDirection.Out, HandleInheritability.Inheritable);

        Assert.Equal("0 1 2 ", await ReportAsync(script));
    }

    [SandboxFact]
    public async Task A_confined_child_starts_in_the_root_folder() => Assert.Equal("/", await SyscallAsync(79, 17));

    [SandboxFact]
    public async Task A_confined_child_has_no_capabilities_even_when_run_by_root()
    {
        using var script = ScriptedFfprobe.Of("""
            #!/usr/bin/perl
            my ($head, $sets) = (pack('LL', 0x20080522, 0), "\xff" x 24);
            syscall($ARGV[0], $head, $sets) == 0 and print unpack('H*', $sets);
            """);

        Assert.Equal(new string('0', 48), await ReportAsync(script, IsArm ? "90" : "125"));
    }

    [SandboxFact]
    public async Task The_signal_that_ends_a_confined_child_is_reported()
    {
        using var script = ScriptedFfprobe.Of("""
            #!/usr/bin/perl
            unpack 'p', pack 'Q', 1;
            """);

        var run = await RunAsync(script);

        Assert.Equal((ToolEnd.Crashed, 11), (run.End, run.Code));
    }

    [SandboxFact]
    public async Task A_confined_child_is_killed_at_its_time_limit()
    {
        using var script = ScriptedFfprobe.Of("#!/usr/bin/perl\nselect undef, undef, undef, 1000;");

        var run = await Child().RunAsync(
            script.Path, new ToolCall([], OpenProxy.Lease, TimeSpan.FromSeconds(1)), CancellationToken.None).SoonAsync();

        Assert.Equal(ToolEnd.TimedOut, run.End);
    }

    [SandboxFact]
    public async Task A_script_that_starts_another_program_reports_why_it_cannot()
    {
        using var script = ScriptedFfprobe.Of("#!/bin/sh\nexec /bin/cat /dev/null");
        using var binary = new ToolBinary(
            Tool.Ffprobe(new ProbeOptions { FfprobePath = script.Path }), Child(), ScriptedTrial.Passing, TimeProvider.System);

        var missing = await Assert.ThrowsAsync<ToolMissingException>(() => binary.FindAsync(CancellationToken.None));

        Assert.Contains("/bin/cat: Operation not permitted", missing.Message, StringComparison.Ordinal);
        Assert.Contains(
            "in which a program cannot start another one (MediaInfo:Probe:Sandbox)", missing.Message, StringComparison.Ordinal);
    }

    // The runtime creates pool, GC and JIT threads from any thread, and they would inherit its confinement.
    [SandboxFact]
    public async Task No_thread_of_this_process_stays_confined()
    {
        using var script = ScriptedFfprobe.Of("#!/usr/bin/perl\nprint 'done';");
        using var stop = new CancellationTokenSource();
        var litter = Task.Run(() => Litter(stop.Token));

        await Parallel.ForEachAsync(
            Enumerable.Range(0, 200), async (_, _) => Assert.Equal("done", await ReportAsync(script)));
        await stop.CancelAsync();
        await litter;

        // Threads that start other tests' children are confined too, but end at once.
        var confined = Confined().ToList();
        await Eventually.HoldsAsync("every confined thread has ended", () => !confined.Exists(Directory.Exists));
    }

    private static bool IsArm => System.Runtime.InteropServices.RuntimeInformation.ProcessArchitecture
        == System.Runtime.InteropServices.Architecture.Arm64;

    private static void Litter(CancellationToken stop)
    {
        for (var kept = new byte[1000][]; !stop.IsCancellationRequested;)
        {
            kept[Environment.TickCount & 511] = new byte[10_000];
        }
    }

    private static IEnumerable<string> Confined() => Directory.EnumerateDirectories("/proc/self/task").Where(thread =>
    {
        try
        {
            var status = File.ReadAllText(Path.Combine(thread, "status"));
            return !status.Contains("NoNewPrivs:\t0\nSeccomp:\t0\n", StringComparison.Ordinal);
        }
        catch (IOException)
        {
            return false;
        }
    });

    private static async Task<string> SyscallAsync(int x64, int arm)
    {
        using var script = ScriptedFfprobe.Of("""
            #!/usr/bin/perl
            my $b = "\0" x 256;
            syscall($ARGV[0], $b, 256);
            print $b =~ s/\0.*//sr;
            """);
        return await ReportAsync(script, $"{(IsArm ? arm : x64)}");
    }

    private static ToolChild Child() => TestFfprobe.Child(Options, SandboxSupport.OfThisKernel);

    private static async Task<string> ReportAsync(ScriptedFfprobe script, params string[] arguments)
    {
        var run = await RunAsync(script, arguments);
        Assert.True(run is { End: ToolEnd.Exited, Code: 0 }, $"{run.InWords()}: {run.Messages}");
        return Encoding.UTF8.GetString(run.Report.Span);
    }

    private static Task<ToolRun> RunAsync(ScriptedFfprobe script, params string[] arguments) => Child().RunAsync(
        script.Path, new ToolCall(arguments, OpenProxy.Lease, TimeSpan.FromMinutes(2)), CancellationToken.None).SoonAsync();
}
