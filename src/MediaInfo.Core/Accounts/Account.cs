using MediaInfo.Core.Configuration;

namespace MediaInfo.Core.Accounts;

/// <summary>A tenant. It sees only its own jobs.</summary>
public sealed record Account
{
    private const string Name = "1 to 64 letters, digits, '-' or '_'";

    /// <summary>The account id: letters, digits, '-' and '_'. Used in storage names.</summary>
    public string Id { get; init; } = "";

    /// <summary>The access keys of the account.</summary>
    public IReadOnlyList<AccessKey> Keys { get; init; } = [];

    /// <summary>The tokens of the account, for dialects that accept tokens.</summary>
    public IReadOnlyList<AccessToken> Tokens { get; init; } = [];

    /// <summary>The ids of the account's projects, for dialects that have projects: letters, digits, '-' and '_'.</summary>
    public IReadOnlyList<string> ProjectIds { get; init; } = [];

    /// <summary>
    /// The buckets the account may use; empty means all buckets if this is the only account. If several grants match a bucket,
    /// including grants of other accounts, the most specific one applies.
    /// </summary>
    public IReadOnlyList<BucketGrant> Buckets { get; init; } = [];

    /// <summary>The storage queue that the default pipeline notifies, reserved for this account; null for none.</summary>
    public string? CallbackQueue { get; init; }

    /// <summary>
    /// The storage queues, besides <see cref="CallbackQueue"/>, that the account's pipelines and events may use: names, or
    /// patterns such as "media-*". Matching works as for <see cref="Buckets"/>; empty means all queues if this is the only
    /// account.
    /// </summary>
    public IReadOnlyList<string> Queues { get; init; } = [];

    /// <summary>
    /// The key that signs HTTP callbacks; null derives one from the secret of the first access key. Never logged.
    /// </summary>
    public string? CallbackKey { get; init; }

    /// <summary>
    /// Returns lists in the older flat form: JSON arrays without an inner element, XML items repeated under the list's name.
    /// </summary>
    public bool FlatLists { get; init; }

    /// <summary>
    /// The CDN domain in front of the account's buckets, such as "cdn.example.com"; "{bucket}" is replaced by the bucket's name.
    /// Null for none.
    /// </summary>
    public string? CdnDomain { get; init; }

    /// <summary>The account without its secrets.</summary>
    public override string ToString() => Id;

    internal IEnumerable<string> Problems(string path)
    {
        if (!IsName(Id))
        {
            yield return $"{path}:Id must be {Name}";
        }

        for (var i = 0; i < ProjectIds.Count; i++)
        {
            if (!IsName(ProjectIds[i]))
            {
                yield return $"{path}:ProjectIds:{i} must be {Name}";
            }
        }

        for (var i = 0; i < Tokens.Count; i++)
        {
            if (string.IsNullOrWhiteSpace(Tokens[i].Value))
            {
                yield return $"{path}:Tokens:{i}:Value is missing";
            }
        }

        if (CdnDomain?.Replace("{bucket}", "bucket", StringComparison.Ordinal) is { } domain
            && (domain.Contains("//", StringComparison.Ordinal)
                || !Uri.IsWellFormedUriString($"https://{domain}/", UriKind.Absolute)))
        {
            yield return $"{path}:CdnDomain must be a domain without a scheme, such as \"cdn.example.com\"";
        }

        if (KeyVaultReference.ProblemOf($"{path}:CallbackKey", CallbackKey) is { } unresolved)
        {
            yield return unresolved;
        }

        for (var i = 0; i < Queues.Count; i++)
        {
            if (!NamePattern.IsPattern(Queues[i]))
            {
                yield return $"{path}:Queues:{i} must be {NamePattern.Rule}";
            }
        }

        foreach (var problem in Buckets.SelectMany((bucket, i) => bucket.Problems($"{path}:Buckets:{i}")))
        {
            yield return problem;
        }

        for (var i = 0; i < Keys.Count; i++)
        {
            foreach (var problem in Keys[i].Problems($"{path}:Keys:{i}"))
            {
                yield return problem;
            }
        }
    }

    private static bool IsName(string text) =>
        text.Length is > 0 and <= 64 && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');
}
