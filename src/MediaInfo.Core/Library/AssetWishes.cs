using MediaInfo.Core.Jobs.Orders;

namespace MediaInfo.Core.Library;

/// <summary>What an asset's owner wants made of it once it is analysed.</summary>
public sealed record AssetWishes
{
    /// <summary>Whether to make snapshots.</summary>
    public required bool Snapshots { get; init; }

    /// <summary>Whether to make a sprite.</summary>
    public required bool Sprite { get; init; }

    /// <summary>The time of the frame to make a cover of, from the object's beginning; null lets the service choose.</summary>
    public TimeSpan? CoverAt { get; init; }

    /// <summary>What to recognise; null for nothing.</summary>
    public TagWork? Tags { get; init; }

    /// <summary>Everything that an owner gets who said nothing: pictures, but no tags.</summary>
    public static AssetWishes Default { get; } = new() { Snapshots = true, Sprite = true };
}
