using MediaInfo.Core.Configuration;

namespace MediaInfo.Core.Accounts;

/// <summary>Who may call, and what each caller may use. Section "Accounts".</summary>
/// <remarks>An account sees its own jobs, pipelines and assets, and nobody else's.</remarks>
public sealed record AccountOptions : ISettings
{
    private const string Everything = "*";

    /// <summary>The accounts.</summary>
    public IReadOnlyList<Account> List { get; init; } = [];

    private bool IsAlone => List.Count == 1;

    /// <inheritdoc />
    public IEnumerable<string> Problems()
    {
        if (List.Count == 0)
        {
            yield return "List contains no account, so no request could be authenticated";
        }

        foreach (var problem in List.SelectMany((account, i) => account.Problems($"List:{i}")))
        {
            yield return problem;
        }

        foreach (var id in Repeated(List.Select(account => account.Id)))
        {
            yield return $"List contains the account {id} more than once";
        }

        foreach (var id in Repeated(List.SelectMany(account => account.Keys).Select(key => key.Id)))
        {
            yield return $"List contains the access key {id} more than once";
        }

        foreach (var id in Repeated(List.SelectMany(account => account.ProjectIds)))
        {
            yield return $"List contains the project {id} more than once";
        }

        foreach (var problem in MissingBuckets().Concat(BucketOwners().Problems()).Concat(QueueOwners().Problems()))
        {
            yield return problem;
        }

        if (Repeated(List.SelectMany(account => account.Tokens).Select(token => token.Value)).Any())
        {
            yield return "List contains a token more than once";
        }
    }

    /// <summary>The owners of buckets.</summary>
    internal NameOwners BucketOwners() => new([.. List.SelectMany((account, i) => BucketGrants(account, $"List:{i}"))]);

    /// <summary>The owners of queues.</summary>
    internal NameOwners QueueOwners() => new([.. List.SelectMany((account, i) => QueueGrants(account, $"List:{i}"))]);

    private IEnumerable<NameGrant> BucketGrants(Account account, string path) => account.Buckets.Count == 0 && IsAlone
        ? [new NameGrant(account.Id, Everything, BucketAccess.ReadWrite, $"{path}:Buckets")]
        : account.Buckets.Select((grant, i) => new NameGrant(account.Id, grant.Name, grant.Access, $"{path}:Buckets:{i}:Name"));

    private IEnumerable<NameGrant> QueueGrants(Account account, string path)
    {
        if (account.CallbackQueue is { } callbacks && !account.Queues.Contains(callbacks, StringComparer.Ordinal))
        {
            yield return Grant(callbacks, "CallbackQueue") with { IsShareable = false };
        }

        if (account.Queues.Count == 0 && IsAlone)
        {
            yield return Grant(Everything, "Queues");
        }

        foreach (var (i, queue) in account.Queues.Index())
        {
            yield return Grant(queue, $"Queues:{i}");
        }

        NameGrant Grant(string pattern, string setting) => new(account.Id, pattern, BucketAccess.ReadWrite, $"{path}:{setting}");
    }

    private IEnumerable<string> MissingBuckets() => List.Index()
        .Where(account => account.Item.Buckets.Count == 0 && !IsAlone)
        .Select(account =>
            $"List:{account.Index}:Buckets is empty: with several accounts, each needs its own buckets, such as Buckets:0:Name");

    private static IEnumerable<string> Repeated(IEnumerable<string> ids) =>
        ids.Where(id => id.Length > 0).GroupBy(id => id, StringComparer.Ordinal).Where(group => group.Skip(1).Any()).Select(
            group => group.Key);
}
