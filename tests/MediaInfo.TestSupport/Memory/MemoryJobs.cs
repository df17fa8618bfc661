using System.Runtime.CompilerServices;
using MediaInfo.Core.Jobs;
using MediaInfo.Core.Jobs.Listing;

namespace MediaInfo.TestSupport.Memory;

/// <summary>Jobs and their index in memory. Counts reads, and lets a test make changes between them.</summary>
public sealed class MemoryJobs : IJobStore, IJobIndex
{
    private readonly Lock _lock = new();
    private readonly SortedDictionary<string, StoredJob> _jobs = new(StringComparer.Ordinal);
    private int _version;

    /// <summary>Runs before each name is returned.</summary>
    public Action BeforeName { get; set; } = () => { };

    /// <summary>Runs before each document is returned.</summary>
    public Action BeforeDocument { get; set; } = () => { };

    /// <summary>Whether the index contains dialect and state.</summary>
    public bool KnowsMetadata { get; set; } = true;

    public int NamesRead { get; private set; }

    public int DocumentsRead { get; private set; }

    /// <summary>Every job as it is now.</summary>
    public IReadOnlyList<AnalysisJob> All
    {
        get
        {
            lock (_lock)
            {
                return [.. _jobs.Values.Select(stored => stored.Job)];
            }
        }
    }

    public void Put(AnalysisJob job)
    {
        lock (_lock)
        {
            Write(job);
        }
    }

    public void Drop(JobKey key)
    {
        lock (_lock)
        {
            _jobs.Remove(Name(key));
        }
    }

    public Task<StoredJob?> AddAsync(AnalysisJob job, CancellationToken cancellationToken) => CallAsync(
        () => !job.Key.IsLegal ? throw new ArgumentException("The job key is invalid", nameof(job))
            : _jobs.ContainsKey(Name(job.Key)) ? null
            : Write(job),
        cancellationToken);

    public Task<StoredJob?> FindAsync(JobKey key, CancellationToken cancellationToken) => CallAsync(
        () =>
        {
            DocumentsRead++;
            BeforeDocument();
            return _jobs.GetValueOrDefault(Name(key));
        },
        cancellationToken);

    public Task<StoredJob?> ReplaceAsync(StoredJob read, AnalysisJob next, CancellationToken cancellationToken) => CallAsync(
        () => read.Job.Key != next.Key ? throw new ArgumentException("The key of a job must not change", nameof(next))
            : IsNewest(read) ? Write(next)
            : null,
        cancellationToken);

    public Task RemoveAsync(JobKey key, CancellationToken cancellationToken) =>
        CallAsync(() => _jobs.Remove(Name(key)), cancellationToken);

    public Task<bool> RemoveAsync(StoredJob read, CancellationToken cancellationToken) =>
        CallAsync(() => IsNewest(read) && _jobs.Remove(Name(read.Job.Key)), cancellationToken);

    public async IAsyncEnumerable<JobIndexEntry> ReadAsync(
        string account,
        JobIdRange range,
        JobOrder order,
        int expected,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.Yield();
        cancellationToken.ThrowIfCancellationRequested();
        var own = All.Where(
            job => string.Equals(job.Key.Account, account, StringComparison.Ordinal) && range.Contains(job.Key.Id)).ToList();
        foreach (var job in order == JobOrder.NewestFirst ? own : Enumerable.Reverse(own))
        {
            BeforeName();
            NamesRead++;
            yield return new JobIndexEntry(job.Key.Id, KnowsMetadata ? job.Dialect : null, KnowsMetadata ? job.State : null)
            {
                Project = job.Project,
            };
        }
    }

    private static string Name(JobKey key) => $"{key.Account}/{key.Id}";

    private StoredJob Write(AnalysisJob job) => _jobs[Name(job.Key)] = new StoredJob(job, $"\"{++_version}\"");

    private bool IsNewest(StoredJob read) => _jobs.TryGetValue(Name(read.Job.Key), out var stored)
        && string.Equals(stored.ETag, read.ETag, StringComparison.Ordinal);

    // Completes synchronously, so that tests can count.
    private Task<T> CallAsync<T>(Func<T> call, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            return Task.FromCanceled<T>(cancellationToken);
        }

        try
        {
            lock (_lock)
            {
                return Task.FromResult(call());
            }
        }
        catch (ArgumentException e)
        {
            return Task.FromException<T>(e);
        }
    }
}
