using System.Runtime.CompilerServices;
using MediaInfo.Core.Jobs;
using MediaInfo.Core.Jobs.Listing;

namespace MediaInfo.TestSupport.Memory;

/// <summary>Jobs and their index in memory. Counts reads, and lets a test make changes between them.</summary>
public sealed class MemoryJobs : IJobStore, IJobIndex
{
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

    public IEnumerable<AnalysisJob> All => _jobs.Values.Select(stored => stored.Job);

    public void Put(AnalysisJob job) => _jobs[Name(job.Key)] = new StoredJob(job, $"\"{++_version}\"");

    public void Drop(JobKey key) => _jobs.Remove(Name(key));

    public Task<StoredJob?> AddAsync(AnalysisJob job, CancellationToken cancellationToken)
    {
        if (_jobs.ContainsKey(Name(job.Key)))
        {
            return Task.FromResult<StoredJob?>(null);
        }

        Put(job);
        return Task.FromResult<StoredJob?>(_jobs[Name(job.Key)]);
    }

    public Task<StoredJob?> FindAsync(JobKey key, CancellationToken cancellationToken)
    {
        DocumentsRead++;
        BeforeDocument();
        return Task.FromResult(_jobs.GetValueOrDefault(Name(key)));
    }

    public Task<StoredJob?> ReplaceAsync(StoredJob read, AnalysisJob next, CancellationToken cancellationToken)
    {
        Put(next);
        return Task.FromResult<StoredJob?>(_jobs[Name(next.Key)]);
    }

    public Task RemoveAsync(JobKey key, CancellationToken cancellationToken)
    {
        Drop(key);
        return Task.CompletedTask;
    }

    public Task<bool> RemoveAsync(StoredJob read, CancellationToken cancellationToken)
    {
        var same = _jobs.TryGetValue(Name(read.Job.Key), out var stored)
            && string.Equals(stored.ETag, read.ETag, StringComparison.Ordinal);
        return Task.FromResult(same && _jobs.Remove(Name(read.Job.Key)));
    }

    public async IAsyncEnumerable<JobIndexEntry> ReadAsync(
        string account,
        JobIdRange range,
        JobOrder order,
        int expected,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.Yield();
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
}
