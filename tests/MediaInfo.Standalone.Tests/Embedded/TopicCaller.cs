using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;

namespace MediaInfo.Standalone.Tests.Embedded;

/// <summary>
/// A client of the vendor's message service, written from its documentation and not from our server.
/// </summary>
public sealed class TopicCaller(Uri endpoint) : IDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { UseProxy = false });

    /// <summary>Creates a topic.</summary>
    public Task<(HttpStatusCode Status, string Body)> CreateAsync(string topic) =>
        CallAsync(HttpMethod.Put, $"/topics/{topic}", "<Topic/>");

    /// <summary>Subscribes an endpoint.</summary>
    public Task<(HttpStatusCode Status, string Body)> SubscribeAsync(string topic, string name, string target, string format) =>
        CallAsync(
            HttpMethod.Put,
            $"/topics/{topic}/subscriptions/{name}",
            $"<Subscription><Endpoint>{target}</Endpoint><NotifyContentFormat>{format}</NotifyContentFormat></Subscription>");

    /// <summary>Receives a message of a queue; not found without one.</summary>
    public Task<(HttpStatusCode Status, string Body)> ReceiveAsync(string queue) =>
        CallAsync(HttpMethod.Get, $"/queues/{queue}/messages", "");

    /// <summary>Publishes a message.</summary>
    public Task<(HttpStatusCode Status, string Body)> PublishAsync(string topic, string text) =>
        CallAsync(HttpMethod.Post, $"/topics/{topic}/messages", $"<Message><MessageBody>{text}</MessageBody></Message>");

    /// <inheritdoc />
    public void Dispose() => _http.Dispose();

    [SuppressMessage("Security", "CA5350", Justification = "The vendor's scheme is HMAC-SHA1.")]
    private async Task<(HttpStatusCode Status, string Body)> CallAsync(HttpMethod method, string resource, string body)
    {
        using var request = new HttpRequestMessage(method, new Uri(endpoint, resource))
        {
            Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)),
        };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("text/xml");
        var date = DateTimeOffset.UtcNow.ToString("R", CultureInfo.InvariantCulture);
        request.Headers.TryAddWithoutValidation("Date", date);
        request.Headers.TryAddWithoutValidation("x-mns-version", "2015-06-06");
        var text = $"{method}\n\ntext/xml\n{date}\nx-mns-version:2015-06-06\n{resource}";
        var signature = HMACSHA1.HashData("testsecret"u8, Encoding.UTF8.GetBytes(text));
        request.Headers.TryAddWithoutValidation("Authorization", $"MNS testid:{Convert.ToBase64String(signature)}");
        using var answer = await _http.SendAsync(request);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }
}
