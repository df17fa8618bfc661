using MediaInfo.Core.Objects;

namespace MediaInfo.Core.Probing;

/// <summary>Brings the heads of a fragmented file's fragments side by side, which ffprobe visits one after the other.</summary>
internal sealed class FragmentHeadStart(ProbeSession session, long size, IsoBox first)
{
    // ffprobe reads over fragments that are shorter, without a request for each.
    private const long ShortFragment = 128 * 1024;
    private const long MaxHead = 64 * 1024;
    private const int MaxFragments = 20_000;
    private const int Parallel = 16;

    private readonly string _key = session.Source.Key;

    /// <summary>Looks for the fragments' offsets and brings what stands there.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var next = await session.Read(_key, first.End).TakeAsync(IsoBox.MaxHeader, cancellationToken);
        if (IsoBox.Read(next, first.End, size) is not { Type: "mdat" } media || media.End - first.Offset < ShortFragment)
        {
            return;
        }

        var offsets = await new FragmentIndex(session, size).FindAsync(media.End - first.Offset, cancellationToken)
            ?? [];
        var limits = new ParallelOptions { MaxDegreeOfParallelism = Parallel, CancellationToken = cancellationToken };
        await System.Threading.Tasks.Parallel.ForEachAsync(
            offsets.Where(offset => offset >= media.End).Take(MaxFragments), limits, async (offset, token) => await BringAsync(offset, token));
    }

    private async Task BringAsync(long offset, CancellationToken cancellationToken)
    {
        var guess = Math.Min(Math.Min((first.Size * 5 / 4) + IsoBox.MaxHeader, MaxHead), size - offset);
        session.ExpectHangUp(_key, offset + guess);
        if (await session.BringAsync(_key, offset, guess, cancellationToken) != ObjectReadStatus.Ok)
        {
            return;
        }

        var head = await session.Read(_key, offset, offset + IsoBox.MaxHeader - 1).TakeAsync(IsoBox.MaxHeader, cancellationToken);
        if (IsoBox.Read(head, offset, size) is { Type: "moof" } fragment && fragment.Size + IsoBox.MaxHeader > guess)
        {
            var rest = Math.Min(fragment.Size + IsoBox.MaxHeader, size - offset) - guess;
            session.ExpectHangUp(_key, offset + guess + rest);
            await session.BringAsync(_key, offset + guess, rest, cancellationToken);
        }
    }
}
