using MediaInfo.Core.Jobs;
using MediaInfo.Core.Objects;

namespace MediaInfo.Probing.Reading;

/// <summary>The reads of jobs whose steps run in this process. Concurrent steps of one job share theirs.</summary>
public sealed class JobReads(IObjectStore store, CacheMemory memory, ProbeOptions options, TimeProvider time)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<(JobKey Job, ObjectRef Source), (ObjectReads Reads, int Steps)> _open = [];

    /// <summary>How many jobs have reads open.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _open.Count;
            }
        }
    }

    /// <summary>The job's reads, for one step. They end when the last lease is disposed.</summary>
    public JobReadsLease Open(JobKey job, ObjectRef source)
    {
        lock (_gate)
        {
            var (reads, steps) = _open.GetValueOrDefault((job, source));
            reads ??= new ObjectReads(source, store, memory, options, time);
            _open[(job, source)] = (reads, steps + 1);
            return new JobReadsLease(reads, () => Close((job, source)));
        }
    }

    private void Close((JobKey Job, ObjectRef Source) read)
    {
        ObjectReads ended;
        lock (_gate)
        {
            var (reads, steps) = _open[read];
            if (steps > 1)
            {
                _open[read] = (reads, steps - 1);
                return;
            }

            _open.Remove(read);
            ended = reads;
        }

        ended.Dispose();
    }
}
