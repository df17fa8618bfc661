using System.Net;
using System.Net.Sockets;
using System.Text;

namespace MediaInfo.Standalone.Tests.Reliability.Attacks;

/// <summary>A connection for requests that no HTTP client would send.</summary>
internal sealed class RawConnection : IDisposable
{
    private static readonly byte[] EndOfHead = "\r\n\r\n"u8.ToArray();

    private readonly TcpClient _client;
    private readonly NetworkStream _stream;
    private readonly MemoryStream _received = new();

    private RawConnection(TcpClient client) => (_client, _stream) = (client, client.GetStream());

    /// <summary>Connects.</summary>
    /// <param name="endpoint">Where to.</param>
    /// <param name="from">The loopback address to come from; null for the usual one.</param>
    public static async Task<RawConnection> OpenAsync(Uri endpoint, string? from = null)
    {
        // It ends by a reset: thousands of closed connections would else keep their ports for a minute.
        var client = new TcpClient(new IPEndPoint(IPAddress.Parse(from ?? "127.0.0.1"), port: 0))
        {
            LingerState = new LingerOption(enable: true, seconds: 0),
            NoDelay = true,
        };
        await client.ConnectAsync(endpoint.Host, endpoint.Port);
        return new RawConnection(client);
    }

    /// <summary>Sends bytes.</summary>
    /// <returns>False where the server has closed.</returns>
    public async Task<bool> SendAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken = default)
    {
        try
        {
            await _stream.WriteAsync(bytes, cancellationToken);
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }

    /// <summary>Says that nothing more comes.</summary>
    public void EndSending()
    {
        try
        {
            _client.Client.Shutdown(SocketShutdown.Send);
        }
        catch (SocketException)
        {
            // The server was faster.
        }
    }

    /// <summary>The next answer; null where the server closed without one.</summary>
    /// <param name="hasBody">False for the answer to HEAD.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="OperationCanceledException">There was none in time; what has come is kept for the next look.</exception>
    public async Task<RawAnswer?> AnswerAsync(CancellationToken cancellationToken, bool hasBody = true)
    {
        var buffer = new byte[16 * 1024];
        while (true)
        {
            if (Parse(hasBody) is { } answer)
            {
                return answer;
            }

            try
            {
                var read = await _stream.ReadAsync(buffer, cancellationToken);
                if (read == 0)
                {
                    return null;
                }

                _received.Write(buffer, 0, read);
            }
            catch (IOException)
            {
                return null;
            }
        }
    }

    /// <inheritdoc />
    public void Dispose() => _client.Dispose();

    private RawAnswer? Parse(bool hasBody)
    {
        var bytes = _received.GetBuffer().AsSpan(0, (int)_received.Length);
        var end = bytes.IndexOf(EndOfHead);
        if (end < 0)
        {
            return null;
        }

        var lines = Encoding.Latin1.GetString(bytes[..end]).Split("\r\n");
        var headers = lines.Skip(1).Select(line => line.Split(": ", 2))
            .ToDictionary(parts => parts[0], parts => parts[1], StringComparer.OrdinalIgnoreCase);
        var status = int.Parse(lines[0].Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture);
        var body = bytes[(end + EndOfHead.Length)..];
        var length = hasBody && headers.TryGetValue("Content-Length", out var text)
            ? int.Parse(text, System.Globalization.CultureInfo.InvariantCulture)
            : 0;
        return body.Length < length ? null : new RawAnswer(status, headers, Encoding.UTF8.GetString(body[..length]));
    }
}
