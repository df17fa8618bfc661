using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;
using MediaInfo.TestSupport;

namespace MediaInfo.Standalone.Tests.EndToEnd;

/// <summary>A receiver of callbacks that takes every message at once.</summary>
public sealed class GoodTarget : IDisposable
{
    private readonly HttpListener _listener = new();
    private readonly ConcurrentQueue<string> _jobs = new();

    /// <summary>Starts to listen.</summary>
    public GoodTarget()
    {
        Address = new Uri($"http://127.0.0.1:{LoopbackPorts.TakeFree(1)[0]}/");
        _listener.Prefixes.Add(Address.AbsoluteUri);
        _listener.Start();
        _ = ServeAsync();
    }

    /// <summary>Where it is.</summary>
    public Uri Address { get; }

    /// <summary>Waits until it was told of the job.</summary>
    public Task HearsOfAsync(string job, StandaloneProcess standalone) =>
        Patience.HoldsAsync($"the callback of {job} has come", standalone, () => Task.FromResult(_jobs.Contains(job)));

    /// <inheritdoc />
    public void Dispose() => _listener.Close();

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                var context = await _listener.GetContextAsync();
                using var body = await JsonDocument.ParseAsync(context.Request.InputStream);
                _jobs.Enqueue(body.RootElement.GetProperty("JobId").GetString()!);
                context.Response.Close();
            }
        }
        catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
        {
            // The test is over.
        }
    }
}
