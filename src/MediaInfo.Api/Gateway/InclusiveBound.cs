namespace MediaInfo.Api.Gateway;

/// <summary>The last time of a range, as callers give it.</summary>
internal static class InclusiveBound
{
    /// <summary>
    /// The first time after a last second; null for no bound. Bounds are inclusive and responses have whole seconds, so the whole
    /// last second counts.
    /// </summary>
    public static DateTimeOffset? SecondAfter(DateTimeOffset? last) =>
        last < DateTimeOffset.MaxValue.AddSeconds(-1) ? last.Value.AddSeconds(1) : null;
}
