using MediaInfo.Core.Objects;

namespace MediaInfo.Core.Library;

/// <summary>A request to register an object, parsed and validated.</summary>
/// <param name="Account">The calling account's id.</param>
/// <param name="RequestId">The RequestId of the call.</param>
/// <param name="InputUrl">The object's URL as given.</param>
/// <param name="Source">The object.</param>
public sealed record AssetDraft(string Account, string RequestId, string InputUrl, ObjectRef Source)
{
    /// <summary>The region in the URL; null if it has none.</summary>
    public string? Region { get; init; }

    /// <summary>The media type; null derives it from the key's file extension.</summary>
    public string? MediaType { get; init; }

    /// <summary>The business type.</summary>
    public required string BusinessType { get; init; }

    /// <summary>The title; null uses the registration time.</summary>
    public string? Title { get; init; }

    /// <summary>The description; null for none.</summary>
    public string? Description { get; init; }

    /// <summary>The category's id; null for none.</summary>
    public long? CategoryId { get; init; }

    /// <summary>The tags.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>The cover URL; null for none.</summary>
    public string? CoverUrl { get; init; }

    /// <summary>The owner's own data; null for none.</summary>
    public string? UserData { get; init; }

    /// <summary>The owner's own id; null for none.</summary>
    public string? ReferenceId { get; init; }

    /// <summary>The idempotency token: calls with the same token register once. Null for none.</summary>
    public string? ClientToken { get; init; }

    /// <summary>Deletes the existing asset of the object and registers the object again.</summary>
    public bool Overwrite { get; init; }

    /// <summary>Whether the analysis reads every packet; null uses the service's setting.</summary>
    public bool? Packets { get; init; }

    /// <summary>What to make of the asset once it is analysed.</summary>
    public AssetWishes Wishes { get; init; } = AssetWishes.Default;

    /// <summary>The asset to register.</summary>
    public Asset ToAsset(string id, DateTimeOffset at) => new()
    {
        Key = new AssetKey(Account, id),
        InputUrl = InputUrl,
        Source = Source,
        Region = Region,
        MediaType = MediaType ?? MediaTypes.OfKey(Source.Key),
        BusinessType = BusinessType,
        Title = Title ?? at.ToString("yyyy-MM-dd HH:mm:ss", System.Globalization.CultureInfo.InvariantCulture),
        Description = Description,
        CategoryId = CategoryId,
        Tags = Tags,
        CoverUrl = CoverUrl,
        UserData = UserData,
        ReferenceId = ReferenceId,
        ClientToken = ClientToken,
        Wishes = Wishes,
        CreatedAt = at,
        ModifiedAt = at,
    };
}
