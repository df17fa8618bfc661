namespace MediaInfo.Core.Probing.HeadStarts;

/// <summary>Brings the heads of a fragmented file's fragments side by side, which ffprobe visits one after the other.</summary>
internal sealed class FragmentHeadStart(ProbeSession session, long size, IsoBox first)
{
    /// <summary>So many fragments are looked at, of an index or of a stretch.</summary>
    internal const int MaxFragments = 20_000;

    // ffprobe reads over fragments that are shorter, without a request for each.
    private const long ShortFragment = 128 * 1024;
    private const int Parallel = 16;

    /// <summary>Looks for the fragments' offsets and brings what stands there.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var next = await session.Read(session.Source.Key, first.End).TakeAsync(IsoBox.MaxHeader, cancellationToken);
        if (IsoBox.Read(next, first.End, size) is not { Type: "mdat" } media || media.End - first.Offset < ShortFragment)
        {
            return;
        }

        session.ExpectHangUp(session.Source.Key, media.End);
        var fragmentSize = media.End - first.Offset;
        var heads = new FragmentHeads(session, size, first);
        var walk = new FragmentWalk(session, heads, media.End, size, fragmentSize);

        // ffprobe waits for the second fragment: it is brought while the index is looked for.
        await Task.WhenAll(walk.BeginAsync(cancellationToken), GoOnAsync(walk, heads, media.End, fragmentSize, cancellationToken));
    }

    private async Task GoOnAsync(FragmentWalk walk, FragmentHeads heads, long begin, long fragmentSize, CancellationToken cancellationToken)
    {
        if (await new FragmentIndex(session, size).FindAsync(fragmentSize, cancellationToken) is not { } offsets
            || !await BringAllAsync(heads, [.. offsets.Where(offset => offset >= begin && offset < size).Take(MaxFragments)], cancellationToken))
        {
            await walk.GoOnAsync(cancellationToken);
        }
    }

    // False as soon as the index leads to something else: then nothing in it is believed.
    private static async Task<bool> BringAllAsync(FragmentHeads heads, IReadOnlyList<long> offsets, CancellationToken cancellationToken)
    {
        using var wrong = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var limits = new ParallelOptions { MaxDegreeOfParallelism = Parallel, CancellationToken = wrong.Token };
        try
        {
            await System.Threading.Tasks.Parallel.ForEachAsync(offsets, limits, async (offset, token) =>
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
