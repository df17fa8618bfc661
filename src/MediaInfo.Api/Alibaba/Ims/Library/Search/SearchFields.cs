using System.Collections.Frozen;
using System.Globalization;
using MediaInfo.Core.Library;
using MediaInfo.Core.Library.Search;

namespace MediaInfo.Api.Alibaba.Ims.Library.Search;

/// <summary>The fields of the vendor's condition, by name.</summary>
/// <remarks>
/// Source: "Media asset search", search fields; and beside these the members of MediaBasicInfo, by their own names.
/// </remarks>
internal static class SearchFields
{
    private static readonly FrozenDictionary<string, SearchField> Known = new Dictionary<string, SearchField>(
        StringComparer.OrdinalIgnoreCase)
    {
        ["mediaId"] = new(SearchFieldKind.Exact, Listed(asset => asset.Key.Id, entry => entry.Id)),
        ["mediaType"] = new(SearchFieldKind.Exact, Listed(asset => asset.MediaType, entry => entry.MediaType)),
        ["businessType"] = new(SearchFieldKind.Exact, Listed(asset => asset.BusinessType, entry => entry.BusinessType)),
        ["source"] = new(SearchFieldKind.Exact, Listed(_ => "oss", _ => "oss")),
        ["status"] = new(
            SearchFieldKind.Status, Listed(asset => asset.Status.ToString(), entry => entry.Status.ToString())),
        ["utcCreate"] = Created,
        ["createTime"] = Created,
        ["utcModified"] = Modified,
        ["modifiedTime"] = Modified,
        ["title"] = new(SearchFieldKind.Fuzzy, Read(asset => asset.Title)),
        ["description"] = new(SearchFieldKind.Fuzzy, Read(asset => asset.Description)),
        ["tagList"] = Tags,
        ["mediaTags"] = Tags,
        ["cateId"] = new(SearchFieldKind.Number, Read(asset => asset.CategoryId is { } id ? Text(id) : null)),
        ["category"] = new(SearchFieldKind.Exact, Read(asset => asset.Category)),
        ["referenceId"] = new(SearchFieldKind.Exact, Read(asset => asset.ReferenceId)),
        ["inputURL"] = new(SearchFieldKind.Exact, Read(asset => asset.InputUrl)),
        ["fileInfo.storageLocation"] = new(SearchFieldKind.Exact, new AssetField(LocationsOf)),
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>The field that every search restricts: the vendor's finds videos unless told otherwise.</summary>
    public const string MediaType = "mediaType";

    private static SearchField Created => new(
        SearchFieldKind.Time, Listed(asset => Text(asset.CreatedAt), entry => Text(entry.CreatedAt)));

    private static SearchField Modified => new(SearchFieldKind.Time, Read(asset => Text(asset.ModifiedAt)));

    private static SearchField Tags => new(SearchFieldKind.Exact, new AssetField(asset => asset.Tags));

    /// <summary>The field, in any case; null if there is none.</summary>
    public static SearchField? Find(string name) => Known.GetValueOrDefault(name);

    private static AssetField Listed(Func<Asset, string?> read, Func<AssetEntry, string?> listed) =>
        Read(read) with { Listed = entry => listed(entry) ?? "" };

    private static AssetField Read(Func<Asset, string?> read) => new(asset => read(asset) is { } value ? [value] : []);

    // The vendor's name of a location is that of its region with a prefix.
    private static IEnumerable<string> LocationsOf(Asset asset) =>
        asset.Region is { } region ? [region, "oss-" + region] : [];

    private static string Text(DateTimeOffset time) => Text(time.ToUnixTimeMilliseconds());

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
