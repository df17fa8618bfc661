namespace MediaInfo.Core.Accounts;

/// <summary>An account's right to use the names that match a pattern.</summary>
/// <param name="Account">The account's id.</param>
/// <param name="Pattern">The pattern.</param>
/// <param name="Access">What the account may do with the resources of that name.</param>
/// <param name="Setting">The setting that defines the grant, for error messages.</param>
/// <param name="IsShareable">Whether another account may have the same pattern, so that both use the matching names.</param>
internal sealed record NameGrant(string Account, string Pattern, BucketAccess Access, string Setting, bool IsShareable = true);
