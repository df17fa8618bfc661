namespace MediaInfo.Core.Accounts;

/// <summary>An account's right to the names that fit a pattern.</summary>
/// <param name="Account">The account's id.</param>
/// <param name="Pattern">The pattern.</param>
/// <param name="Access">What the account may do with what has such a name.</param>
/// <param name="Setting">The setting that says so, for messages.</param>
/// <param name="IsShareable">Whether another account may have the same pattern, so that both use what fits it.</param>
internal sealed record NameGrant(string Account, string Pattern, BucketAccess Access, string Setting, bool IsShareable = true);
