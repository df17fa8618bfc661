namespace MediaInfo.Core.Jobs.Listing;

/// <summary>A range of ids, compared as text; later jobs have smaller ids.</summary>
/// <param name="From">The smallest id or a prefix of it, inclusive.</param>
/// <param name="To">The upper bound, exclusive.</param>
public sealed record JobIdRange(string From, string To)
{
    // Larger than any id: the digits of an id end at "f".
    private const string End = "g";

    /// <summary>All ids.</summary>
    public static JobIdRange All { get; } = new("", End);

    /// <summary>Whether the range is empty.</summary>
    public bool IsEmpty => string.CompareOrdinal(From, To) >= 0;

    /// <summary>The common prefix of all ids in the range.</summary>
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

    /// <summary>The ids of the jobs within a filter's time bounds.</summary>
    public static JobIdRange Of(JobFilter filter) => new(
        filter.CreatedBefore is { } before ? IdSource.FirstDigits(before.ToUnixTimeMilliseconds() - 1) : All.From,
        filter.CreatedFrom is { } from ? IdSource.FirstDigits(from.ToUnixTimeMilliseconds() - 1) : All.To);

    /// <summary>Whether the job with the id was accepted before a time.</summary>
    public static bool WasAcceptedBefore(string id, DateTimeOffset before) =>
        Of(new JobFilter(Account: "", Dialect: "") { CreatedBefore = before }).Contains(id);

    /// <summary>The part of the range that comes after an id.</summary>
    public JobIdRange After(string id, JobOrder order)
    {
        // The id plus one character is the next text after it.
        var next = id + '0';
        return order == JobOrder.NewestFirst
            ? this with { From = string.CompareOrdinal(next, From) > 0 ? next : From }
            : this with { To = string.CompareOrdinal(id, To) < 0 ? id : To };
    }

    /// <summary>Whether the range contains the id.</summary>
    public bool Contains(string id) => string.CompareOrdinal(From, id) <= 0 && !IsBehind(id);

    /// <summary>Whether the id is beyond the end of the range.</summary>
    public bool IsBehind(string id) => string.CompareOrdinal(id, To) >= 0;

    /// <summary>Whether the range may contain ids with the prefix.</summary>
    public bool MayContain(string prefix) =>
        string.CompareOrdinal(From, prefix + End) < 0 && string.CompareOrdinal(prefix, To) < 0;
}
