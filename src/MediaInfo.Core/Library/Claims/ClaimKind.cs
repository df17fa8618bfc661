namespace MediaInfo.Core.Library.Claims;

/// <summary>Alternative keys of an asset.</summary>
public enum ClaimKind
{
    /// <summary>Its object.</summary>
    Url,

    /// <summary>Its owner's reference id.</summary>
    Reference,

    /// <summary>The client token of the call that registered it.</summary>
    Token,
}
