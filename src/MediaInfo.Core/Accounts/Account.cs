using MediaInfo.Core.Configuration;

namespace MediaInfo.Core.Accounts;

/// <summary>A tenant: sees its own jobs and nobody else's.</summary>
public sealed record Account
{
    private const string Name = "1 to 64 letters, digits, '-' or '_'";

    /// <summary>The account's id: letters, digits, '-' and '_'; part of storage names.</summary>
    public string Id { get; init; } = "";

    /// <summary>The keys that sign for it.</summary>
    public IReadOnlyList<AccessKey> Keys { get; init; } = [];

    /// <summary>The tokens that stand for it where a dialect takes tokens.</summary>
    public IReadOnlyList<AccessToken> Tokens { get; init; } = [];

    /// <summary>The ids of its projects, for the dialects that know projects: letters, digits, '-' and '_'.</summary>
    public IReadOnlyList<string> ProjectIds { get; init; } = [];

    /// <summary>
    /// The buckets that it may use; every one where it is the only account and this is empty. Of several grants that fit a
    /// bucket, those of other accounts included, the closest counts.
    /// </summary>
    public IReadOnlyList<BucketGrant> Buckets { get; init; } = [];

    /// <summary>The storage queue that its default pipeline notifies, and no other account may use; null for none.</summary>
    public string? CallbackQueue { get; init; }

    /// <summary>
    /// The storage queues, beside <see cref="CallbackQueue"/>, that its pipelines and events may name: names, or patterns such as
    /// "media-*", that count as those of <see cref="Buckets"/> do; every queue where it is the only account and this is empty.
    /// </summary>
    public IReadOnlyList<string> Queues { get; init; } = [];

    /// <summary>Signs what is posted to HTTP targets; null derives one from the secret of the first key. Never logged.</summary>
    public string? CallbackKey { get; init; }

    /// <summary>
    /// Answers lists in the older flat form: JSON arrays without an inner element, XML items repeated under the list's name.
    /// </summary>
    public bool FlatLists { get; init; }

    /// <summary>
    /// The domain of the content delivery network before its buckets, such as "cdn.example.com", where "{bucket}" stands for the
    /// bucket's name; null for none.
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
            && (domain.Contains("//", StringComparison.Ordinal) || !Uri.IsWellFormedUriString($"https://{domain}/", UriKind.Absolute)))
        {
            yield return $"{path}:CdnDomain must be a domain without scheme, such as \"cdn.example.com\"";
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

    private static bool IsName(string text) => text.Length is > 0 and <= 64 && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');
}
