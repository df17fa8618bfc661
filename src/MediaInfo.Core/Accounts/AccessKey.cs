using MediaInfo.Core.Configuration;

namespace MediaInfo.Core.Accounts;

/// <summary>A key that signs requests for an account.</summary>
public sealed record AccessKey
{
    /// <summary>An access key's id, as clients send it. Ids are unique over all accounts.</summary>
    public string Id { get; init; } = "";

    /// <summary>The secret that signs. It is never logged and never answered.</summary>
    public string Secret { get; init; } = "";

    /// <summary>
    /// An action that the key may call, such as <c>mts:*</c>, <c>mts:Query*</c>, <c>ice:List*</c>, <c>mpc:List*</c>; <c>*</c>
    /// stands for any run of characters. At least one is needed.
    /// </summary>
    public IReadOnlyList<string> Allow { get; init; } = [];

    /// <summary>The security token that requests with this key must carry.</summary>
    /// <remarks>Ignored where none is set: the key's requests may then carry any token.</remarks>
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
