using System.Net;
using System.Net.Sockets;

namespace MediaInfo.TestSupport;

/// <summary>Ports of the loopback address that nobody listens on.</summary>
public static class LoopbackPorts
{
    /// <summary>So many different free ports. Somebody else may take one before it is used: rare, and worth a second try.</summary>
    public static IReadOnlyList<int> TakeFree(int count)
    {
        var listeners = Enumerable.Range(0, count).Select(_ => new TcpListener(IPAddress.Loopback, 0)).ToList();
        try
        {
            listeners.ForEach(listener => listener.Start());
            return [.. listeners.Select(listener => ((IPEndPoint)listener.LocalEndpoint).Port)];
        }
        finally
        {
            listeners.ForEach(listener => listener.Dispose());
        }
    }
}
