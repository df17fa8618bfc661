namespace MediaInfo.Core.Jobs.Listing;

/// <summary>Ids that follow each other, compared as text; later jobs have smaller ids.</summary>
/// <param name="From">The smallest id, or what it begins with.</param>
/// <param name="To">No id of the range is as large as this.</param>
public sealed record JobIdRange(string From, string To)
{
    // Larger than any id: an id's digits end at "f".
    private const string End = "g";

    /// <summary>Every id.</summary>
    public static JobIdRange All { get; } = new("", End);

    /// <summary>Whether no id can lie in the range.</summary>
    public bool IsEmpty => string.CompareOrdinal(From, To) >= 0;

    /// <summary>What every id of the range begins with.</summary>
    public string CommonPrefix
    {
        get
        {
            var length = 0;
            while (length < From.Length && length < To.Length && From[length] == To[length])
            {
                length++;
            }

            return From[..length];
        }
    }

    /// <summary>The ids of the jobs within a filter's bounds.</summary>
    public static JobIdRange Of(JobFilter filter) => new(
        filter.CreatedBefore is { } before ? IdSource.FirstDigits(before.ToUnixTimeMilliseconds() - 1) : All.From,
        filter.CreatedFrom is { } from ? IdSource.FirstDigits(from.ToUnixTimeMilliseconds() - 1) : All.To);

    /// <summary>Whether the job of an id was accepted before a time.</summary>
    public static bool WasAcceptedBefore(string id, DateTimeOffset before) =>
        Of(new JobFilter(Account: "", Dialect: "") { CreatedBefore = before }).Contains(id);

    /// <summary>What of the range comes after an id.</summary>
    public JobIdRange After(string id, JobOrder order)
    {
        // The next text of all after the id is the id and one more character.
        var next = id + '0';
        return order == JobOrder.NewestFirst
            ? this with { From = string.CompareOrdinal(next, From) > 0 ? next : From }
            : this with { To = string.CompareOrdinal(id, To) < 0 ? id : To };
    }

    /// <summary>Whether the id lies in the range.</summary>
    public bool Contains(string id) => string.CompareOrdinal(From, id) <= 0 && !IsBehind(id);

    /// <summary>Whether the id is larger than any of the range.</summary>
    public bool IsBehind(string id) => string.CompareOrdinal(id, To) >= 0;

    /// <summary>Whether ids that begin so may lie in the range.</summary>
    public bool MayContain(string prefix) => string.CompareOrdinal(From, prefix + End) < 0 && string.CompareOrdinal(prefix, To) < 0;
}
