using System.Globalization;
using MediaInfo.Core.Library;

namespace MediaInfo.AzureStorage.Library;

/// <summary>What a listing needs to know about an asset, stored as blob metadata, so that it need not read documents.</summary>
internal static class AssetMetadata
{
    private const string Status = "status";
    private const string MediaType = "mediatype";
    private const string BusinessType = "businesstype";
    private const string Created = "created";

    /// <summary>The metadata of an asset.</summary>
    public static Dictionary<string, string> Of(Asset asset)
    {
        var metadata = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
        {
            [Status] = asset.Status.ToString(),
            [BusinessType] = asset.BusinessType,
            [Created] = asset.CreatedAt.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture),
        };
        if (asset.MediaType is { } type)
        {
            metadata[MediaType] = type;
        }

        return metadata;
    }

    /// <summary>The asset described by the metadata; null if the metadata is not that of an asset.</summary>
    public static AssetEntry? Read(string id, IDictionary<string, string> metadata) =>
        metadata.TryGetValue(Status, out var status)
        && Enum.TryParse<AssetStatus>(status, out var known)
        && metadata.TryGetValue(Created, out var created)
        && long.TryParse(created, NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds)
            ? new AssetEntry(
                id,
                known,
                metadata.TryGetValue(MediaType, out var type) ? type : null,
                metadata.TryGetValue(BusinessType, out var business) ? business : "",
                DateTimeOffset.FromUnixTimeMilliseconds(milliseconds))
            : null;
}
