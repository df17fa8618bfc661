using System.Collections.Concurrent;

namespace MediaInfo.Probing.ObjectProxy;

/// <summary>The proxy's state for one lease.</summary>
/// <param name="session">The step that reads.</param>
internal sealed class ProxyDoor(ProbeSession session)
{
    private readonly ConcurrentDictionary<string, bool> _playlists = new(StringComparer.Ordinal);

    /// <summary>The step that reads.</summary>
    public ProbeSession Session => session;

    /// <summary>Connections reading now. Only <see cref="ProxyConnections"/> changes it.</summary>
    public int Connections { get; set; }

    /// <summary>A guard for one response with an object's bytes.</summary>
    public PlaylistGuard GuardOf(string key) => new(key, _playlists);
}
