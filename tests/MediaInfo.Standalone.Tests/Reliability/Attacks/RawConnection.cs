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
    /// <param name="endpoint">The server's URL.</param>
    /// <param name="from">The local loopback address; null for the default.</param>
    public static async Task<RawConnection> OpenAsync(Uri endpoint, string? from = null)
    {
        // It closes with a reset. Otherwise thousands of closed connections would keep their ports for a minute.
        var client = new TcpClient(new IPEndPoint(IPAddress.Parse(from ?? "127.0.0.1"), port: 0))
        {
            LingerState = new LingerOption(enable: true, seconds: 0),
            NoDelay = true,
        };
        await client.ConnectAsync(endpoint.Host, endpoint.Port);
        return new RawConnection(client);
    }

    /// <summary>Sends bytes.</summary>
    /// <returns>False if the server has closed the connection.</returns>
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

    /// <summary>Signals the end of the data.</summary>
    public void EndSending()
    {
        try
        {
            _client.Client.Shutdown(SocketShutdown.Send);
        }
        catch (SocketException)
        {
            // The server closed the connection first.
        }
    }

    /// <summary>Returns the next answer; null if the server closed the connection without one.</summary>
    /// <param name="hasBody">False for the answer to a HEAD request.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="OperationCanceledException">
    /// No answer came in time. Data received so far is kept for the next call.
    /// </exception>
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
