using System.Diagnostics;
using System.Globalization;
using MediaInfo.Probing.Processes;
using MediaInfo.TestSupport;
using Microsoft.Extensions.Logging.Abstractions;

namespace MediaInfo.Probing.Tests.Processes;

/// <summary>What the guard does when its input ends. That a killed host ends the input is tested end to end.</summary>
[Trait("Platform", "Linux")]
public sealed class OrphanGuardTests : IDisposable
{
    private readonly OrphanGuard _guard = new(NullLogger<OrphanGuard>.Instance);
    private readonly List<Process> _started = [];

    public void Dispose()
    {
        _guard.Dispose();
        foreach (var process in _started)
        {
            process.Kill(entireProcessTree: true);
            process.Dispose();
        }
    }

    [Fact]
    public async Task Only_processes_still_watched_at_the_end_are_killed_with_their_children()
    {
        var (left, child) = await StartTreeAsync();
        var (done, childOfDone) = await StartTreeAsync();
        var (unknown, _) = await StartTreeAsync();
        _guard.Watch(left.Id);
        _guard.Watch(done.Id).Dispose();

        _guard.Dispose();

        await Eventually.HoldsAsync("the tree is gone", () => !ProcessTable.Lives(left.Id) && !ProcessTable.Lives(child));
        Assert.All([done.Id, childOfDone, unknown.Id], id => Assert.True(ProcessTable.Lives(id)));
    }

    [Fact]
    public async Task Among_many_processes_only_the_watched_ones_are_killed()
    {
        var processes = Enumerable.Range(0, 8).Select(_ => Start("exec sleep 1000")).ToList();
        var watches = processes.ConvertAll(process => _guard.Watch(process.Id));
        int[] done = [0, 3, 4, 7];
        Array.ForEach(done, number => watches[number].Dispose());

        _guard.Dispose();

        await Eventually.HoldsAsync(
            "the watched are gone", () => processes.Count(process => ProcessTable.Lives(process.Id)) == done.Length);
        Assert.All(done, number => Assert.True(ProcessTable.Lives(processes[number].Id)));
    }

    [Fact]
    public async Task A_killed_guard_is_replaced_and_still_knows_the_earlier_children()
    {
        var early = Start("exec sleep 1000");
        _guard.Watch(early.Id);
        await KillShellAsync();

        // The first call finds the pipe broken, the next one a new shell.
        _guard.Watch(Start("exec sleep 1000").Id);
        _guard.Watch(Start("exec sleep 1000").Id);
        _guard.Dispose();

        await Eventually.HoldsAsync("all are gone", () => !_started.Exists(process => ProcessTable.Lives(process.Id)));
    }

    [Fact]
    public async Task The_guard_ignores_the_signals_that_a_terminal_sends()
    {
        var left = Start("exec sleep 1000");
        _guard.Watch(left.Id);
        foreach (var signal in new[] { "INT", "TERM", "HUP", "QUIT" })
        {
            await SignalAsync(signal, _guard.ShellId!.Value);
        }

        Assert.True(ProcessTable.Lives(_guard.ShellId!.Value));
        _guard.Dispose();

        await Eventually.HoldsAsync("it is gone", () => !ProcessTable.Lives(left.Id));
    }

    [Fact]
    public async Task The_guard_ends_itself_and_keeps_no_output_open()
    {
        _guard.Watch(Start("exec sleep 1000").Id);
        var shell = _guard.ShellId!.Value;
        int[] outputs = [1, 2];
        await Eventually.HoldsAsync("it has closed its output", () => Array.TrueForAll(
            outputs, file =>
                File.ResolveLinkTarget($"/proc/{shell}/fd/{file}", returnFinalTarget: false)?.FullName is "/dev/null"));

        _guard.Dispose();

        await Eventually.HoldsAsync("the shell is gone", () => !ProcessTable.Lives(shell));
    }

    private static async Task SignalAsync(string signal, int id)
    {
        using var kill = Process.Start("kill", [$"-{signal}", $"{id}"]);
        await kill.WaitForExitAsync();
    }

    private async Task KillShellAsync()
    {
        var shell = _guard.ShellId!.Value;
        await SignalAsync("KILL", shell);
        await Eventually.HoldsAsync("the shell is gone", () => !ProcessTable.Lives(shell));
    }

    private Process Start(string script)
    {
        var process = Process.Start(
            new ProcessStartInfo("/bin/sh", ["-c", script]) { RedirectStandardOutput = true, UseShellExecute = false })!;
        _started.Add(process);
        return process;
    }

    private async Task<(Process Parent, int Child)> StartTreeAsync()
    {
        var process = Start("sleep 1000 & echo $!; wait");
        return (process, int.Parse((await process.StandardOutput.ReadLineAsync())!, CultureInfo.InvariantCulture));
    }
}
