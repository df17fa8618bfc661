namespace MediaInfo.Probing.Processes;

/// <summary>
/// Finds, once, a binary of a tool to trust: the newest that runs and passes the self-test. Candidates are the configured one,
/// or else one beside the application and those on PATH.
/// </summary>
/// <remarks>
/// A deployment folder may be read-only without execute bits, and package managers drop them too. Such a binary is run from a
/// copy.
/// </remarks>
public sealed class ToolBinary(Tool tool, ToolChild child, IToolTrial trial, TimeProvider time) : IDisposable
{
    // A search starts processes, and health may be checked every second.
    private static readonly TimeSpan FailureRetention = TimeSpan.FromSeconds(10);

    private readonly SemaphoreSlim _once = new(1, 1);
    private readonly RunnableCopies _copies = new();
    private readonly ToolVersions _versions = new(tool, child, time);
    private FoundTool? _found;
    private (FoundTool Than, FoundTool? Found)? _other;
    private string? _failure;
    private long _failedAt;

    /// <summary>The tool.</summary>
    public Tool Tool => tool;

    /// <summary>The binary and its version line. A failed search is repeated after a while.</summary>
    /// <exception cref="ToolMissingException">There is none; the message lists every place tried and what failed.</exception>
    public async Task<FoundTool> FindAsync(CancellationToken cancellationToken)
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

    /// <summary>The next older usable binary, for when one crashes; null if there is none. Searched for once.</summary>
    public async Task<FoundTool?> FindOtherAsync(FoundTool than, CancellationToken cancellationToken)
    {
        await _once.WaitAsync(cancellationToken);
        try
        {
            if (_other is { } other && other.Than == than)
            {
                return other.Found;
            }

            var candidates = await CandidatesAsync([], cancellationToken);
            var behind = candidates
                .SkipWhile(candidate => !string.Equals(candidate.Place, than.Place, StringComparison.Ordinal))
                .Skip(1);
            var found = await FirstPassingAsync([.. behind], [], cancellationToken);
            _other = (than, found);
            return found;
        }
        finally
        {
            _once.Release();
        }
    }

    /// <summary>Makes the next call search again, because that binary has changed.</summary>
    public void Forget(FoundTool found) => Interlocked.CompareExchange(ref _found, value: null, found);

    /// <inheritdoc />
    public void Dispose()
    {
        _once.Dispose();
        _copies.Dispose();
    }

    private string SandboxHint => child.IsConfined
        ? " Each was tried in the sandbox, in which a program cannot start another one (MediaInfo:Probe:Sandbox)."
        : "";

    private async Task<FoundTool> FirstAsync(CancellationToken cancellationToken)
    {
        if (_failure is not null && time.GetElapsedTime(_failedAt) < FailureRetention)
        {
            throw new ToolMissingException(_failure);
        }

        var problems = new List<ToolProblem>();
        var candidates = await CandidatesAsync(problems, cancellationToken);
        if (await FirstPassingAsync(candidates, problems, cancellationToken) is { } found)
        {
            var passedOver = problems.Where(problem => problem.IsThere).ToList();
            return passedOver.Count > 0 ? found with { PassedOver = string.Join("; ", passedOver) } : found;
        }

        _failure =
            $"No usable {tool.Name} was found. Tried {string.Join("; ", problems)}. Set MediaInfo:{tool.PathSetting}."
            + SandboxHint;
        _failedAt = time.GetTimestamp();
        throw new ToolMissingException(_failure);
    }

    // The newest first. One file may have two names, as where /bin is a link to /usr/bin.
    private async Task<IReadOnlyList<ToolCandidate>> CandidatesAsync(
        List<ToolProblem> problems, CancellationToken cancellationToken)
    {
        var candidates = new List<ToolCandidate>();
        var seen = new HashSet<(long, DateTime)>();
        foreach (var place in ToolCandidates.Of(tool))
        {
            try
            {
                if (!File.Exists(place))
                {
                    problems.Add(new ToolProblem(place, "does not exist", IsThere: false));
                }
                else if (ToolCandidates.ProblemOf(place) is { } tampering)
                {
                    problems.Add(new ToolProblem(place, tampering, IsThere: true));
                }
                else if (seen.Add(ToolCandidates.IdentityOf(place)))
                {
                    var path = _copies.Of(place);
                    candidates.Add(new ToolCandidate(place, path, await _versions.OfAsync(path, cancellationToken)));
                }
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                problems.Add(new ToolProblem(place, e.Message, IsThere: true));
            }
        }

        return
        [
            .. candidates
                .OrderByDescending(candidate => candidate.Version.Library)
                .ThenByDescending(candidate => candidate.Version.Release),
        ];
    }

    private async Task<FoundTool?> FirstPassingAsync(
        IReadOnlyList<ToolCandidate> candidates, List<ToolProblem> problems, CancellationToken cancellationToken)
    {
        foreach (var (n, candidate) in candidates.Index())
        {
            if (await trial.FindProblemAsync(candidate.Path, cancellationToken) is not { } problem)
            {
                return new FoundTool(
                    candidate.Place, candidate.Path, candidate.Version.Line, ReasonFor([.. candidates.Skip(n + 1)]));
            }

            problems.Add(new ToolProblem(candidate.Place, $"{candidate.Version.Line}: {problem}", IsThere: true));
        }

        return null;
    }

    private string ReasonFor(IReadOnlyList<ToolCandidate> others) =>
        tool.Path is { Length: > 0 } ? $"as configured ({tool.PathSetting})"
        : others.Count == 0 ? "the only usable one"
        : $"the newest; then {string.Join(", ", others)}";
}
