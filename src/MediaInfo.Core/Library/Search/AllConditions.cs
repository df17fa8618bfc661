namespace MediaInfo.Core.Library.Search;

/// <summary>Every one of several conditions. Without any it is always met.</summary>
public sealed class AllConditions(params IReadOnlyList<IAssetCondition> conditions) : IAssetCondition
{
    /// <inheritdoc />
    public bool? IsMetBy(AssetEntry entry)
    {
        var met = conditions.Select(condition => condition.IsMetBy(entry)).ToList();
        return met.Contains(false) ? false : met.Contains(null) ? null : true;
    }

    /// <inheritdoc />
    public bool IsMetBy(Asset asset) => conditions.All(condition => condition.IsMetBy(asset));
}
