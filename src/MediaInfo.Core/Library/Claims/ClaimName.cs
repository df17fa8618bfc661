using MediaInfo.Core.Objects;

namespace MediaInfo.Core.Library.Claims;

/// <summary>A name that at most one living asset of an account bears.</summary>
/// <param name="Account">The account.</param>
/// <param name="Kind">What kind of name.</param>
/// <param name="Value">The name: free text.</param>
public sealed record ClaimName(string Account, ClaimKind Kind, string Value)
{
    /// <summary>The name by the object. However its address is written, the object is the same.</summary>
    public static ClaimName Of(string account, ObjectRef source) => new(account, ClaimKind.Url, $"{source.Bucket}\n{source.Key}");

    /// <summary>The name by the owner's own id.</summary>
    public static ClaimName OfReference(string account, string referenceId) => new(account, ClaimKind.Reference, referenceId);

    /// <summary>The name by the token of a call.</summary>
    public static ClaimName OfToken(string account, string token) => new(account, ClaimKind.Token, token);
}
