using System.Collections.Concurrent;
using MediaInfo.Core.Probing;

namespace MediaInfo.Api.ObjectProxy;

/// <summary>What the proxy knows of one lease.</summary>
/// <param name="session">The step that reads.</param>
internal sealed class ProxyDoor(ProbeSession session)
{
    private readonly ConcurrentDictionary<string, bool> _playlists = new(StringComparer.Ordinal);

    /// <summary>The step that reads.</summary>
    public ProbeSession Session => session;

    /// <summary>How many connections read now. Only <see cref="ProxyConnections"/> counts them.</summary>
    public int Connections { get; set; }

    /// <summary>A guard for an answer from an object.</summary>
    public PlaylistGuard GuardOf(string key) => new(key, _playlists);
}
