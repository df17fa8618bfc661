using System.Net;
using System.Net.Sockets;

namespace MediaInfo.TestSupport;

/// <summary>Free ports of the loopback address.</summary>
/// <remarks>
/// They lie below the ephemeral port range, so no outgoing connection takes one before its server listens, or while that
/// server restarts.
/// </remarks>
public static class LoopbackPorts
{
    private const int Lowest = 12_000;
    private const int Count = 8_000;

    // Each test process starts at a different port.
    private static int _taken = Environment.ProcessId * 97 % Count;

    /// <summary>Takes the given number of free ports. No port is returned twice before all have been.</summary>
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
