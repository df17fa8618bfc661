using System.ComponentModel;
using System.Text;

namespace MediaInfo.Probing.Processes;

/// <summary>
/// Finds, once, an ffprobe to trust: the first that runs and passes the self-test. Candidates are the configured one, or else one
/// beside the application and those on PATH.
/// </summary>
/// <remarks>
/// A deployment folder may be read-only without execute bits, and package managers drop them too. Such a binary is run from a
/// copy.
/// </remarks>
public sealed class FfprobeBinary(ProbeOptions options, FfprobeChild child, IFfprobeTrial trial, TimeProvider time) : IDisposable
{
    // A search starts processes, and health may be checked every second.
    private static readonly TimeSpan FailureRetention = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan VersionTimeLimit = TimeSpan.FromSeconds(20);

    // The kernel refuses to run a file that is open for writing (execve(2), ETXTBSY). A child that another thread starts while
    // the copy is written holds it open for a moment.
    private const int TextFileBusy = 26;
    private const int BusyLooks = 200;
    private static readonly TimeSpan BusyPause = TimeSpan.FromMilliseconds(25);

    private readonly SemaphoreSlim _once = new(1, 1);
    private readonly RunnableCopies _copies = new();
    private FoundFfprobe? _found;
    private (FoundFfprobe Than, FoundFfprobe? Found)? _other;
    private string? _failure;
    private long _failedAt;

    /// <summary>The binary and its version line. A failed search is repeated after a while.</summary>
    /// <exception cref="FfprobeMissingException">There is none; the message lists every place tried and what failed.</exception>
    public async Task<FoundFfprobe> FindAsync(CancellationToken cancellationToken)
    {
        if (Volatile.Read(ref _found) is { } found)
        {
            return found;
        }

        await _once.WaitAsync(cancellationToken);
        try
        {
            return _found ??= await FirstAsync(cancellationToken);
        }
        finally
        {
            _once.Release();
        }
    }

    /// <summary>The next usable binary, for when the first crashes; null if there is none. Searched for once.</summary>
    public async Task<FoundFfprobe?> FindOtherAsync(FoundFfprobe than, CancellationToken cancellationToken)
    {
        await _once.WaitAsync(cancellationToken);
        try
        {
            if (_other is { } other && other.Than == than)
            {
                return other.Found;
            }

            var behind = FfprobeCandidates.Of(options)
                .SkipWhile(place => !string.Equals(place, than.Place, StringComparison.Ordinal))
                .Skip(1);
            var found = await SearchAsync(behind, [], cancellationToken);
            _other = (than, found);
            return found;
        }
        finally
        {
            _once.Release();
        }
    }

    /// <summary>Makes the next call search again, because that binary has changed.</summary>
    public void Forget(FoundFfprobe found) => Interlocked.CompareExchange(ref _found, value: null, found);

    /// <inheritdoc />
    public void Dispose()
    {
        _once.Dispose();
        _copies.Dispose();
    }

    private string SandboxHint => child.IsConfined
        ? " Each was tried in the sandbox, in which a program cannot start another one (MediaInfo:Probe:Sandbox)."
        : "";

    private async Task<FoundFfprobe> FirstAsync(CancellationToken cancellationToken)
    {
        if (_failure is not null && time.GetElapsedTime(_failedAt) < FailureRetention)
        {
            throw new FfprobeMissingException(_failure);
        }

        var problems = new List<FfprobeProblem>();
        if (await SearchAsync(FfprobeCandidates.Of(options), problems, cancellationToken) is { } found)
        {
            var passedOver = problems.Where(problem => problem.IsThere).ToList();
            return passedOver.Count > 0 ? found with { PassedOver = string.Join("; ", passedOver) } : found;
        }

        _failure =
            $"No usable ffprobe was found. Tried {string.Join("; ", problems)}. Set MediaInfo:Probe:FfprobePath.{SandboxHint}";
        _failedAt = time.GetTimestamp();
        throw new FfprobeMissingException(_failure);
    }

    private async Task<FoundFfprobe?> SearchAsync(
        IEnumerable<string> places, List<FfprobeProblem> problems, CancellationToken cancellationToken)
    {
        foreach (var place in places)
        {
            if (!File.Exists(place))
            {
                problems.Add(new FfprobeProblem(place, "does not exist", IsThere: false));
                continue;
            }

            try
            {
                if (FfprobeCandidates.ProblemOf(place) is { } tampering)
                {
                    problems.Add(new FfprobeProblem(place, tampering, IsThere: true));
                    continue;
                }

                var path = _copies.Of(place);
                var version = await VersionOnceClosedAsync(path, cancellationToken);
                if (await trial.FindProblemAsync(path, cancellationToken) is not { } problem)
                {
                    return new FoundFfprobe(place, path, version);
                }

                problems.Add(new FfprobeProblem(place, $"{version}: {problem}", IsThere: true));
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                problems.Add(new FfprobeProblem(place, e.Message, IsThere: true));
            }
        }

        return null;
    }

    private async Task<string> VersionOnceClosedAsync(string path, CancellationToken cancellationToken)
    {
        for (var look = 1; ; look++)
        {
            try
            {
                return await VersionAsync(path, cancellationToken);
            }
            catch (FfprobeMissingException e)
                when (e.InnerException is Win32Exception { NativeErrorCode: TextFileBusy } && look < BusyLooks)
            {
                await Task.Delay(BusyPause, time, cancellationToken);
            }
        }
    }

    private async Task<string> VersionAsync(string path, CancellationToken cancellationToken)
    {
        var run = await child.RunAsync(
            path, ["-version"], lease: null, VersionTimeLimit, CancellationToken.None, cancellationToken);
        var output = Encoding.UTF8.GetString(run.Report.Span);
        return run is { End: FfprobeEnd.Exited, Code: 0 } && output.StartsWith("ffprobe version", StringComparison.Ordinal)
            ? output.Split('\n')[0].Trim()
            : throw new FfprobeMissingException(run.InWords());
    }
}
