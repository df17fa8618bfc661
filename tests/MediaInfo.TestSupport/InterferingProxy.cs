using System.Collections.Concurrent;
using System.Net;

namespace MediaInfo.TestSupport;

/// <summary>Stands in front of an emulator service, counts requests and breaks those that a test selects.</summary>
public sealed class InterferingProxy : IDisposable
{
    private static readonly string[] NotToCopy =
        ["Host", "Connection", "Keep-Alive", "Transfer-Encoding", "Content-Length", "Date"];

    private readonly Uri _target;
    private readonly HttpListener _listener = new();
    private readonly HttpClient _http = new(new SocketsHttpHandler { UseProxy = false });
    private readonly ConcurrentQueue<StorageExchange> _exchanges = new();
    private int _requests;

    /// <summary>Starts listening.</summary>
    /// <param name="target">The service's address.</param>
    public InterferingProxy(Uri target)
    {
        _target = target;
        Address = new Uri($"http://127.0.0.1:{LoopbackPorts.TakeFree(1)[0]}{target.AbsolutePath}");
        _listener.Prefixes.Add(Address.GetLeftPart(UriPartial.Authority) + "/");
        _listener.Start();
        _ = ServeAsync();
    }

    /// <summary>The address to use instead of the service's.</summary>
    public Uri Address { get; }

    /// <summary>Selects the interference by the request's number, from 1.</summary>
    public Func<int, Interference> Rule { get; set; } = _ => Interference.None;

    /// <summary>Selects the interference by method and raw URL, if <see cref="Rule"/> selects none.</summary>
    public Func<string, string, Interference> RuleByTarget { get; set; } = (_, _) => Interference.None;

    /// <summary>How long a request is delayed, by its number.</summary>
    public Func<int, TimeSpan> Delay { get; set; } = _ => TimeSpan.Zero;

    /// <summary>Requests and their answers, in the order of the answers.</summary>
    public IReadOnlyList<StorageExchange> Exchanges => [.. _exchanges];

    /// <summary>The number of requests so far.</summary>
    public int Requests => _requests;

    /// <inheritdoc />
    public void Dispose()
    {
        _listener.Close();
        _http.Dispose();
    }

    private async Task ServeAsync()
    {
        while (_listener.IsListening)
        {
            try
            {
                _ = AnswerAsync(await _listener.GetContextAsync());
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    private async Task AnswerAsync(HttpListenerContext context)
    {
        var number = Interlocked.Increment(ref _requests);
        await Task.Delay(Delay(number));
        var interference = Rule(number);
        if (interference == Interference.None)
        {
            interference = RuleByTarget(context.Request.HttpMethod, context.Request.RawUrl!);
        }

        if (interference == Interference.Cut)
        {
            // A listener aborted before the head would answer 200 with an empty body, which storage never does.
            (context.Response.StatusCode, context.Response.ContentLength64) = (500, 100);
            context.Response.Abort();
            return;
        }

        if (Refusal(interference) is { } refusal)
        {
            if (interference == Interference.LoseAnswer)
            {
                (await PassOnAsync(context.Request)).Dispose();
            }

            (context.Response.StatusCode, context.Response.Headers["x-ms-error-code"]) = refusal;
            context.Response.Close();
            return;
        }

        using var answer = await PassOnAsync(context.Request);
        var body = await answer.Content.ReadAsByteArrayAsync();
        _exchanges.Enqueue(
            new StorageExchange(context.Request.HttpMethod, context.Request.RawUrl!, (int)answer.StatusCode, body.Length));
        Copy(answer, context.Response, body.Length);
        if (interference == Interference.BreakBody)
        {
            await context.Response.OutputStream.WriteAsync(body.AsMemory(0, body.Length / 2));
            await context.Response.OutputStream.FlushAsync();
            context.Response.Abort();
            return;
        }

        await context.Response.OutputStream.WriteAsync(IsHead(context.Request) ? default : body);
        context.Response.Close();
    }

    private static (int Status, string Code)? Refusal(Interference interference) => interference switch
    {
        Interference.LoseAnswer or Interference.Fail => (500, "InternalError"),
        Interference.Forbid => (403, "AuthorizationFailure"),
        Interference.Overload => (503, "ServerBusy"),
        _ => null,
    };

    private async Task<HttpResponseMessage> PassOnAsync(HttpListenerRequest request)
    {
        using var content = new StreamContent(request.InputStream);
        content.Headers.ContentLength = request.HasEntityBody ? request.ContentLength64 : 0;
        using var passed = new HttpRequestMessage(HttpMethod.Parse(request.HttpMethod), new Uri(_target, request.RawUrl))
        {
            Content = request.HasEntityBody || IsPut(request) ? content : null,
        };
        foreach (var name in request.Headers.AllKeys.Except(NotToCopy, StringComparer.OrdinalIgnoreCase))
        {
            if (!passed.Headers.TryAddWithoutValidation(name!, request.Headers[name]))
            {
                passed.Content?.Headers.TryAddWithoutValidation(name!, request.Headers[name]);
            }
        }

        return await _http.SendAsync(passed);
    }

    private static bool IsHead(HttpListenerRequest request) =>
        string.Equals(request.HttpMethod, "HEAD", StringComparison.Ordinal);

    private static bool IsPut(HttpListenerRequest request) => string.Equals(request.HttpMethod, "PUT", StringComparison.Ordinal);

    private static void Copy(HttpResponseMessage from, HttpListenerResponse to, int length)
    {
        to.StatusCode = (int)from.StatusCode;
        foreach (var (name, values) in from.Headers.Concat(from.Content.Headers))
        {
            if (!NotToCopy.Contains(name, StringComparer.OrdinalIgnoreCase))
            {
                to.Headers[name] = string.Join(",", values);
            }
        }

        to.ContentLength64 = from.RequestMessage!.Method == HttpMethod.Head ? from.Content.Headers.ContentLength ?? 0 : length;
    }
}
