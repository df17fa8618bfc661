using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace MediaInfo.Core.Probing.Processes;

/// <summary>
/// Runs one ffprobe: an argument list, an environment of its own, limits of time, memory and output, its whole tree killed.
/// </summary>
public sealed class FfprobeChild(ProbeOptions options, OrphanGuard orphans, TimeProvider time)
{
    private const int MaxMessageBytes = 256 * 1024;
    private const int SignalBase = 128;
    private const int LastSignal = 64;

    /// <summary>Runs it to its end.</summary>
    /// <param name="path">The binary.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="proxyUrl">The proxy for every HTTP request it makes.</param>
    /// <param name="timeLimit">Wall time after which it is killed.</param>
    /// <param name="stopped">Kills it early; ends as <see cref="FfprobeEnd.Stopped"/>.</param>
    /// <param name="cancellationToken">Kills it and cancels the call.</param>
    /// <param name="output">Reads standard output while it runs, to its end; null keeps it as the report, up to the limit.</param>
    /// <exception cref="FfprobeMissingException">It could not be started.</exception>
    public async Task<FfprobeRun> RunAsync(
        string path,
        IReadOnlyList<string> arguments,
        string proxyUrl,
        TimeSpan timeLimit,
        CancellationToken stopped,
        CancellationToken cancellationToken,
        Func<Stream, Task>? output = null)
    {
        using var deadline = new CancellationTokenSource(timeLimit, time);
        using var tooMuch = new CancellationTokenSource();
        using var kill = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, stopped, tooMuch.Token, cancellationToken);
        using var process = Start(path, arguments, proxyUrl);
        ProcessLimits.Set(process.Id, options.MaxMemoryBytes, timeLimit);
        using var watched = orphans.Watch(process.Id);
        await using var killing = kill.Token.Register(() => Kill(process));
        process.StandardInput.Close();

        // The process's own disposal leaves streams open that somebody has got from it.
        using var standardOutput = process.StandardOutput;
        using var standardError = process.StandardError;
        var report = output is null
            ? CappedReader.HeadAsync(standardOutput.BaseStream, options.MaxReportBytes, tooMuch)
            : StreamedAsync(standardOutput.BaseStream, output);
        var messages = CappedReader.TailAsync(standardError.BaseStream, MaxMessageBytes);
        await Task.WhenAll(report, messages, process.WaitForExitAsync(CancellationToken.None));
        cancellationToken.ThrowIfCancellationRequested();

        var end = tooMuch.IsCancellationRequested ? FfprobeEnd.TooMuchOutput
            : stopped.IsCancellationRequested ? FfprobeEnd.Stopped
            : deadline.IsCancellationRequested ? FfprobeEnd.TimedOut
            : process.ExitCode is > SignalBase and <= SignalBase + LastSignal ? FfprobeEnd.Crashed
            : FfprobeEnd.Exited;
        var code = end == FfprobeEnd.Crashed ? process.ExitCode - SignalBase : end == FfprobeEnd.Exited ? process.ExitCode : 0;
        return new FfprobeRun(end, code, await report, Encoding.UTF8.GetString((await messages).Span));
    }

    private static async Task<ReadOnlyMemory<byte>> StreamedAsync(Stream stream, Func<Stream, Task> output)
    {
        await output(stream);
        return default;
    }

    private static Process Start(string path, IReadOnlyList<string> arguments, string proxyUrl)
    {
        var start = new ProcessStartInfo(path, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            WorkingDirectory = Path.GetTempPath(),
        };

        // No variable of this process, which may hold secrets. The proxy goes here and not on the command line, which other
        // users of the machine can read. A static glibc build dies of SIGSEGV when iconv loads the host's converters.
        start.Environment.Clear();
        start.Environment["http_proxy"] = proxyUrl;
        start.Environment["GCONV_PATH"] = "/nonexistent";
        try
        {
            return Process.Start(start) ?? throw new FfprobeMissingException($"{path} did not start");
        }
        catch (Win32Exception e)
        {
            throw new FfprobeMissingException(e.Message, e);
        }
    }

    private static void Kill(Process process)
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (Exception e) when (e is InvalidOperationException or AggregateException or Win32Exception)
        {
            // It, or a child of it, ended between the check and the kill, which is all that was wanted.
        }
    }
}
