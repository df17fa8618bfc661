namespace MediaInfo.Core.Media.Rules;

/// <summary>Keeps one correction for each member: ffprobe's value is the first, ours the last.</summary>
internal static class CorrectionList
{
    // A file of a thousand streams is still one that people look at; more corrections than these tell them nothing.
    private const int MaxCorrections = 1_000;

    internal static IReadOnlyList<Correction>? Join(
        IReadOnlyList<Correction> earlier, IEnumerable<(string Member, string? Before, string? After)> changes, string rule)
    {
        var all = new OrderedDictionary<string, Correction>(StringComparer.Ordinal);
        foreach (var correction in earlier)
        {
            all[correction.Member] = correction;
        }

        foreach (var (member, before, after) in changes)
        {
            var ffprobe = all.TryGetValue(member, out var known) ? known.Ffprobe : before;
            if (string.Equals(ffprobe, after, StringComparison.Ordinal))
            {
                all.Remove(member);
            }
            else if (known is not null || all.Count < MaxCorrections)
            {
                all[member] = new Correction(member, ffprobe, after, rule);
            }
        }

        return all.Count > 0 ? [.. all.Values] : null;
    }
}
