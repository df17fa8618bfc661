namespace MediaInfo.Core.Accounts;

/// <summary>Who a request comes from.</summary>
/// <param name="Account">The account.</param>
/// <param name="Key">The key that signed.</param>
public sealed record Caller(Account Account, AccessKey Key)
{
    /// <summary>Whether the key's allow list covers the action, written as "mts:SubmitMediaInfoJob".</summary>
    public bool May(string action) => Key.Allow.Any(pattern => ActionPattern.Matches(pattern, action));
}
