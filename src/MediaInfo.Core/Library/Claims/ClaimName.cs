using MediaInfo.Core.Objects;

namespace MediaInfo.Core.Library.Claims;

/// <summary>A name that at most one live asset of an account can have.</summary>
/// <param name="Account">The account.</param>
/// <param name="Kind">The kind of name.</param>
/// <param name="Value">The name, free text.</param>
public sealed record ClaimName(string Account, ClaimKind Kind, string Value)
{
    /// <summary>The name of the object. It does not depend on how the object's URL is written.</summary>
    public static ClaimName Of(string account, ObjectRef source) => new(account, ClaimKind.Url, $"{source.Bucket}\n{source.Key}");

    /// <summary>The name of the owner's reference id.</summary>
    public static ClaimName OfReference(string account, string referenceId) => new(account, ClaimKind.Reference, referenceId);

    /// <summary>The name of a client token.</summary>
    public static ClaimName OfToken(string account, string token) => new(account, ClaimKind.Token, token);
}
