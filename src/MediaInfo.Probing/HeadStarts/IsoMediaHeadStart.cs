using MediaInfo.Probing.Headers;

namespace MediaInfo.Probing.HeadStarts;

/// <summary>Finds the index of an MP4 or QuickTime file, or the fragments of a file without one, ahead of ffprobe.</summary>
internal sealed class IsoMediaHeadStart(ProbeSession session, long size)
{
    private const long MaxIndex = 16L << 20;
    private const long MaxTail = 4L << 20;
    private const int MaxBoxes = 64;

    /// <summary>Walks the file's boxes until it is clear where ffprobe will read.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var (hasMovie, hasIndex) = (false, false);
        var offset = 0L;
        for (var boxes = 0; boxes < MaxBoxes && offset < size; boxes++)
        {
            if (await BoxAtAsync(offset, cancellationToken) is not { } box)
            {
                return;
            }

            switch (box.Type)
            {
                case "moov" when box.Size > MaxIndex:
                case "mdat" when hasMovie:
                    return;
                case "mdat":
                    await session.BringAsync(session.Source.Key, box.End, Math.Min(size - box.End, MaxTail), cancellationToken);
                    return;
                case "moof":
                    await (hasMovie && !hasIndex
                        ? new FragmentHeadStart(session, size, box).RunAsync(cancellationToken)
                        : Task.CompletedTask);
                    return;
                case "moov":
                    // ffprobe reads all of it and what follows in the same request.
                    hasMovie = true;
                    await session.BringAsync(
                        session.Source.Key, offset, Math.Min(box.Size + IsoBox.MaxHeader, size - offset), cancellationToken);
                    break;
                case "sidx":
                    hasIndex = true;
                    break;
            }

            offset = box.End;
        }
    }

    private async Task<IsoBox?> BoxAtAsync(long offset, CancellationToken cancellationToken)
    {
        var bytes = await session.Read(session.Source.Key, offset).TakeAsync(IsoBox.MaxHeader, cancellationToken);
        return IsoBox.Read(bytes, offset, size);
    }
}
