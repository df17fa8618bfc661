using System.Net;
using System.Net.Sockets;

namespace MediaInfo.Standalone.Tests.EndToEnd;

/// <summary>Addresses that take connections and never say a word.</summary>
public sealed class SilentTarget : IDisposable
{
    private const int Backlog = 512;

    private readonly TcpListener _listener = new(IPAddress.Any, 0);

    /// <summary>Starts to listen; the system takes the connections.</summary>
    public SilentTarget() => _listener.Start(Backlog);

    /// <summary>An address by its number, 1 to 250, each a host of its own.</summary>
    public Uri AddressOf(int number) => new($"http://127.0.1.{number}:{((IPEndPoint)_listener.LocalEndpoint).Port}/");

    /// <inheritdoc />
    public void Dispose() => _listener.Dispose();
}
