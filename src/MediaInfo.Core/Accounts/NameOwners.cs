namespace MediaInfo.Core.Accounts;

/// <summary>Whose a bucket or queue is: of all accounts' grants that fit its name, the closest counts.</summary>
/// <remarks>So the "*" of one account never takes what another account names.</remarks>
internal sealed class NameOwners(IReadOnlyList<NameGrant> grants)
{
    /// <summary>The account's right to the name; null where it has none.</summary>
    public NameGrant? GrantOf(string account, string name)
    {
        var fitting = grants.Where(grant => NamePattern.Matches(grant.Pattern, name)).ToList();
        var closest = fitting.Select(grant => NamePattern.ClosenessOf(grant.Pattern)).DefaultIfEmpty().Max();
        return fitting.Find(grant =>
            string.Equals(grant.Account, account, StringComparison.Ordinal) && NamePattern.ClosenessOf(grant.Pattern) == closest);
    }

    /// <summary>A sentence for each pair of grants of which nobody could say whose right counts.</summary>
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
                : "fit the same names with another Access: name one of them more closely";
        }

        return !isSame ? "fit the same names equally well: name those of one account more closely"
            : first.IsShareable && second.IsShareable ? null
            : "are the same queue: name it in Queues of both accounts if both may use it";
    }
}
