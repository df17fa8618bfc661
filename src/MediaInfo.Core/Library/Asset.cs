using System.Text.Json.Serialization;
using MediaInfo.Core.Jobs;
using MediaInfo.Core.Objects;

namespace MediaInfo.Core.Library;

/// <summary>A registered media object and its owner's metadata. Immutable: a change creates a new version.</summary>
public sealed record Asset
{
    /// <summary>The asset's key.</summary>
    public required AssetKey Key { get; init; }

    /// <summary>The object's URL as the owner gave it.</summary>
    public required string InputUrl { get; init; }

    /// <summary>The object.</summary>
    public required ObjectRef Source { get; init; }

    /// <summary>The region in the URL, such as "cn-hangzhou"; null if it has none.</summary>
    public string? Region { get; init; }

    /// <summary>"video", "audio", "image" or "text"; null if unknown.</summary>
    public string? MediaType { get; init; }

    /// <summary>The business type, such as "general" or "opening".</summary>
    public required string BusinessType { get; init; }

    /// <summary>The title.</summary>
    public required string Title { get; init; }

    /// <summary>The description; null for none.</summary>
    public string? Description { get; init; }

    /// <summary>The category's name; null for none.</summary>
    public string? Category { get; init; }

    /// <summary>The category's id; null for none.</summary>
    public long? CategoryId { get; init; }

    /// <summary>The tags in the order they were given, without duplicates.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>The cover URL, set only by the owner; null for none, so that a cover that was made is shown.</summary>
    public string? CoverUrl { get; init; }

    /// <summary>The owner's own data; null for none.</summary>
    public string? UserData { get; init; }

    /// <summary>The owner's own id, unique within the account; null for none.</summary>
    public string? ReferenceId { get; init; }

    /// <summary>The client token of the call that registered the asset; null for none.</summary>
    public string? ClientToken { get; init; }

    /// <summary>The status of the analysis.</summary>
    public AssetStatus Status { get; init; }

    /// <summary>When the asset was registered, UTC.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When the owner or the analysis last changed the asset, UTC.</summary>
    public required DateTimeOffset ModifiedAt { get; init; }

    /// <summary>When the analysis ended, UTC; null before that.</summary>
    public DateTimeOffset? AnalyzedAt { get; init; }

    /// <summary>When the asset was deleted, UTC; null if it was not.</summary>
    public DateTimeOffset? DeletedAt { get; init; }

    /// <summary>The job that analyses the asset; null before it is submitted.</summary>
    public string? JobId { get; init; }

    /// <summary>Which stored part of the job holds the description; null unless the analysis succeeded.</summary>
    public ResultPart? Result { get; init; }

    /// <summary>What the owner wants made of it; null if it was registered before anything could be made.</summary>
    public AssetWishes? Wishes { get; init; }

    /// <summary>The job that makes its pictures; null before it is submitted, or if none are wanted.</summary>
    public AssetWork? Frames { get; init; }

    /// <summary>The job that recognises what it shows and says; null before it is submitted, or if nothing is wanted.</summary>
    public AssetWork? Tagging { get; init; }

    /// <summary>The ids of all jobs whose results the asset shows.</summary>
    [JsonIgnore]
    public IEnumerable<string> JobIds => new[] { JobId, Frames?.JobId, Tagging?.JobId }.OfType<string>();

    /// <summary>Whether the owner can see the asset.</summary>
    [JsonIgnore]
    public bool IsLive => Status != AssetStatus.Deleted;

    /// <summary>The asset as a tombstone, which keeps its id from being reused.</summary>
    public Asset Deleted(DateTimeOffset at) => this with { Status = AssetStatus.Deleted, DeletedAt = at, ModifiedAt = at };
}
