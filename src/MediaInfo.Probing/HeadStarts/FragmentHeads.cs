using MediaInfo.Core.Objects;
using MediaInfo.Probing.Headers;

namespace MediaInfo.Probing.HeadStarts;

/// <summary>Prefetches what ffprobe reads of a fragment: the boxes before its media data.</summary>
/// <param name="session">The step's view of storage.</param>
/// <param name="size">The file's length.</param>
/// <param name="first">The file's first fragment, whose size predicts the others'.</param>
internal sealed class FragmentHeads(ProbeSession session, long size, IsoBox first)
{
    private const long MaxGuess = 64 * 1024;
    private const long MaxHead = 1024 * 1024;
    private const int MaxBoxes = 8;

    private readonly string _key = session.Source.Key;

    /// <summary>Prefetches the head of the fragment at an offset.</summary>
    /// <returns>The offset after its media data, usually the next fragment; null if there is no fragment.</returns>
    public async Task<long?> BringAsync(long offset, CancellationToken cancellationToken)
    {
        var brought = Math.Min(offset + Math.Min((first.Size * 5 / 4) + IsoBox.MaxHeader, MaxGuess), size);
        if (!await BringAsync(offset, brought, cancellationToken))
        {
            return null;
        }

        // Other boxes, such as styp and prft, may come in between.
        var (at, hasFragment) = (offset, false);
        for (var boxes = 0; boxes < MaxBoxes && at - offset < MaxHead; boxes++)
        {
            var end = Math.Min(at + IsoBox.MaxHeader, size);
            if (end > brought
                && !await BringAsync(hasFragment ? brought : Math.Max(at, brought), brought = end, cancellationToken))
            {
                return null;
            }

            var header = await session.Read(_key, at, end - 1).TakeAsync(IsoBox.MaxHeader, cancellationToken);
            if (IsoBox.Read(header, at, size) is not { } box)
            {
                return null;
            }

            if (box.Type is "mdat")
            {
                return hasFragment ? box.End : null;
            }

            hasFragment |= box.Type is "moof";
            at = box.End;
        }

        return null;
    }

    private async Task<bool> BringAsync(long offset, long end, CancellationToken cancellationToken)
    {
        session.ExpectHangUp(_key, end);
        return await session.BringAsync(_key, offset, end - offset, cancellationToken) == ObjectReadStatus.Ok;
    }
}
