namespace MediaInfo.Probing;

/// <summary>What ffprobe needs to read an object through the proxy. Disposing it revokes access.</summary>
public sealed class ProxyLease(string url, string proxyUrl, Func<IDisposable> hold, Action close) : IDisposable
{
    /// <summary>The object's URL. Its host name never resolves, so only the proxy can answer it.</summary>
    public string Url => url;

    /// <summary>The proxy's URL with this lease's credential. Goes only into the child's environment.</summary>
    public string ProxyUrl => proxyUrl;

    /// <summary>
    /// Makes the proxy wait before it answers, until the result is disposed: a child reads nothing before its limits are set.
    /// </summary>
    public IDisposable Hold() => hold();

    /// <inheritdoc />
    public void Dispose() => close();
}
