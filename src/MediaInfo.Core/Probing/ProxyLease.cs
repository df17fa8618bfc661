namespace MediaInfo.Core.Probing;

/// <summary>What ffprobe needs to read an object through the proxy. Disposing it shuts the door.</summary>
public sealed class ProxyLease(string url, string proxyUrl, Action close) : IDisposable
{
    /// <summary>The object's URL: a host name that never resolves, so that only the proxy can answer it.</summary>
    public string Url => url;

    /// <summary>The proxy with this lease's credential, for the child's environment and nowhere else.</summary>
    public string ProxyUrl => proxyUrl;

    /// <inheritdoc />
    public void Dispose() => close();
}
