using System.ComponentModel;
using System.Text;
using MediaInfo.Probing.Processes.Sandbox;

namespace MediaInfo.Probing.Processes;

/// <summary>
/// Runs one ffprobe with an argument list, its own environment, the sandbox, and limits on time, memory and output. Kills its
/// whole process tree.
/// </summary>
public sealed class FfprobeChild(ProbeOptions options, OrphanGuard orphans, ChildSandbox sandbox, TimeProvider time)
{
    private const int MaxMessageBytes = 256 * 1024;
    private const int SignalBase = 128;
    private const int LastSignal = 64;
    private const string KeptBytes = "33554432";

    /// <summary>Whether it runs in a sandbox, even an incomplete one.</summary>
    public bool IsConfined => sandbox.IsInForce;

    /// <summary>Runs ffprobe until it ends.</summary>
    /// <param name="path">The binary.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="lease">The proxy for every HTTP request it makes; null if it makes none.</param>
    /// <param name="timeLimit">Wall-clock time after which it is killed.</param>
    /// <param name="stopped">Kills it early; ends as <see cref="FfprobeEnd.Stopped"/>.</param>
    /// <param name="cancellationToken">Kills it and cancels the call.</param>
    /// <param name="output">Reads standard output to its end while it runs; null keeps it as the report, up to the limit.</param>
    /// <exception cref="FfprobeMissingException">It could not be started.</exception>
    public async Task<FfprobeRun> RunAsync(
        string path,
        IReadOnlyList<string> arguments,
        ProxyLease? lease,
        TimeSpan timeLimit,
        CancellationToken stopped,
        CancellationToken cancellationToken,
        Func<Stream, Task>? output = null)
    {
        using var deadline = new CancellationTokenSource(timeLimit, time);
        using var tooMuch = new CancellationTokenSource();
        using var kill =
            CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, stopped, tooMuch.Token, cancellationToken);
        using var child = StartLimited(path, arguments, lease, timeLimit);
        using var watched = orphans.Watch(child.Id);
        await using var killing = kill.Token.Register(() => Kill(child));
        var report = output is null
            ? CappedReader.HeadAsync(child.Output, options.MaxReportBytes, tooMuch)
            : StreamedAsync(child.Output, output);
        var messages = CappedReader.TailAsync(child.Messages, MaxMessageBytes);
        await Task.WhenAll(report, messages, child.ExitCode);
        cancellationToken.ThrowIfCancellationRequested();

        var exitCode = await child.ExitCode;
        var end = tooMuch.IsCancellationRequested ? FfprobeEnd.TooMuchOutput
            : stopped.IsCancellationRequested ? FfprobeEnd.Stopped
            : deadline.IsCancellationRequested ? FfprobeEnd.TimedOut
            : exitCode is > SignalBase and <= SignalBase + LastSignal ? FfprobeEnd.Crashed
            : FfprobeEnd.Exited;
        var code = end == FfprobeEnd.Crashed ? exitCode - SignalBase : end == FfprobeEnd.Exited ? exitCode : 0;
        return new FfprobeRun(end, code, await report, Encoding.UTF8.GetString((await messages).Span));
    }

    private static async Task<ReadOnlyMemory<byte>> StreamedAsync(Stream stream, Func<Stream, Task> output)
    {
        await output(stream);
        return default;
    }

    private IChild StartLimited(string path, IReadOnlyList<string> arguments, ProxyLease? lease, TimeSpan timeLimit)
    {
        // Limits are set on a running process, so until then it must have nothing to spend them on.
        using var held = lease?.Hold();
        var child = Start(path, arguments, lease?.ProxyUrl ?? "");
        ProcessLimits.Set(child.Id, options.MaxMemoryBytes, timeLimit);
        return child;
    }

    private IChild Start(string path, IReadOnlyList<string> arguments, string proxyUrl)
    {
        if (sandbox.IsMissed)
        {
            throw new FfprobeMissingException($"Probe:Sandbox is Required, but {sandbox.InWords}");
        }

        // Nothing from this process's environment, which may hold secrets. The proxy URL is passed here because other users can
        // read command lines. A static glibc build crashes with SIGSEGV when iconv loads the host's converters.
        var command = new ChildCommand(
            Path.GetFullPath(path),
            "ffprobe",
            arguments,
            new Dictionary<string, string>(StringComparer.Ordinal)
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
            using var confinement = sandbox.For(command.Path, PortOf(proxyUrl));
            return OperatingSystem.IsLinux() ? SpawnedChild.Start(command, confinement) : OrdinaryChild.Start(command);
        }
        catch (Win32Exception e)
        {
            throw new FfprobeMissingException(e.Message, e);
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
