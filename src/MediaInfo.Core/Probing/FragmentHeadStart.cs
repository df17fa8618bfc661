using System.Runtime.InteropServices;
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
    private const long MinStretch = 1024 * 1024;
    private const long MaxSearch = 8 * 1024 * 1024;

    private readonly string _key = session.Source.Key;

    /// <summary>Looks for the fragments' offsets and brings what stands there.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var next = await session.Read(_key, first.End).TakeAsync(IsoBox.MaxHeader, cancellationToken);
        if (IsoBox.Read(next, first.End, size) is not { Type: "mdat" } media || media.End - first.Offset < ShortFragment)
        {
            return;
        }

        if (await new FragmentIndex(session, size).FindAsync(media.End - first.Offset, cancellationToken) is not { } offsets)
        {
            await WalkAsync(media.End, cancellationToken);
            return;
        }

        var limits = new ParallelOptions { MaxDegreeOfParallelism = Parallel, CancellationToken = cancellationToken };
        await System.Threading.Tasks.Parallel.ForEachAsync(
            offsets.Where(offset => offset >= media.End).Take(MaxFragments), limits, async (offset, token) => await BringAsync(offset, token));
    }

    // Without an index, walkers begin at places spread over the file, each with the first fragment it finds from there on.
    private Task WalkAsync(long begin, CancellationToken cancellationToken)
    {
        var stretch = Math.Max((size - begin) / Parallel, MinStretch);
        var starts = Enumerable.Range(0, Parallel).Select(number => begin + (number * stretch)).Where(start => start < size);
        return Task.WhenAll(starts.Select(start => WalkAsync(start, isFragment: start == begin, start + stretch, cancellationToken)));
    }

    private async Task WalkAsync(long start, bool isFragment, long end, CancellationToken cancellationToken)
    {
        var next = isFragment ? start : await FindFragmentAsync(start, end, cancellationToken);
        while (next is { } offset && offset < Math.Min(end, size))
        {
            next = await BringAsync(offset, cancellationToken) is { } fragment ? await EndOfMediaAsync(fragment, cancellationToken) : null;
        }
    }

    private async Task<long?> EndOfMediaAsync(IsoBox fragment, CancellationToken cancellationToken)
    {
        var header = await session.Read(_key, fragment.End, fragment.End + IsoBox.MaxHeader - 1).TakeAsync(IsoBox.MaxHeader, cancellationToken);
        return IsoBox.Read(header, fragment.End, size) is { Type: "mdat" } media ? media.End : null;
    }

    private async Task<long?> FindFragmentAsync(long start, long end, CancellationToken cancellationToken)
    {
        var reader = session.Read(_key, start, Math.Min(end, start + MaxSearch) - 1);
        var searched = new List<byte>();
        for (ReadOnlyMemory<byte> bytes; !(bytes = await reader.NextAsync(cancellationToken)).IsEmpty;)
        {
            searched.AddRange(bytes.Span);
            if (FragmentIn(CollectionsMarshal.AsSpan(searched)) is { } found)
            {
                return start + found;
            }
        }

        return null;
    }

    // A moof begins with its mfhd, which is 16 bytes long (8.8.5): nothing in media looks like that by chance.
    private static int? FragmentIn(ReadOnlySpan<byte> bytes)
    {
        var found = bytes.IndexOf("moof\0\0\0\u0010mfhd"u8);
        return found >= sizeof(int) ? found - sizeof(int) : null;
    }

    private async Task<IsoBox?> BringAsync(long offset, CancellationToken cancellationToken)
    {
        var guess = Math.Min(Math.Min((first.Size * 5 / 4) + IsoBox.MaxHeader, MaxHead), size - offset);
        session.ExpectHangUp(_key, offset + guess);
        if (await session.BringAsync(_key, offset, guess, cancellationToken) != ObjectReadStatus.Ok)
        {
            return null;
        }

        var head = await session.Read(_key, offset, offset + IsoBox.MaxHeader - 1).TakeAsync(IsoBox.MaxHeader, cancellationToken);
        if (IsoBox.Read(head, offset, size) is not { Type: "moof" } fragment)
        {
            return null;
        }

        if (fragment.Size + IsoBox.MaxHeader > guess)
        {
            var rest = Math.Min(fragment.Size + IsoBox.MaxHeader, size - offset) - guess;
            session.ExpectHangUp(_key, offset + guess + rest);
            await session.BringAsync(_key, offset + guess, rest, cancellationToken);
        }

        return fragment;
    }
}
