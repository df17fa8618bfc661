namespace MediaInfo.Core.Library;

/// <summary>An owner's changes to an asset. Null members stay unchanged.</summary>
public sealed record AssetChange
{
    /// <summary>The new title.</summary>
    public string? Title { get; init; }

    /// <summary>The new description.</summary>
    public string? Description { get; init; }

    /// <summary>The new category's name.</summary>
    public string? Category { get; init; }

    /// <summary>The new category's id.</summary>
    public long? CategoryId { get; init; }

    /// <summary>The new business type.</summary>
    public string? BusinessType { get; init; }

    /// <summary>The new tags.</summary>
    public IReadOnlyList<string>? Tags { get; init; }

    /// <summary>Whether to add the tags to the existing ones.</summary>
    public bool AppendTags { get; init; }

    /// <summary>The new cover URL.</summary>
    public string? CoverUrl { get; init; }

    /// <summary>The owner's new user data.</summary>
    public string? UserData { get; init; }

    /// <summary>The owner's new reference id.</summary>
    public string? ReferenceId { get; init; }

    /// <summary>Returns the changed asset.</summary>
    public Asset Apply(Asset asset, DateTimeOffset at) => asset with
    {
        Title = Title ?? asset.Title,
        Description = Description ?? asset.Description,
        Category = Category ?? asset.Category,
        CategoryId = CategoryId ?? asset.CategoryId,
        BusinessType = BusinessType ?? asset.BusinessType,
        Tags = Tags is null ? asset.Tags : AppendTags ? [.. asset.Tags.Union(Tags, StringComparer.Ordinal)] : Tags,
        CoverUrl = CoverUrl ?? asset.CoverUrl,
        UserData = UserData ?? asset.UserData,
        ReferenceId = ReferenceId ?? asset.ReferenceId,
        ModifiedAt = at,
    };
}
