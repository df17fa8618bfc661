namespace MediaInfo.Probing.Reading;

/// <summary>One step's lease on its job's reads.</summary>
public sealed class JobReadsLease(ObjectReads reads, Action close) : IDisposable
{
    private int _closed;

    /// <summary>The reads.</summary>
    public ObjectReads Reads => reads;

    /// <inheritdoc />
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _closed, 1) == 0)
        {
            close();
        }
    }
}
