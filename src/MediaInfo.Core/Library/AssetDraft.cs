using MediaInfo.Core.Objects;

namespace MediaInfo.Core.Library;

/// <summary>What its owner says of an object to register, parsed and checked.</summary>
/// <param name="Account">The calling account's id.</param>
/// <param name="RequestId">The RequestId of the call.</param>
/// <param name="InputUrl">The object's address as it was given.</param>
/// <param name="Source">The object.</param>
public sealed record AssetDraft(string Account, string RequestId, string InputUrl, ObjectRef Source)
{
    /// <summary>The region of the address; null when it names none.</summary>
    public string? Region { get; init; }

    /// <summary>The media type; null derives it from the key's extension.</summary>
    public string? MediaType { get; init; }

    /// <summary>What the owner uses it for.</summary>
    public required string BusinessType { get; init; }

    /// <summary>The title; null makes one of the date.</summary>
    public string? Title { get; init; }

    /// <summary>The description; null for none.</summary>
    public string? Description { get; init; }

    /// <summary>The category's id; null for none.</summary>
    public long? CategoryId { get; init; }

    /// <summary>The tags.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>The cover's address; null for none.</summary>
    public string? CoverUrl { get; init; }

    /// <summary>The owner's own data; null for none.</summary>
    public string? UserData { get; init; }

    /// <summary>The owner's own id; null for none.</summary>
    public string? ReferenceId { get; init; }

    /// <summary>Calls with the same token register once; null for none.</summary>
    public string? ClientToken { get; init; }

    /// <summary>Deletes the asset that the object was registered as before, and registers it anew.</summary>
    public bool Overwrite { get; init; }

    /// <summary>The asset that this registers.</summary>
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
        CreatedAt = at,
        ModifiedAt = at,
    };
}
