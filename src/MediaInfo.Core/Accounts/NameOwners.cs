namespace MediaInfo.Core.Accounts;

/// <summary>
/// Resolves which account owns a bucket or queue: of all grants that match the name, the most specific applies.
/// </summary>
/// <remarks>The "*" of one account therefore never captures a name that another account lists.</remarks>
internal sealed class NameOwners(IReadOnlyList<NameGrant> grants)
{
    /// <summary>The account's grant for the name; null if it has none.</summary>
    public NameGrant? GrantOf(string account, string name)
    {
        var fitting = grants.Where(grant => NamePattern.Matches(grant.Pattern, name)).ToList();
        var closest = fitting.Select(grant => NamePattern.ClosenessOf(grant.Pattern)).DefaultIfEmpty().Max();
        return fitting.Find(grant =>
            string.Equals(grant.Account, account, StringComparison.Ordinal) && NamePattern.ClosenessOf(grant.Pattern) == closest);
    }

    /// <summary>One sentence for each pair of grants whose precedence is ambiguous.</summary>
    public IEnumerable<string> Problems() =>
        from pair in grants.SelectMany((first, i) => grants.Skip(i + 1).Select(second => (First: first, Second: second)))
        where NamePattern.ClosenessOf(pair.First.Pattern) == NamePattern.ClosenessOf(pair.Second.Pattern)
            && NamePattern.Overlap(pair.First.Pattern, pair.Second.Pattern)
        let problem = ProblemOf(pair.First, pair.Second)
        where problem is not null
        select $"{pair.First.Setting} and {pair.Second.Setting} {problem}";

    private static string? ProblemOf(NameGrant first, NameGrant second)
    {
        var isSame = string.Equals(first.Pattern, second.Pattern, StringComparison.Ordinal);
        if (string.Equals(first.Account, second.Account, StringComparison.Ordinal))
        {
            return isSame ? "are the same"
                : first.Access == second.Access ? null
                : "match the same names with different Access: make one of them more specific";
        }

        return !isSame ? "match the same names equally specifically: make those of one account more specific"
            : first.IsShareable && second.IsShareable ? null
            : "are the same queue: list it in Queues of both accounts if both may use it";
    }
}
