using System.Collections.Concurrent;
using System.Net;
using System.Text;
using MediaInfo.TestSupport;

namespace MediaInfo.Standalone.Tests.EndToEnd;

/// <summary>Receives what a process exports by OTLP over HTTP (opentelemetry-proto, collector/trace/v1).</summary>
public sealed class OtlpCollector : IDisposable
{
    private readonly HttpListener _listener = new();
    private readonly ConcurrentQueue<(string Path, byte[] Body)> _received = new();

    /// <summary>Starts listening.</summary>
    public OtlpCollector()
    {
        Address = $"http://127.0.0.1:{LoopbackPorts.TakeFree(1)[0]}";
        _listener.Prefixes.Add(Address + "/");
        _listener.Start();
        _ = ServeAsync();
    }

    /// <summary>Its URL.</summary>
    public string Address { get; }

    /// <summary>The spans received so far.</summary>
    public IReadOnlyList<OtlpSpan> Spans =>
    [
        .. Bodies("/v1/traces")
            .SelectMany(body => Protobuf.Messages(body, 1))
            .SelectMany(resource => Protobuf.Messages(resource, 2))
            .SelectMany(scope => Protobuf.Messages(scope, 2)).Select(OtlpSpan.Read),
    ];

    /// <summary>The metrics received so far, as text that contains their names and tags.</summary>
    public string Metrics => string.Join('\n', Bodies("/v1/metrics").Select(body => Encoding.ASCII.GetString(body)));

    /// <inheritdoc />
    public void Dispose() => _listener.Close();

    private IEnumerable<byte[]> Bodies(string path) =>
        _received.Where(request => string.Equals(request.Path, path, StringComparison.Ordinal)).Select(request => request.Body);

    private async Task ServeAsync()
    {
        while (_listener.IsListening)
        {
            try
            {
                var context = await _listener.GetContextAsync();
                using var body = new MemoryStream();
                await context.Request.InputStream.CopyToAsync(body);
                _received.Enqueue((context.Request.Url!.AbsolutePath, body.ToArray()));
                context.Response.Close();
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
            {
                return;
            }
        }
    }
}
