namespace MediaInfo.Core.Health;

/// <summary>Runs every check, however many ask: one run at a time, whose outcome is good for a second.</summary>
public sealed class ReadinessChecks(IEnumerable<IReadiness> checks, TimeProvider time)
{
    private static readonly TimeSpan Kept = TimeSpan.FromSeconds(1);

    // The self-test of ffprobe, on a busy machine that starts.
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(1);

    private readonly Lock _lock = new();
    private Task<IReadOnlyDictionary<string, Readiness>>? _run;
    private long _endedAt;

    /// <summary>What each check found, by its name.</summary>
    /// <param name="cancellationToken">Ends the wait, not the checks: others may wait for them too.</param>
    public Task<IReadOnlyDictionary<string, Readiness>> RunAsync(CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            if (_run is null || (_run.IsCompleted && time.GetElapsedTime(_endedAt) >= Kept))
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
            return new Readiness(IsReady: false, $"did not answer within {Limit.TotalSeconds:F0} s");
        }
        catch (Exception e)
        {
            // Whoever asks for health wants an answer, the more when something is broken.
            return new Readiness(IsReady: false, $"failed: {e.Message}");
        }
    }
}
