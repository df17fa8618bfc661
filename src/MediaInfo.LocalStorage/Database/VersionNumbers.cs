namespace MediaInfo.LocalStorage.Database;

/// <summary>Numbers that are never used twice, in this or any earlier process.</summary>
/// <remarks>
/// Every start takes a block of them that no process can use up, so that a number costs no write. They serve as versions of
/// documents, ids of messages and receipts. Only the writer takes them.
/// </remarks>
public sealed class VersionNumbers
{
    /// <summary>How many numbers each start takes.</summary>
    public const long Block = 1L << 40;

    private long _last;

    /// <summary>Takes the next number.</summary>
    public long Next() => ++_last;

    /// <summary>Begins a block.</summary>
    internal void Begin(long first) => _last = first;
}
