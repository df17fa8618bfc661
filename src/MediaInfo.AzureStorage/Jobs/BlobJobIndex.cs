using System.Runtime.CompilerServices;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using MediaInfo.Core.Jobs.Listing;

namespace MediaInfo.AzureStorage.Jobs;

/// <summary>The names and metadata of the job documents, listed in id order.</summary>
/// <remarks>
/// Storage lists only forward, from the start of a prefix, 5,000 names at a time. A range is therefore located by its prefix: if
/// the first page of a prefix neither reaches the range nor is the only page, the prefixes one digit longer are tried in turn.
/// The first page, newest first, takes one request for any number of jobs, as does any page of an account with up to 1,000 jobs.
/// Further back, and oldest first, it takes up to fifteen small requests per digit needed to locate the range, which grows with
/// the logarithm of the number of jobs. A transient storage failure is an <see cref="IOException"/>.
/// </remarks>
public sealed class BlobJobIndex(StorageClients clients) : IJobIndex
{
    private const string Digits = "0123456789abcdef";
    private const int IdLength = 32;
    private const int MaxPage = 5000;

    // Large enough to locate most ranges at once, and small enough to be fast otherwise.
    private const int SearchingPage = 1000;

    // How much each page grows over the previous one, for callers that read on because few jobs match their filter.
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

        // From the start of the list, every name is useful; anywhere else the range must be located first.
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
            // Oldest first, the prefix has only this page.
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
            // Listing the same page again would yield nothing new.
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
