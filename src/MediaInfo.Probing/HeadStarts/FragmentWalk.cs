
namespace MediaInfo.Probing.HeadStarts;

/// <summary>
/// Walks from fragment to fragment if no index says where they are. Several walkers start at places spread over the file, each
/// at the first fragment it finds from there.
/// </summary>
internal sealed class FragmentWalk
{
    private const int MaxWalkers = 16;

    // Finding a fragment costs about half a fragment.
    private const int MinFragments = 4;

    // Later stretches are larger, because ffprobe reaches them later.
    private const double Growth = 1.1;

    private const long MaxSearch = 8 * 1024 * 1024;

    private readonly FragmentHeads _heads;
    private readonly FragmentSearch _search;
    private readonly long[] _places;

    /// <summary>Plans a walk over a file.</summary>
    /// <param name="session">The step's view of storage.</param>
    /// <param name="heads">Prefetches each fragment's head.</param>
    /// <param name="begin">The offset of a fragment.</param>
    /// <param name="size">The file's length.</param>
    /// <param name="fragmentSize">Approximate size of a fragment.</param>
    public FragmentWalk(ProbeSession session, FragmentHeads heads, long begin, long size, long fragmentSize)
    {
        _heads = heads;
        _search = new FragmentSearch(
            session, Math.Clamp(fragmentSize / 2, FragmentSearch.MinLook, FragmentSearch.MaxLook));
        _places = Places(begin, size, (int)Math.Clamp((size - begin) / fragmentSize / MinFragments, 1, MaxWalkers));
    }

    /// <summary>Walks the first stretch, whose first fragment is known.</summary>
    public Task BeginAsync(CancellationToken cancellationToken) => WalkAsync(_places[0], _places[1], cancellationToken);

    /// <summary>Walks the other stretches in parallel.</summary>
    public Task GoOnAsync(CancellationToken cancellationToken) => Task.WhenAll(
        Enumerable.Range(1, _places.Length - 2).Select(
            number => FindAndWalkAsync(_places[number], _places[number + 1], cancellationToken)));

    // The start of each stretch, and the end of the file.
    private static long[] Places(long begin, long size, int walkers)
    {
        var all = (Math.Pow(Growth, walkers) - 1) / (Growth - 1);
        var part = (int number) => (Math.Pow(Growth, number) - 1) / (Growth - 1) / all;
        return [.. Enumerable.Range(0, walkers).Select(number => begin + (long)((size - begin) * part(number))), size];
    }

    private async Task FindAndWalkAsync(long start, long end, CancellationToken cancellationToken)
    {
        if (await _search.FindAsync(start, Math.Min(end, start + MaxSearch), cancellationToken) is { } found)
        {
            await WalkAsync(found, end, cancellationToken);
        }
    }

    private async Task WalkAsync(long start, long end, CancellationToken cancellationToken)
    {
        var walked = 0;
        for (long? next = start; next < end && walked < FragmentHeadStart.MaxFragments; walked++)
        {
            next = await _heads.BringAsync(next.Value, cancellationToken);
        }
    }
}
