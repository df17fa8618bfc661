using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace MediaInfo.Standalone.Tests.Embedded;

/// <summary>Reads the callback queues of a Standalone as an account would.</summary>
public sealed class QueueReader(Uri endpoint) : IDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { UseProxy = false });

    /// <summary>The answer to a request.</summary>
    /// <param name="method">The method.</param>
    /// <param name="path">The path and query below "/queues/".</param>
    /// <param name="credentials">Id and secret with a colon between them; null for none.</param>
    public async Task<(HttpStatusCode Status, string Body)> AskAsync(
        HttpMethod method, string path, string? credentials = "testid:testsecret")
    {
        using var request = new HttpRequestMessage(method, new Uri(endpoint, $"/queues/{path}"));
        if (credentials is not null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue(
                "Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(credentials)));
        }

        using var answer = await _http.SendAsync(request);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    /// <summary>Receives messages.</summary>
    public async Task<IReadOnlyList<JsonElement>> ReceiveAsync(string queue, string query = "count=32&visibility=600")
    {
        var (status, body) = await AskAsync(HttpMethod.Get, $"{queue}/messages?{query}");
        Assert.Equal(HttpStatusCode.OK, status);
        return JsonSerializer.Deserialize<JsonElement[]>(body)!;
    }

    /// <summary>Deletes a received message.</summary>
    public async Task<HttpStatusCode> DeleteAsync(string queue, JsonElement message) => (await AskAsync(
        HttpMethod.Delete,
        $"{queue}/messages/{message.GetProperty("id").GetString()}?receipt={message.GetProperty("receipt").GetString()}")).Status;

    public void Dispose() => _http.Dispose();
}
