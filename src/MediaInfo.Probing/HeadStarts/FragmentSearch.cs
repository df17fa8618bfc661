namespace MediaInfo.Probing.HeadStarts;

/// <summary>Finds the first fragment from an offset on that need not be the start of a box.</summary>
/// <param name="session">The step's view of storage.</param>
/// <param name="look">Bytes of one read.</param>
internal sealed class FragmentSearch(ProbeSession session, long look)
{
    /// <summary>The least that a read should look at.</summary>
    public const long MinLook = 128 * 1024;

    /// <summary>The most that a read should look at.</summary>
    public const long MaxLook = 2 * 1024 * 1024;

    // A moof starts with its size and its 16-byte mfhd (8.8.5). Media data does not look like that by chance.
    private static ReadOnlySpan<byte> Mark => "moof\0\0\0\u0010mfhd"u8;

    /// <summary>The offset of the first fragment; null if there is none before the end.</summary>
    public async Task<long?> FindAsync(long start, long end, CancellationToken cancellationToken)
    {
        byte[] before = [];
        for (var next = start; next < end;)
        {
            var bytes = await session.Read(session.Source.Key, next, Math.Min(next + look, end) - 1).TakeAsync(
                (int)look, cancellationToken);
            byte[] searched = [.. before, .. bytes];
            if (FragmentIn(searched) is { } found)
            {
                return next - before.Length + found;
            }

            if (bytes.Length == 0)
            {
                return null;
            }

            // The mark may span two reads.
            next += bytes.Length;
            before = searched[^Math.Min(searched.Length, sizeof(int) + Mark.Length - 1)..];
        }

        return null;
    }

    private static int? FragmentIn(ReadOnlySpan<byte> bytes)
    {
        var found = bytes[Math.Min(sizeof(int), bytes.Length)..].IndexOf(Mark);
        return found >= 0 ? found : null;
    }
}
