using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace MediaInfo.TestSupport;

/// <summary>A receiver of callbacks on this machine that answers as a test wants, even with something that is not HTTP.</summary>
public sealed class LoopbackReceiver : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly ConcurrentQueue<string> _requests = new();
    private readonly Task _serving;

    public LoopbackReceiver()
    {
        _listener.Start();
        _serving = ServeAsync();
    }

    /// <summary>The text of every request, head and body.</summary>
    public IReadOnlyList<string> Requests => [.. _requests];

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public string Url => string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{Port}/callback?a=b");

    /// <summary>The complete answer to a request. An empty one closes the connection, null keeps it open.</summary>
    public Func<string?> Answer { get; set; } = () => Status("204 No Content");

    /// <summary>An answer without a body.</summary>
    public static string Status(string status, string header = "X-Nothing: 0") =>
        $"HTTP/1.1 {status}\r\n{header}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";

    public async ValueTask DisposeAsync()
    {
        if (!_end.IsCancellationRequested)
        {
            await _end.CancelAsync();
            await _serving;
            _listener.Dispose();
            _end.Dispose();
        }
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                using var client = await _listener.AcceptTcpClientAsync(_end.Token);
                await AnswerAsync(client.GetStream());
            }
        }
        catch (Exception e) when (e is OperationCanceledException or IOException)
        {
            // The test has ended, or its client went away.
        }
    }

    private async Task AnswerAsync(NetworkStream stream)
    {
        _requests.Enqueue(await ReadAsync(stream));
        if (Answer() is { } answer)
        {
            await stream.WriteAsync(Encoding.ASCII.GetBytes(answer), _end.Token);
        }
        else
        {
            await Task.Delay(Timeout.Infinite, _end.Token);
        }
    }

    private async Task<string> ReadAsync(NetworkStream stream)
    {
        var bytes = new List<byte>();
        var buffer = new byte[4096];
        while (true)
        {
            var text = Encoding.UTF8.GetString([.. bytes]);
            var head = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
            if (head >= 0 && bytes.Count >= Encoding.UTF8.GetByteCount(text[..(head + 4)]) + LengthIn(text[..head]))
            {
                return text;
            }

            var read = await stream.ReadAsync(buffer, _end.Token);
            if (read == 0)
            {
                return text;
            }

            bytes.AddRange(buffer.AsSpan(0, read));
        }
    }

    private static int LengthIn(string head)
    {
        const string name = "content-length:";
        var line = head.Split("\r\n").FirstOrDefault(line => line.StartsWith(name, StringComparison.OrdinalIgnoreCase));
        return line is null ? 0 : int.Parse(line[name.Length..], CultureInfo.InvariantCulture);
    }
}
