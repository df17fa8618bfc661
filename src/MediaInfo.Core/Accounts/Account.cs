using MediaInfo.Core.Configuration;

namespace MediaInfo.Core.Accounts;

/// <summary>A tenant. It sees only its own jobs.</summary>
public sealed record Account
{
    private const string Name = "1 to 64 letters, digits, '-' or '_'";

    /// <summary>The account's id, part of storage names: 1 to 64 letters, digits, '-' or '_'.</summary>
    public string Id { get; init; } = "";

    /// <summary>The access keys of the account.</summary>
    public IReadOnlyList<AccessKey> Keys { get; init; } = [];

    /// <summary>The tokens of the account, for dialects that accept tokens.</summary>
    public IReadOnlyList<AccessToken> Tokens { get; init; } = [];

    /// <summary>A Huawei project of the account, in the form of an account's id. Ids are unique over all accounts.</summary>
    /// <remarks>Ignored outside MPC.</remarks>
    public IReadOnlyList<string> ProjectIds { get; init; } = [];

    /// <summary>
    /// The buckets the account may use; empty means all buckets if this is the only account. If several grants match a bucket,
    /// including grants of other accounts, the most specific one applies.
    /// </summary>
    public IReadOnlyList<BucketGrant> Buckets { get; init; } = [];

    /// <summary>
    /// The message queue that the account's default pipeline notifies, and that no other account may use. Without it, that
    /// pipeline sends no messages.
    /// </summary>
    /// <remarks>Ignored once a call of UpdatePipeline has changed that pipeline.</remarks>
    public string? CallbackQueue { get; init; }

    /// <summary>
    /// A message queue that the account may use, and that its pipelines and events may name, or a pattern such as
    /// <c>media-*</c>: 1 to 256 letters, digits, '-', '_' or '*'. Its <c>CallbackQueue</c> is always one of them. A lone account
    /// without any may use every queue.
    /// </summary>
    public IReadOnlyList<string> Queues { get; init; } = [];

    /// <summary>
    /// Signs what is posted to HTTP targets. Without it, a <see href="../mps.md#completion-message">key derived</see> from
    /// the secret of the account's first access key signs.
    /// </summary>
    /// <remarks>Ignored for queue targets.</remarks>
    public string? CallbackKey { get; init; }

    /// <summary>
    /// Answers lists in the older flat form: JSON arrays without an inner element, XML items repeated under the list's name.
    /// </summary>
    /// <remarks>Ignored outside Alibaba's APIs.</remarks>
    public bool FlatLists { get; init; }

    /// <summary>
    /// Gives the messages that the service itself writes, and those of Azure's client, to clients of Message Service as they are.
    /// Otherwise they are encoded as base64, which the vendor's Java and Python clients decode unasked.
    /// </summary>
    /// <remarks>Ignored for messages sent through Message Service, which come back as they were sent.</remarks>
    public bool PlainMessages { get; init; }

    /// <summary>
    /// The domain of a content delivery network before the buckets, such as <c>cdn.example.com</c>. <c>{bucket}</c> in it
    /// stands for the bucket's name.
    /// </summary>
    /// <remarks>Ignored unless a call of the media library asks for <c>OutputType=cdn</c>.</remarks>
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
            if (!NamePattern.IsQueuePattern(Queues[i]))
            {
                yield return $"{path}:Queues:{i} must be {NamePattern.QueueRule}";
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
