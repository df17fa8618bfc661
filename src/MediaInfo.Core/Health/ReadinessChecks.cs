namespace MediaInfo.Core.Health;

/// <summary>
/// Runs all readiness checks, one run at a time. Concurrent callers share a run, and its outcome is cached for a second.
/// </summary>
public sealed class ReadinessChecks(IEnumerable<IReadiness> checks, TimeProvider time)
{
    private static readonly TimeSpan Retention = TimeSpan.FromSeconds(1);

    // Allows for the ffprobe self-test on a busy machine during startup.
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(1);

    private readonly Lock _lock = new();
    private Task<IReadOnlyDictionary<string, Readiness>>? _run;
    private long _endedAt;

    /// <summary>The outcome of each check, by name.</summary>
    /// <param name="cancellationToken">Cancels the wait but not the checks, because other callers may share the run.</param>
    public Task<IReadOnlyDictionary<string, Readiness>> RunAsync(CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            if (_run is null || (_run.IsCompleted && time.GetElapsedTime(_endedAt) >= Retention))
            {
                _run = Task.Run(RunAllAsync, CancellationToken.None);
            }

            return _run.WaitAsync(cancellationToken);
        }
    }

    private async Task<IReadOnlyDictionary<string, Readiness>> RunAllAsync()
    {
        var found = await Task.WhenAll(checks.Select(async check => KeyValuePair.Create(check.Name, await RunAsync(check))));
        _endedAt = time.GetTimestamp();
        return found.ToDictionary(StringComparer.Ordinal);
    }

    private async Task<Readiness> RunAsync(IReadiness check)
    {
        using var limit = new CancellationTokenSource(Limit, time);
        try
        {
            return await check.CheckAsync(limit.Token).WaitAsync(limit.Token);
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested)
        {
            return new Readiness(IsReady: false, $"did not respond within {Limit.TotalSeconds:F0} s");
        }
        catch (Exception e)
        {
            // A health request needs an answer most when something is broken.
            return new Readiness(IsReady: false, $"failed: {e.Message}");
        }
    }
}
