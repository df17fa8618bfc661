using MediaInfo.Core.Configuration;

namespace MediaInfo.Core.Accounts;

/// <summary>A key that signs requests for an account.</summary>
public sealed record AccessKey
{
    /// <summary>The public id, as the client sends it.</summary>
    public string Id { get; init; } = "";

    /// <summary>The signing secret. Never logged or returned.</summary>
    public string Secret { get; init; } = "";

    /// <summary>The actions the key may call, such as "mts:Query*"; "*" matches any run of characters.</summary>
    public IReadOnlyList<string> Allow { get; init; } = [];

    /// <summary>
    /// The security token that requests must carry; null for a permanent key, whose requests may carry any token.
    /// </summary>
    public string? SecurityToken { get; init; }

    /// <summary>The key without its secret.</summary>
    public override string ToString() => Id;

    internal IEnumerable<string> Problems(string path)
    {
        if (Id.Length == 0)
        {
            yield return $"{path}:Id is missing";
        }

        if (Secret.Length == 0)
        {
            yield return $"{path}:Secret is missing";
        }

        if (KeyVaultReference.ProblemOf($"{path}:Secret", Secret) is { } unresolved)
        {
            yield return unresolved;
        }

        if (KeyVaultReference.ProblemOf($"{path}:SecurityToken", SecurityToken) is { } unresolvedToken)
        {
            yield return unresolvedToken;
        }

        if (Allow.Count == 0)
        {
            yield return $"{path}:Allow is empty; use \"*\" to allow all actions";
        }
    }
}
