namespace MediaInfo.Core.Accounts;

/// <summary>Who a request comes from.</summary>
/// <param name="Account">The account.</param>
/// <param name="Key">The key that signed; null for a caller who sent a token.</param>
/// <param name="Allow">The actions that the caller may call.</param>
public sealed record Caller(Account Account, AccessKey? Key, IReadOnlyList<string> Allow)
{
    /// <summary>The holder of a key.</summary>
    public Caller(Account account, AccessKey key)
        : this(account, key, key.Allow)
    {
    }

    /// <summary>The holder of a token.</summary>
    public Caller(Account account, AccessToken token)
        : this(account, Key: null, token.EffectiveAllow)
    {
    }

    /// <summary>Whether the allow list covers the action, written as "mts:SubmitMediaInfoJob".</summary>
    public bool May(string action) => Allow.Any(pattern => ActionPattern.Matches(pattern, action));
}
