namespace MediaInfo.Api.ObjectProxy;

/// <summary>The bounds of the proxy's connections.</summary>
internal enum ProxyBound
{
    /// <summary>None is met.</summary>
    None,

    /// <summary>That of one lease.</summary>
    Lease,

    /// <summary>That of all leases together.</summary>
    Together,
}
