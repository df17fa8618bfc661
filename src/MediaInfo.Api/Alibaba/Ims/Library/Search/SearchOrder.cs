namespace MediaInfo.Api.Alibaba.Ims.Library.Search;

/// <summary>The order of found assets. Source: "SearchMedia", SortBy.</summary>
/// <param name="ByChange">By the last change; otherwise by the registration.</param>
/// <param name="Ascending">Oldest first.</param>
internal sealed record SearchOrder(bool ByChange, bool Ascending)
{
    private const int MaxFields = 2;

    /// <summary>
    /// Reads fields with directions, comma-separated. The first one decides: times are in milliseconds, and hardly two assets
    /// have the same.
    /// </summary>
    /// <returns>Null for another text, or none.</returns>
    public static SearchOrder? Parse(string? text)
    {
        var fields = text?.Split(',', MaxFields + 1).Select(ParseField).ToList() ?? [];
        return fields.Count is > 0 and <= MaxFields && !fields.Contains(null) ? fields[0] : null;
    }

    private static SearchOrder? ParseField(string text) => text.Trim().Split(':') switch
    {
        ["utcCreate", "Desc"] => new SearchOrder(ByChange: false, Ascending: false),
        ["utcCreate", "Asc"] => new SearchOrder(ByChange: false, Ascending: true),
        ["utcModified", "Desc"] => new SearchOrder(ByChange: true, Ascending: false),
        ["utcModified", "Asc"] => new SearchOrder(ByChange: true, Ascending: true),
        _ => null,
    };
}
