namespace MediaInfo.Core.Library.Search;

/// <summary>At least one of several conditions.</summary>
public sealed class AnyCondition(params IReadOnlyList<IAssetCondition> conditions) : IAssetCondition
{
    /// <inheritdoc />
    public bool? IsMetBy(AssetEntry entry)
    {
        var met = conditions.Select(condition => condition.IsMetBy(entry)).ToList();
        return met.Contains(true) ? true : met.Contains(null) ? null : false;
    }

    /// <inheritdoc />
    public bool IsMetBy(Asset asset) => conditions.Any(condition => condition.IsMetBy(asset));
}
