namespace MediaInfo.Probing.Headers;

/// <summary>
/// Finds out whether an Ogg file is a chain of streams (RFC 3533, 4), and how long it plays. The pages of a chain are all
/// read; of any other file only those at its ends.
/// </summary>
internal sealed class OggReader(HeaderWindow window)
{
    private const int Head = 64 * 1024;
    private const int PageHeader = 27;
    private const int MaxPage = PageHeader + 255 + (255 * 255);
    private const long MaxRead = 64L << 20;
    private const int MaxPages = 2_000_000;

    // A file that is this much larger than its last page's number makes likely begins anew somewhere.
    private const double Suspicious = 1.5;

    /// <summary>Reads the pages; null if the file is no chain, or of a kind that is not measured.</summary>
    internal async Task<OggFacts?> ReadAsync(CancellationToken cancellationToken) =>
        await MayBeChainAsync(cancellationToken) ? await MeasureAsync(cancellationToken) : null;

    private async Task<bool> MayBeChainAsync(CancellationToken cancellationToken)
    {
        var head = await window.AtAsync(0, Head, cancellationToken);
        var start = Math.Max(0, window.Size - MaxPage);
        var tail = await window.AtAsync(start, MaxPage, cancellationToken);
        if (OggPage.Read(head.Span) is not { } first || OggPage.Last(tail.Span) is not { } last)
        {
            return false;
        }

        var (serials, pages, bytes) = (new HashSet<uint>(), 0, 0);
        for (var at = 0; at < head.Length && OggPage.Read(head.Span[at..]) is { } page; at += page.Size)
        {
            // All first pages of a link come before its other pages.
            if (page.IsFirst && pages > serials.Count)
            {
                return true;
            }

            _ = page.IsFirst && serials.Add(page.Serial);
            (pages, bytes) = (pages + 1, at + page.Size);
        }

        return !serials.Contains(last.Serial)
            || (serials.Count == 1 && window.Size > Suspicious * (last.Number + 1) * bytes / Math.Max(pages, 1) + bytes);
    }

    private async Task<OggFacts?> MeasureAsync(CancellationToken cancellationToken)
    {
        var chain = new OggChain();
        var at = 0L;
        for (var pages = 0; pages < MaxPages && at < Math.Min(window.Size, MaxRead); pages++)
        {
            var bytes = await window.AtAsync(at, PageHeader + 255 + OggChain.MaxIdentification, cancellationToken);
            if (OggPage.Read(bytes.Span) is not { } page)
            {
                break;
            }

            chain.Add(page, bytes.Span);
            at += page.Size;
        }

        var isWhole = at >= window.Size;
        return chain.Measure() is { } known && at > 0 && (isWhole ? known.Links > 1 : at >= MaxRead)
            ? new OggFacts(known.Links, isWhole ? known.Seconds : known.Seconds * window.Size / at, !isWhole)
            : null;
    }
}
