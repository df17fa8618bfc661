namespace MediaInfo.Core.Probing;

/// <summary>The loopback HTTP proxy through which ffprobe reads objects.</summary>
public interface IObjectProxy
{
    /// <summary>Opens a door to the session's bucket until the returned lease is disposed.</summary>
    ProxyLease Open(ProbeSession session);
}
