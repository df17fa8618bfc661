using MediaInfo.Probing.Headers;

namespace MediaInfo.Probing.HeadStarts;

/// <summary>Prefetches the heads of a fragmented file's fragments in parallel; ffprobe visits them one by one.</summary>
internal sealed class FragmentHeadStart(ProbeSession session, long size, IsoBox first)
{
    /// <summary>Maximum fragments to visit, per index or per stretch.</summary>
    internal const int MaxFragments = 20_000;

    // ffprobe reads straight through shorter fragments instead of requesting each.
    private const long ShortFragment = 128 * 1024;
    private const int HeadsAtOnce = 16;

    /// <summary>Finds the fragments' offsets and prefetches their heads.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var next = await session.Read(session.Source.Key, first.End).TakeAsync(IsoBox.MaxHeader, cancellationToken);
        if (IsoBox.Read(next, first.End, size) is not { Type: "mdat" } media || media.End - first.Offset < ShortFragment)
        {
            return;
        }

        var fragmentSize = media.End - first.Offset;
        var about = (size - first.Offset) / fragmentSize;
        if (session.Gap is not null)
        {
            // What ffprobe will see was read when the gap was looked for.
            return;
        }

        if (about > FragmentGap.MaxVisits(session.Budget))
        {
            // Better now than when the budget is spent.
            session.TooManyFragments(about);
            return;
        }

        session.ExpectHangUp(session.Source.Key, media.End);
        var heads = new FragmentHeads(session, size, first);
        var walk = new FragmentWalk(session, heads, media.End, size, fragmentSize);

        // ffprobe needs the second fragment next, so it is prefetched while the index is located.
        await Task.WhenAll(
            walk.BeginAsync(cancellationToken), GoOnAsync(walk, heads, media.End, fragmentSize, cancellationToken));
    }

    private async Task GoOnAsync(
        FragmentWalk walk, FragmentHeads heads, long begin, long fragmentSize, CancellationToken cancellationToken)
    {
        if (await new FragmentIndex(session, size).FindAsync(fragmentSize, cancellationToken) is not { } offsets
            || !await BringAllAsync(
                heads, [.. offsets.Where(offset => offset >= begin && offset < size).Take(MaxFragments)], cancellationToken))
        {
            await walk.GoOnAsync(cancellationToken);
        }
    }

    // False as soon as one offset has no fragment: then the whole index is distrusted.
    private static async Task<bool> BringAllAsync(
        FragmentHeads heads, IReadOnlyList<long> offsets, CancellationToken cancellationToken)
    {
        using var wrong = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var limits = new ParallelOptions { MaxDegreeOfParallelism = HeadsAtOnce, CancellationToken = wrong.Token };
        try
        {
            await Parallel.ForEachAsync(offsets, limits, async (offset, token) =>
            {
                if (await heads.BringAsync(offset, token) is null)
                {
                    await wrong.CancelAsync();
                }
            });
            return offsets.Count > 0;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }
}
