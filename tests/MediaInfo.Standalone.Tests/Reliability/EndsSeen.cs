using MediaInfo.Standalone.Tests.EndToEnd;

namespace MediaInfo.Standalone.Tests.Reliability;

/// <summary>The ends and results of jobs as first seen. Neither may change later.</summary>
public sealed class EndsSeen(StoredState stored)
{
    private readonly Dictionary<string, (string? EndedAt, string State, string Results)> _seen = new(StringComparer.Ordinal);

    /// <summary>The number of jobs seen to have ended.</summary>
    public int Count => _seen.Count;

    /// <summary>Looks at those jobs that were not yet seen to have ended.</summary>
    /// <returns>The number of jobs that have not ended.</returns>
    public async Task<int> LookAsync(IReadOnlyCollection<string> jobs)
    {
        var states = await stored.StatesAsync();
        foreach (var job in jobs.Where(job => !_seen.ContainsKey(job) && states[job] is not ("Waiting" or "Running")))
        {
            _seen.Add(job, await EndAsync(job));
        }

        return jobs.Count(job => states[job] is "Waiting" or "Running");
    }

    /// <summary>Fails if a job's end or result has changed since it was first seen.</summary>
    public async Task AssertUnchangedAsync()
    {
        foreach (var (job, end) in _seen)
        {
            Assert.Equal(end, await EndAsync(job));
        }
    }

    private async Task<(string? EndedAt, string State, string Results)> EndAsync(string job)
    {
        var document = Assert.Single(await stored.DocumentsAsync([job]));
        var result = Assert.Single(await stored.ResultsAsync(job));
        return (document.EndedAt, document.State, $"{result}");
    }
}
