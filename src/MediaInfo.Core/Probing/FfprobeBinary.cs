using System.Diagnostics;

namespace MediaInfo.Core.Probing;

/// <summary>Finds an ffprobe that runs, once: the configured one, one beside the application, or one on PATH.</summary>
/// <remarks>
/// A deployment folder may be read-only and without run bits, and package managers drop them too; such a binary is copied
/// to the temporary folder and made runnable there.
/// </remarks>
public sealed class FfprobeBinary(ProbeOptions options) : IDisposable
{
    private readonly SemaphoreSlim _once = new(1, 1);
    private FoundFfprobe? _found;

    /// <summary>The path of a binary that runs.</summary>
    /// <exception cref="FfprobeMissingException">There is none; the message names every place tried and what failed.</exception>
    public async Task<string> PathAsync(CancellationToken cancellationToken) => (await FindAsync(cancellationToken)).Path;

    /// <summary>The binary and the version line it prints.</summary>
    /// <exception cref="FfprobeMissingException">There is none; the message names every place tried and what failed.</exception>
    public async Task<FoundFfprobe> FindAsync(CancellationToken cancellationToken)
    {
        if (_found is { } found)
        {
            return found;
        }

        await _once.WaitAsync(cancellationToken);
        try
        {
            return _found ??= await SearchAsync(cancellationToken);
        }
        finally
        {
            _once.Release();
        }
    }

    /// <inheritdoc />
    public void Dispose() => _once.Dispose();

    private async Task<FoundFfprobe> SearchAsync(CancellationToken cancellationToken)
    {
        var failures = new List<string>();
        foreach (var candidate in Candidates())
        {
            if (Runnable(candidate, failures) is { } path && await VersionAsync(path, failures, cancellationToken) is { } version)
            {
                return new FoundFfprobe(path, version);
            }
        }

        throw new FfprobeMissingException($"No ffprobe runs here. Tried {string.Join("; ", failures)}. Set MediaInfo:Probe:FfprobePath.");
    }

    private IEnumerable<string> Candidates()
    {
        if (options.FfprobePath is { Length: > 0 } configured)
        {
            return [configured];
        }

        var folders = Environment.GetEnvironmentVariable("PATH")?.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries) ?? [];
        return folders.Prepend(AppContext.BaseDirectory).Select(folder => Path.Combine(folder, "ffprobe"));
    }

    private static string? Runnable(string candidate, List<string> failures)
    {
        if (!File.Exists(candidate))
        {
            failures.Add($"{candidate}: not there");
            return null;
        }

        try
        {
            return RunnableCopy.Of(candidate);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            failures.Add($"{candidate}: {e.Message}");
            return null;
        }
    }

    private static async Task<string?> VersionAsync(string path, List<string> failures, CancellationToken cancellationToken)
    {
        try
        {
            var start = new ProcessStartInfo(path, ["-version"])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                UseShellExecute = false,
            };
            using var process = Process.Start(start)!;
            var errors = process.StandardError.ReadToEndAsync(cancellationToken);
            var output = await process.StandardOutput.ReadToEndAsync(cancellationToken);
            await errors;
            await process.WaitForExitAsync(cancellationToken);
            if (process.ExitCode == 0 && output.StartsWith("ffprobe version", StringComparison.Ordinal))
            {
                return output.Split('\n')[0].Trim();
            }

            failures.Add($"{path}: exit code {process.ExitCode}");
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            failures.Add($"{path}: {e.Message}");
        }

        return null;
    }
}
