namespace MediaInfo.Core.Library.Claims;

/// <summary>What an asset can be found by beside its id.</summary>
public enum ClaimKind
{
    /// <summary>Its object.</summary>
    Url,

    /// <summary>Its owner's own id.</summary>
    Reference,

    /// <summary>The token of the call that registered it.</summary>
    Token,
}
