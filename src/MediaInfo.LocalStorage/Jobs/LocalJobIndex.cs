using System.Runtime.CompilerServices;
using MediaInfo.Core.Jobs;
using MediaInfo.Core.Jobs.Listing;
using MediaInfo.LocalStorage.Database;

namespace MediaInfo.LocalStorage.Jobs;

/// <summary>The keys of the job documents, in id order. A page takes as long among a million jobs as among a thousand.</summary>
public sealed class LocalJobIndex(LocalDatabase database) : IJobIndex
{
    private const int LargestChunk = 5_000;

    private const string Range =
        "SELECT id, dialect, state, project FROM jobs WHERE account = ?1 AND id >= ?2 AND id < ?3 ORDER BY id ";

    // How much each chunk grows over the previous one, for callers that read on because few jobs match their filter.
    private const int Growth = 8;

    /// <inheritdoc />
    public async IAsyncEnumerable<JobIndexEntry> ReadAsync(
        string account,
        JobIdRange range,
        JobOrder order,
        int expected,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (var size = Math.Clamp(expected, 1, LargestChunk); !range.IsEmpty; size = Math.Min(size * Growth, LargestChunk))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var chunk = ReadChunk(account, range, order, size);
            foreach (var entry in chunk)
            {
                yield return entry;
            }

            if (chunk.Count < size)
            {
                yield break;
            }

            range = range.After(chunk[^1].Id, order);

            // A caller that reads a long list must not keep its thread from others.
            await Task.Yield();
        }
    }

    private List<JobIndexEntry> ReadChunk(string account, JobIdRange range, JobOrder order, int size) => database.Read(session =>
    {
        using var list = session.Use(order == JobOrder.NewestFirst ? Range + "LIMIT ?4" : Range + "DESC LIMIT ?4");
        list.Bind(1, account).Bind(2, range.From).Bind(3, range.To).Bind(4, size);
        var entries = new List<JobIndexEntry>(size);
        while (list.Step())
        {
            entries.Add(new JobIndexEntry(list.Text(0), list.Text(1), (JobState)list.Number(2))
            {
                Project = list.OptionalText(3),
            });
        }

        return entries;
    });
}
