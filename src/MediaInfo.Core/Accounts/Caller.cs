namespace MediaInfo.Core.Accounts;

/// <summary>The sender of a request.</summary>
/// <param name="Account">The account.</param>
/// <param name="Key">The key that signed the request; null for a caller who sent a token.</param>
public sealed record Caller(Account Account, AccessKey? Key)
{
    /// <summary>The token of the request; null for a caller who signed.</summary>
    public AccessToken? Token { get; init; }

    /// <summary>Whether the allow list of the key or token covers the action, written as "mts:SubmitMediaInfoJob".</summary>
    public bool May(string action) =>
        (Key?.Allow ?? Token?.EffectiveAllow ?? []).Any(pattern => ActionPattern.Matches(pattern, action));
}
