namespace MediaInfo.Core.Library.Search;

/// <summary>One value of a field passes a test.</summary>
/// <param name="field">The field.</param>
/// <param name="test">The test. It fails for an empty value.</param>
public sealed class FieldCondition(AssetField field, Func<string, bool> test) : IAssetCondition
{
    /// <inheritdoc />
    public bool? IsMetBy(AssetEntry entry) => field.Listed is { } listed ? Passes(listed(entry)) : null;

    /// <inheritdoc />
    public bool IsMetBy(Asset asset) => field.Values(asset).Any(Passes);

    private bool Passes(string value) => value.Length > 0 && test(value);
}
