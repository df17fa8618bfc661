using System.Runtime.CompilerServices;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using MediaInfo.Core.Jobs.Listing;

namespace MediaInfo.AzureStorage.Jobs;

/// <summary>The names of the job documents, which storage lists in the order of ids, with what their metadata says.</summary>
/// <remarks>
/// Storage lists onward only, from the begin of a prefix, 5,000 names at a time. So a range is found by its prefix: where the
/// first page of a prefix neither reaches the range nor is the whole, the prefixes that are one digit longer are looked at in
/// turn. That is one request for a first page newest first, however many jobs there are, and for any page of an account with up
/// to 1,000 of them. Further back, and oldest first, it is up to fifteen small requests for each digit by which the range had to
/// be found: their number grows with the logarithm of the jobs. A fault of storage that passes is an <see cref="IOException"/>.
/// </remarks>
public sealed class BlobJobIndex(StorageClients clients) : IJobIndex
{
    private const string Digits = "0123456789abcdef";
    private const int IdLength = 32;
    private const int MaxPage = 5000;

    // Enough to find most ranges at once, and few enough to be quick where it does not.
    private const int SearchingPage = 1000;

    // How much larger each page is than the one before, for callers who read on because few jobs pass their filter.
    private const int Growth = 8;

    private readonly BlobContainerClient _container = clients.Blobs.GetBlobContainerClient(StorageNames.JobsContainer);

    /// <inheritdoc />
    public IAsyncEnumerable<JobIndexEntry> ReadAsync(
        string account, JobIdRange range, JobOrder order, int expected, CancellationToken cancellationToken)
    {
        if (range.IsEmpty || StorageNames.JobsOf(account, "") is null)
        {
            return AsyncEnumerable.Empty<JobIndexEntry>();
        }

        // From the very begin, every name is of use; anywhere else the range has to be found.
        var isFromBegin = order == JobOrder.NewestFirst && range.From.Length == 0;
        var size = Math.Clamp(expected, isFromBegin ? 1 : SearchingPage, MaxPage);
        return FindAsync(new Reading(account, range, order, size), range.CommonPrefix, cancellationToken);
    }

    private async IAsyncEnumerable<JobIndexEntry> FindAsync(
        Reading reading, string prefix, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var first = await PageAsync(reading, prefix, marker: null, reading.Size, cancellationToken);
        var isFound = first.Marker is null
            || prefix.Length == IdLength
            || (reading.Order == JobOrder.NewestFirst && first.Reaches(reading.Range));
        var entries = isFound
            ? OnwardAsync(reading, prefix, first, cancellationToken)
            : LongerAsync(reading, prefix, first, cancellationToken);
        await foreach (var entry in entries)
        {
            yield return entry;
        }
    }

    private async IAsyncEnumerable<JobIndexEntry> OnwardAsync(
        Reading reading, string prefix, JobIndexPage first, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (var (page, size) = (first, reading.Size); ;)
        {
            // Oldest first, the page is the whole.
            var inOrder = reading.Order == JobOrder.NewestFirst ? page.Entries : page.Entries.Reverse();
            foreach (var entry in inOrder.Where(entry => reading.Range.Contains(entry.Id)))
            {
                yield return entry;
            }

            if (page.EndsBehind(reading.Range))
            {
                yield break;
            }

            size = Math.Min(size * Growth, MaxPage);
            page = await PageAsync(reading, prefix, page.Marker, size, cancellationToken);
        }
    }

    private async IAsyncEnumerable<JobIndexEntry> LongerAsync(
        Reading reading, string prefix, JobIndexPage first, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var digits = reading.Order == JobOrder.NewestFirst ? Digits : Digits.Reverse();
        foreach (var longer in digits.Select(digit => prefix + digit).Where(reading.Range.MayContain))
        {
            // The same page again would tell nothing new.
            var entries = longer.Length < IdLength && first.IsFirstOf(longer)
                ? LongerAsync(reading, longer, first, cancellationToken)
                : FindAsync(reading, longer, cancellationToken);
            await foreach (var entry in entries)
            {
                yield return entry;
            }
        }
    }

    private async Task<JobIndexPage> PageAsync(
        Reading reading, string prefix, string? marker, int size, CancellationToken cancellationToken)
    {
        var below = StorageNames.JobsOf(reading.Account, prefix);
        var blobs = _container.GetBlobsAsync(BlobTraits.Metadata, BlobStates.None, below, cancellationToken);
        await using var pages = blobs.AsPages(marker, size).GetAsyncEnumerator(cancellationToken);
        if (!await pages.MoveNextAsync().AsTask().OrIOException(cancellationToken))
        {
            return new JobIndexPage([], Marker: null);
        }

        var (values, next) = (pages.Current.Values, pages.Current.ContinuationToken);
        return new JobIndexPage(
            [.. values.Select(blob => JobMetadata.EntryOf(StorageNames.JobIdOf(blob.Name), blob.Metadata))],
            string.IsNullOrEmpty(next) ? null : next);
    }

    private sealed record Reading(string Account, JobIdRange Range, JobOrder Order, int Size);
}
