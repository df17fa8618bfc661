using System.Net;
using System.Net.Sockets;

namespace MediaInfo.Standalone.Tests.EndToEnd;

/// <summary>Addresses that accept connections and never send anything.</summary>
public sealed class SilentTarget : IDisposable
{
    private const int Backlog = 512;

    private readonly TcpListener _listener = new(IPAddress.Any, 0);

    /// <summary>Starts listening. The operating system accepts the connections.</summary>
    public SilentTarget() => _listener.Start(Backlog);

    /// <summary>The address with a number from 1 to 250. Each is a separate host.</summary>
    public Uri AddressOf(int number) => new($"http://127.0.1.{number}:{((IPEndPoint)_listener.LocalEndpoint).Port}/");

    /// <inheritdoc />
    public void Dispose() => _listener.Dispose();
}
