using MediaInfo.Probing.Reading;

namespace MediaInfo.Probing.Tests.Support;

/// <summary>A proxy that leads nowhere, for stand-ins of ffprobe that read nothing.</summary>
public sealed class OpenProxy : IObjectProxy
{
    public const string ProxyUrl = "http://probe:secret@127.0.0.1:9";

    /// <summary>A lease without an object.</summary>
    public static readonly ProxyLease Lease = New("", ProxyUrl, () => { });

    private int _opened;
    private int _closed;

    /// <summary>The number of open leases.</summary>
    public int Open => Volatile.Read(ref _opened) - Volatile.Read(ref _closed);

    /// <summary>The number of leases opened so far.</summary>
    public int Opened => Volatile.Read(ref _opened);

    /// <summary>Runs on the session of every new lease, in place of ffprobe's reads.</summary>
    public Func<ProbeSession, Task>? Reading { get; init; }

    ProxyLease IObjectProxy.Open(ProbeSession session)
    {
        Interlocked.Increment(ref _opened);
        Task.Run(() => Reading?.Invoke(session) ?? Task.CompletedTask).GetAwaiter().GetResult();
        return New(ObjectUrl.Of(session.Source), ProxyUrl, () => Interlocked.Increment(ref _closed));
    }

    /// <summary>A lease without an object, for another proxy.</summary>
    public static ProxyLease LeaseOf(string proxyUrl) => New("", proxyUrl, () => { });

    private static ProxyLease New(string url, string proxyUrl, Action close) =>
        new(url, proxyUrl, () => new MemoryStream(), close);
}
