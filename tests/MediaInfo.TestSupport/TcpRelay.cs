using System.Net;
using System.Net.Sockets;

namespace MediaInfo.TestSupport;

/// <summary>Stands in front of a service and forwards bytes unchanged, so that a test sees its connections.</summary>
public sealed class TcpRelay : IDisposable
{
    private const int PieceSize = 64 * 1024;

    private readonly Uri _target;
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private int _open;
    private long _bytes;

    /// <summary>Starts listening.</summary>
    /// <param name="target">The service's address.</param>
    public TcpRelay(Uri target)
    {
        _target = target;
        _listener.Start();
        Address = new UriBuilder(target) { Port = ((IPEndPoint)_listener.LocalEndpoint).Port }.Uri;
        _ = ServeAsync();
    }

    /// <summary>The address to use instead of the service's.</summary>
    public Uri Address { get; }

    /// <summary>The number of connections that clients hold open.</summary>
    public int Open => Volatile.Read(ref _open);

    /// <summary>The number of bytes that the service sent to clients.</summary>
    public long Bytes => Interlocked.Read(ref _bytes);

    /// <inheritdoc />
    public void Dispose() => _listener.Dispose();

    private async Task ServeAsync()
    {
        while (true)
        {
            try
            {
                _ = RelayAsync(await _listener.AcceptTcpClientAsync());
            }
            catch (Exception e) when (e is SocketException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    private async Task RelayAsync(TcpClient client)
    {
        Interlocked.Increment(ref _open);
        using var service = new TcpClient();
        try
        {
            await service.ConnectAsync(_target.Host, _target.Port);
            await Task.WhenAny(
                PassAsync(client.GetStream(), service.GetStream(), _ => { }),
                PassAsync(service.GetStream(), client.GetStream(), count => Interlocked.Add(ref _bytes, count)));
        }
        finally
        {
            client.Dispose();
            Interlocked.Decrement(ref _open);
        }
    }

    private static async Task PassAsync(NetworkStream from, NetworkStream to, Action<int> count)
    {
        var piece = new byte[PieceSize];
        try
        {
            for (int length; (length = await from.ReadAsync(piece)) > 0;)
            {
                await to.WriteAsync(piece.AsMemory(0, length));
                count(length);
            }
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException)
        {
            // One side has closed, so the other side is closed too.
        }
    }
}
