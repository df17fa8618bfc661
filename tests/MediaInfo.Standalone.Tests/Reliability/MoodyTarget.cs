using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using MediaInfo.TestSupport;

namespace MediaInfo.Standalone.Tests.Reliability;

/// <summary>
/// A callback receiver that is down at first, misbehaves on the first post of each job, and accepts the next ones.
/// </summary>
public sealed class MoodyTarget : IAsyncDisposable
{
    private static readonly Misconduct[] All = Enum.GetValues<Misconduct>();

    private readonly TcpListener _listener;
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentDictionary<string, Misconduct> _treated = new(StringComparer.Ordinal);
    private readonly ConcurrentBag<(string JobId, string Body)> _taken = [];
    private Task _accepting = Task.CompletedTask;

    /// <summary>Chooses an address and leaves it closed.</summary>
    public MoodyTarget()
    {
        var port = LoopbackPorts.TakeFree(1)[0];
        _listener = new TcpListener(IPAddress.Loopback, port);
        Address = new Uri($"http://127.0.0.1:{port}/callback");
    }

    /// <summary>Its URL.</summary>
    public Uri Address { get; }

    /// <summary>What it did with the first post of each job.</summary>
    public IReadOnlyDictionary<string, Misconduct> Treated => _treated;

    /// <summary>The posts that it answered with 200, by job.</summary>
    public ILookup<string, string> Taken => _taken.ToLookup(post => post.JobId, post => post.Body, StringComparer.Ordinal);

    /// <summary>Starts listening.</summary>
    public void Open()
    {
        _listener.Start();
        _accepting = AcceptAsync();
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Dispose();
        await _accepting;
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        var serving = new List<Task>();
        try
        {
            while (true)
            {
                serving.Add(ServeAsync(await _listener.AcceptTcpClientAsync(_stop.Token)));
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            await Task.WhenAll(serving);
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using var _ = client;
        try
        {
            var stream = client.GetStream();
            var (head, body) = await ReadAsync(stream);
            await stream.WriteAsync(Encoding.ASCII.GetBytes(await AnswerAsync(head, body)), _stop.Token);
        }
        catch (Exception e) when (e is IOException or OperationCanceledException)
        {
            // The caller has disconnected, or the test has ended.
        }
    }

    // Returns the text to send before the connection closes; empty for none.
    private async Task<string> AnswerAsync(string head, string body)
    {
        if (!head.StartsWith("POST /callback ", StringComparison.Ordinal))
        {
            return head.StartsWith("POST", StringComparison.Ordinal) ? Answer("500 Internal Server Error") : Answer("200 OK");
        }

        using var json = JsonDocument.Parse(body);
        var job = json.RootElement.GetProperty("JobId").GetString()!;
        var misconduct = All[_treated.Count % All.Length];
        if (!_treated.TryAdd(job, misconduct))
        {
            _taken.Add((job, body));
            return Answer("200 OK");
        }

        switch (misconduct)
        {
            case Misconduct.Hangs:
                await Task.Delay(Timeout.Infinite, _stop.Token);
                return "";
            case Misconduct.RedirectsToFailure:
                return Answer("307 Temporary Redirect", "Location: /elsewhere\r\n");
            case Misconduct.RedirectsAway:
                return Answer("302 Found", "Location: /elsewhere\r\n");
            case Misconduct.ClosesInPost:
                return "";
            case Misconduct.ClosesInAnswer:
                return "HTTP/1.1 200 OK\r\nContent-Le";
            default:
                return Answer("500 Internal Server Error");
        }
    }

    private static string Answer(string status, string headers = "") =>
        $"HTTP/1.1 {status}\r\n{headers}Content-Length: 0\r\nConnection: close\r\n\r\n";

    // The body is one line of JSON, so it is complete when it has the number of bytes in the header.
    private async Task<(string Head, string Body)> ReadAsync(NetworkStream stream)
    {
        var read = new List<byte>();
        var buffer = new byte[4096];
        while (true)
        {
            var count = await stream.ReadAsync(buffer, _stop.Token);
            read.AddRange(buffer.AsSpan(0, count));
            var text = Encoding.UTF8.GetString([.. read]);
            var end = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
            if (count == 0)
            {
                throw new IOException("The caller closed the connection");
            }

            if (end >= 0 && Encoding.UTF8.GetByteCount(text[(end + 4)..]) >= LengthIn(text[..end]))
            {
                return (text[..end], text[(end + 4)..]);
            }
        }
    }

    private static int LengthIn(string head)
    {
        const string Name = "\r\nContent-Length:";
        var at = head.IndexOf(Name, StringComparison.OrdinalIgnoreCase);
        return at < 0
            ? 0
            : int.Parse(head[(at + Name.Length)..].Split('\r')[0], System.Globalization.CultureInfo.InvariantCulture);
    }
}
