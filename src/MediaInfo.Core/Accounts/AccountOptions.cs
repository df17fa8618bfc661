using MediaInfo.Core.Configuration;

namespace MediaInfo.Core.Accounts;

/// <summary>Who may call. Section "Accounts", whose members are List:0, List:1 and so on.</summary>
public sealed record AccountOptions : ISettings
{
    /// <summary>The accounts.</summary>
    public IReadOnlyList<Account> List { get; init; } = [];

    /// <inheritdoc />
    public IEnumerable<string> Problems()
    {
        if (List.Count == 0)
        {
            yield return "List names no account, so no request could be signed";
        }

        foreach (var problem in List.SelectMany((account, i) => account.Problems($"List:{i}")))
        {
            yield return problem;
        }

        foreach (var id in Repeated(List.Select(account => account.Id)))
        {
            yield return $"List holds the account {id} more than once";
        }

        foreach (var id in Repeated(List.SelectMany(account => account.Keys).Select(key => key.Id)))
        {
            yield return $"List holds the access key {id} more than once";
        }

        foreach (var id in Repeated(List.SelectMany(account => account.ProjectIds)))
        {
            yield return $"List holds the project {id} more than once";
        }

        if (Repeated(List.SelectMany(account => account.Tokens).Select(token => token.Value)).Any())
        {
            yield return "List holds a token more than once";
        }
    }

    private static IEnumerable<string> Repeated(IEnumerable<string> ids) =>
        ids.Where(id => id.Length > 0).GroupBy(id => id, StringComparer.Ordinal).Where(group => group.Skip(1).Any()).Select(group => group.Key);
}
