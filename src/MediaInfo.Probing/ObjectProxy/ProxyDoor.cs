using System.Collections.Concurrent;

namespace MediaInfo.Probing.ObjectProxy;

/// <summary>The proxy's state for one lease.</summary>
/// <param name="session">The step that reads.</param>
internal sealed class ProxyDoor(ProbeSession session)
{
    private readonly ConcurrentDictionary<string, bool> _playlists = new(StringComparer.Ordinal);
    private volatile TaskCompletionSource? _held;

    /// <summary>The step that reads.</summary>
    public ProbeSession Session => session;

    /// <summary>Connections reading now. Only <see cref="ProxyConnections"/> changes it.</summary>
    public int Connections { get; set; }

    /// <summary>Completes when the lease is not held.</summary>
    public Task Opened => _held?.Task ?? Task.CompletedTask;

    /// <summary>Holds the lease: its requests wait until the result is disposed.</summary>
    public IDisposable Hold()
    {
        var held = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _held = held;
        return new Release(held);
    }

    /// <summary>A guard for one response with an object's bytes.</summary>
    public PlaylistGuard GuardOf(string key) => new(key, _playlists);

    private sealed class Release(TaskCompletionSource held) : IDisposable
    {
        public void Dispose() => held.TrySetResult();
    }
}
