namespace MediaInfo.Core.Jobs;

/// <summary>Keeps the parts of a job's result, which may be megabytes.</summary>
public interface IResultStore
{
    /// <summary>Stores a part. A part that is there already stays as it is: the first worker to finish wins.</summary>
    /// <returns>Whether it was stored by this call.</returns>
    Task<bool> AddAsync(JobKey job, ResultPart part, ReadOnlyMemory<byte> content, CancellationToken cancellationToken);

    /// <summary>A part's content; null when it was never stored.</summary>
    Task<ReadOnlyMemory<byte>?> FindAsync(JobKey job, ResultPart part, CancellationToken cancellationToken);

    /// <summary>Removes every part of a job's result; nothing happens where there is none.</summary>
    Task RemoveAsync(JobKey job, CancellationToken cancellationToken);
}
