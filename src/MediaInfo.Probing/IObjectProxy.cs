namespace MediaInfo.Probing;

/// <summary>The loopback HTTP proxy through which ffprobe reads objects.</summary>
public interface IObjectProxy
{
    /// <summary>Exposes the session's bucket until the returned lease is disposed.</summary>
    ProxyLease Open(ProbeSession session);
}
