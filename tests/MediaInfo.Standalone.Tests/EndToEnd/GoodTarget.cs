using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;
using MediaInfo.TestSupport;

namespace MediaInfo.Standalone.Tests.EndToEnd;

/// <summary>A callback receiver that accepts every message at once.</summary>
public sealed class GoodTarget : IDisposable
{
    private readonly HttpListener _listener = new();
    private readonly ConcurrentQueue<string> _jobs = new();

    /// <summary>Starts listening.</summary>
    public GoodTarget()
    {
        Address = new Uri($"http://127.0.0.1:{LoopbackPorts.TakeFree(1)[0]}/");
        _listener.Prefixes.Add(Address.AbsoluteUri);
        _listener.Start();
        _ = ServeAsync();
    }

    /// <summary>Its URL.</summary>
    public Uri Address { get; }

    /// <summary>Waits until it has received the job's message.</summary>
    public Task HearsOfAsync(string job, StandaloneProcess standalone) =>
        ProcessPatience.HoldsAsync($"the callback of {job} has come", standalone, () => Task.FromResult(_jobs.Contains(job)));

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
            // The test has ended.
        }
    }
}
