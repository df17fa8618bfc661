using System.Net;
using System.Net.Sockets;

namespace MediaInfo.TestSupport;

/// <summary>Ports of the loopback address that nobody listens on.</summary>
/// <remarks>
/// They lie below the range from which the system picks ports for outgoing connections, so that none is taken before its user
/// listens, or while a server that is started again on it is down.
/// </remarks>
public static class LoopbackPorts
{
    private const int Lowest = 12_000;
    private const int Count = 8_000;

    // Another process of tests begins elsewhere.
    private static int _taken = Environment.ProcessId * 97 % Count;

    /// <summary>So many free ports. None is given twice before all were.</summary>
    public static IReadOnlyList<int> TakeFree(int count)
    {
        var ports = new List<int>();
        while (ports.Count < count)
        {
            var port = Lowest + (Interlocked.Increment(ref _taken) % Count);
            if (IsFree(port))
            {
                ports.Add(port);
            }
        }

        return ports;
    }

    private static bool IsFree(int port)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, port) { ExclusiveAddressUse = true };
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
