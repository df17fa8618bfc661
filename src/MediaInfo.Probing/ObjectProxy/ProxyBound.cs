namespace MediaInfo.Probing.ObjectProxy;

/// <summary>The limits on the proxy's connections.</summary>
internal enum ProxyBound
{
    /// <summary>No limit is reached.</summary>
    None,

    /// <summary>The limit of one lease.</summary>
    Lease,

    /// <summary>The limit of all leases together.</summary>
    Together,
}
