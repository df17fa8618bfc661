using System.Text.Json.Serialization;
using MediaInfo.Core.Jobs;
using MediaInfo.Core.Objects;

namespace MediaInfo.Core.Library;

/// <summary>A registered media object and what its owner says of it. Immutable: a change is a new version.</summary>
public sealed record Asset
{
    /// <summary>The asset's name.</summary>
    public required AssetKey Key { get; init; }

    /// <summary>The object's address as the owner gave it.</summary>
    public required string InputUrl { get; init; }

    /// <summary>The object.</summary>
    public required ObjectRef Source { get; init; }

    /// <summary>The region of the address, such as "cn-hangzhou"; null when it names none.</summary>
    public string? Region { get; init; }

    /// <summary>"video", "audio", "image" or "text"; null while nobody knows.</summary>
    public string? MediaType { get; init; }

    /// <summary>What the owner uses it for, such as "general" or "opening".</summary>
    public required string BusinessType { get; init; }

    /// <summary>The title.</summary>
    public required string Title { get; init; }

    /// <summary>The description; null for none.</summary>
    public string? Description { get; init; }

    /// <summary>The category's name; null for none.</summary>
    public string? Category { get; init; }

    /// <summary>The category's id; null for none.</summary>
    public long? CategoryId { get; init; }

    /// <summary>The tags in the order they were given, each once.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>The cover's address, from the owner and from nobody else; null for none.</summary>
    public string? CoverUrl { get; init; }

    /// <summary>The owner's own data; null for none.</summary>
    public string? UserData { get; init; }

    /// <summary>The owner's own id, which no other asset of the account has; null for none.</summary>
    public string? ReferenceId { get; init; }

    /// <summary>The token of the call that registered it; null for none.</summary>
    public string? ClientToken { get; init; }

    /// <summary>How far its analysis is.</summary>
    public AssetStatus Status { get; init; }

    /// <summary>When it was registered, UTC.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When its owner or its analysis last changed it, UTC.</summary>
    public required DateTimeOffset ModifiedAt { get; init; }

    /// <summary>When its analysis ended, UTC; null before.</summary>
    public DateTimeOffset? AnalyzedAt { get; init; }

    /// <summary>When it was deleted, UTC; null while it lives.</summary>
    public DateTimeOffset? DeletedAt { get; init; }

    /// <summary>The job that analyses it; null before it was submitted.</summary>
    public string? JobId { get; init; }

    /// <summary>Which stored part of the job holds the description; null unless the analysis succeeded.</summary>
    public ResultPart? Result { get; init; }

    /// <summary>Whether its owner can see it.</summary>
    [JsonIgnore]
    public bool IsLive => Status != AssetStatus.Deleted;

    /// <summary>The asset as a note that its id is used up.</summary>
    public Asset Deleted(DateTimeOffset at) => this with { Status = AssetStatus.Deleted, DeletedAt = at, ModifiedAt = at };
}
