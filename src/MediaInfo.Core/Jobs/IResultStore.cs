namespace MediaInfo.Core.Jobs;

/// <summary>Stores the parts of a job's result, which may be megabytes in size.</summary>
public interface IResultStore
{
    /// <summary>Stores a part. An existing part is kept: the first worker to finish wins.</summary>
    /// <returns>Whether this call stored the part.</returns>
    /// <exception cref="ArgumentException">The key is not legal (<see cref="JobKey.IsLegal"/>).</exception>
    Task<bool> AddAsync(JobKey job, ResultPart part, ReadOnlyMemory<byte> content, CancellationToken cancellationToken);

    /// <summary>Reads a part; null if it was never stored.</summary>
    Task<ReadOnlyMemory<byte>?> FindAsync(JobKey job, ResultPart part, CancellationToken cancellationToken);

    /// <summary>Removes every part of a job's result, if there are any.</summary>
    Task RemoveAsync(JobKey job, CancellationToken cancellationToken);
}
