using System.Globalization;
using MediaInfo.Core.Library;
using MediaInfo.Core.Library.Search;

namespace MediaInfo.Api.Alibaba.Ims.Library.Search;

/// <summary>A field of the vendor's condition.</summary>
/// <param name="Kind">How its values are compared.</param>
/// <param name="Field">Its values.</param>
internal sealed record SearchField(SearchFieldKind Kind, AssetField Field)
{
    // The vendor's page bounds what a title may be searched for.
    private const int MaxFuzzyLength = 60;

    private static readonly string[] StatusNames =
        [nameof(AssetStatus.Init), nameof(AssetStatus.Preparing), nameof(AssetStatus.PrepareFail), nameof(AssetStatus.Normal)];

    // Source: "Media asset search", values of the status field. Those from 10 on are of uploads and transcoding.
    private static readonly string[] OtherStatuses = ["10", "12", "13", "14", "15", "16", "17", "18"];

    /// <summary>The condition that the field has a value; null if it can't have it.</summary>
    /// <param name="value">The value.</param>
    /// <param name="isWhole">Whether a fuzzy field must have the value as a whole.</param>
    public IAssetCondition? Has(string value, bool isWhole)
    {
        if (Kind is SearchFieldKind.Fuzzy && !isWhole)
        {
            return value.Length is > 0 and <= MaxFuzzyLength
                ? new FieldCondition(Field, text => text.Contains(value, StringComparison.OrdinalIgnoreCase))
                : null;
        }

        return Normal(value) is { } normal
            ? new FieldCondition(Field, text => string.Equals(text, normal, StringComparison.Ordinal))
            : null;
    }

    /// <summary>The condition that the field lies in a range; null if it has no order, or a bound is none.</summary>
    /// <param name="from">The lower bound, empty for none.</param>
    /// <param name="to">The upper bound, empty for none.</param>
    /// <param name="withFrom">Whether the lower bound belongs to the range.</param>
    /// <param name="withTo">Whether the upper bound belongs to the range.</param>
    public IAssetCondition? LiesIn(string from, string to, bool withFrom, bool withTo)
    {
        if (Kind is not (SearchFieldKind.Time or SearchFieldKind.Number)
            || Bound(from, long.MinValue) is not { } low || Bound(to, long.MaxValue) is not { } high)
        {
            return null;
        }

        return new FieldCondition(
            Field,
            text => Long(text) is { } number
                && (withFrom ? number >= low : number > low) && (withTo ? number <= high : number < high));
    }

    private long? Bound(string text, long unbounded) => text.Length == 0 ? unbounded : Long(Normal(text));

    private string? Normal(string value) => Kind switch
    {
        SearchFieldKind.Number => Text(Long(value)),
        SearchFieldKind.Time => Text(Long(value) ?? Milliseconds(value)),
        SearchFieldKind.Status when int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) =>
            number < StatusNames.Length ? StatusNames[number]
            : OtherStatuses.Contains(value, StringComparer.Ordinal) ? value
            : null,
        SearchFieldKind.Status => StatusNames.Contains(value, StringComparer.Ordinal) ? value : null,
        _ => value,
    };

    private static string? Text(long? number) => number?.ToString(CultureInfo.InvariantCulture);

    private static long? Long(string? text) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static long? Milliseconds(string text) =>
        DateTimeOffset.TryParseExact(
            text,
            "yyyy-MM-dd'T'HH:mm:ss'Z'",
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
            out var time)
                ? time.ToUnixTimeMilliseconds()
                : null;
}
