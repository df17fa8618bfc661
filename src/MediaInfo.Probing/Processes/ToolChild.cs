using System.ComponentModel;
using System.Text;
using MediaInfo.Probing.Processes.Sandbox;

namespace MediaInfo.Probing.Processes;

/// <summary>
/// Runs one process of a tool with an argument list, its own environment, the sandbox, and limits on time, memory and output.
/// Kills its whole process tree.
/// </summary>
public sealed class ToolChild(Tool tool, OrphanGuard orphans, ChildSandbox sandbox, TimeProvider time)
{
    private const int MaxMessageBytes = 256 * 1024;
    private const int SignalBase = 128;

    // Signals above that end nothing by themselves, and ffmpeg has exit codes there.
    private const int LastSignal = 31;
    private const string KeptBytes = "33554432";

    /// <summary>Whether it runs in a sandbox, even an incomplete one.</summary>
    public bool IsConfined => tool.IsConfined && sandbox.IsInForce;

    /// <summary>Runs it until it ends.</summary>
    /// <param name="path">The binary.</param>
    /// <param name="call">Its arguments, its limits, and what is read and written meanwhile.</param>
    /// <param name="cancellationToken">Kills it and cancels the call.</param>
    /// <exception cref="ToolMissingException">It could not be started.</exception>
    public async Task<ToolRun> RunAsync(string path, ToolCall call, CancellationToken cancellationToken)
    {
        using var deadline = new CancellationTokenSource(call.TimeLimit, time);
        using var tooMuch = new CancellationTokenSource();
        using var kill =
            CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, call.Stopped, tooMuch.Token, cancellationToken);
        using var child = StartLimited(path, call);
        using var watched = orphans.Watch(child.Id);
        await using var killing = kill.Token.Register(() => Kill(child));
        var report = call.Output is null
            ? CappedReader.HeadAsync(child.Output, tool.MaxReportBytes, tooMuch)
            : StreamedAsync(child.Output, call.Output);
        var messages = CappedReader.TailAsync(child.Messages, MaxMessageBytes, call.Messages);
        await Task.WhenAll(FeedAsync(child.Input, call.Input), report, messages, child.ExitCode);
        cancellationToken.ThrowIfCancellationRequested();

        var exitCode = await child.ExitCode;
        var end = tooMuch.IsCancellationRequested ? ToolEnd.TooMuchOutput
            : call.Stopped.IsCancellationRequested ? ToolEnd.Stopped
            : deadline.IsCancellationRequested ? ToolEnd.TimedOut
            : exitCode is > SignalBase and <= SignalBase + LastSignal ? ToolEnd.Crashed
            : ToolEnd.Exited;
        var code = end == ToolEnd.Crashed ? exitCode - SignalBase : end == ToolEnd.Exited ? exitCode : 0;
        return new ToolRun(end, code, await report, Encoding.UTF8.GetString((await messages).Span));
    }

    private static async Task<ReadOnlyMemory<byte>> StreamedAsync(Stream stream, Func<Stream, Task> output)
    {
        await output(stream);
        return default;
    }

    private static async Task FeedAsync(Stream stream, Func<Stream, Task>? input)
    {
        await using (stream)
        {
            try
            {
                await (input?.Invoke(stream) ?? Task.CompletedTask);
            }
            catch (IOException)
            {
                // It ended, or closed its input because it has enough.
            }
        }
    }

    private IChild StartLimited(string path, ToolCall call)
    {
        // Limits are set on a running process, so until then it must have nothing to spend them on.
        using var held = call.Lease?.Hold();
        var child = Start(path, call.Arguments, call.Lease?.ProxyUrl ?? "");
        ProcessLimits.Set(child.Id, tool.MaxMemoryBytes, call.TimeLimit * call.Threads);
        return child;
    }

    private IChild Start(string path, IReadOnlyList<string> arguments, string proxyUrl)
    {
        if (tool.IsConfined && sandbox.IsMissed)
        {
            throw new ToolMissingException($"Probe:Sandbox is Required, but {sandbox.InWords}");
        }

        // Nothing from this process's environment, which may hold secrets. The proxy URL is passed here because other users can
        // read command lines. A static glibc build crashes with SIGSEGV when iconv loads the host's converters.
        var command = new ChildCommand(
            Path.GetFullPath(path),
            tool.Name,
            arguments,
            new Dictionary<string, string>(tool.Environment, StringComparer.Ordinal)
            {
                ["http_proxy"] = proxyUrl,
                ["GCONV_PATH"] = "/nonexistent",

                // glibc gives large buffers back to the kernel when they are freed, and gets them again, zeroed, for the next
                // frame. A short process does better to keep them: it takes a sixth less processor time. Others ignore this.
                ["MALLOC_MMAP_THRESHOLD_"] = KeptBytes,
                ["MALLOC_TRIM_THRESHOLD_"] = KeptBytes,
            });
        try
        {
            using var confinement =
                tool.IsConfined ? sandbox.For(command.Path, tool.Folders, PortOf(proxyUrl)) : null;
            return OperatingSystem.IsLinux() ? SpawnedChild.Start(command, confinement) : OrdinaryChild.Start(command);
        }
        catch (Win32Exception e)
        {
            throw new ToolMissingException(e.Message, e);
        }
    }

    private static int? PortOf(string proxyUrl) => Uri.TryCreate(proxyUrl, UriKind.Absolute, out var proxy) ? proxy.Port : null;

    private static void Kill(IChild child)
    {
        try
        {
            child.Kill();
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException or AggregateException or Win32Exception)
        {
            // It or one of its children ended between the check and the kill, which is fine.
        }
    }
}
