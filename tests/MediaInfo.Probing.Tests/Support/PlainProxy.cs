using System.Net;
using System.Net.Sockets;
using System.Text;

namespace MediaInfo.Probing.Tests.Support;

/// <summary>A proxy without any checks: it answers every request with the same text.</summary>
internal sealed class PlainProxy : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly byte[] _answer;

    public PlainProxy(string text)
    {
        var body = Encoding.UTF8.GetBytes(text);
        var head =
            $"HTTP/1.1 206 Partial Content\r\nContent-Range: bytes 0-{body.Length - 1}/{body.Length}\r\nContent-Length: {body.Length}\r\nConnection: close\r\n\r\n";
        _answer = [.. Encoding.ASCII.GetBytes(head), .. body];
        _listener.Start();
        _ = ServeAsync();
    }

    public string Url => $"http://probe:secret@127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}";

    public void Dispose() => _listener.Dispose();

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                using var client = await _listener.AcceptTcpClientAsync();
                await using var stream = client.GetStream();
                if (await stream.ReadAsync(new byte[4096]) > 0)
                {
                    await stream.WriteAsync(_answer);
                }
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException or IOException)
        {
            // The test has ended.
        }
    }
}
