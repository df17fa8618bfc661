namespace MediaInfo.Probing.Refusals;

/// <summary>Reads a few bytes of the job's object here and there.</summary>
/// <param name="session">The step's view of storage.</param>
/// <param name="size">The object's length.</param>
internal sealed class FileBytes(ProbeSession session, long size)
{
    /// <summary>The object's length.</summary>
    public long Size => size;

    /// <summary>Bytes at an offset: as many as asked, or fewer at the end.</summary>
    public Task<byte[]> AtAsync(long offset, int count, CancellationToken cancellationToken) => offset >= size
        ? Task.FromResult<byte[]>([])
        : session.Read(session.Source.Key, offset, offset + count - 1).TakeAsync(count, cancellationToken);
}
