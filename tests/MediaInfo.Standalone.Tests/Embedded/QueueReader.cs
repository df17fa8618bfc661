using System.Globalization;
using System.Net;
using System.Text;
using System.Xml.Linq;
using MediaInfo.Api.Alibaba.Mns;
using Microsoft.AspNetCore.Http;

namespace MediaInfo.Standalone.Tests.Embedded;

/// <summary>Reads message queues of a Standalone as an account's client of Message Service would.</summary>
public sealed class QueueReader(Uri endpoint, string keyId = "testid", string secret = "testsecret") : IDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { UseProxy = false });

    /// <summary>The answer to a request.</summary>
    /// <param name="method">The method.</param>
    /// <param name="path">The path and query below "/queues/".</param>
    /// <param name="body">The body; null for none.</param>
    public async Task<(HttpStatusCode Status, string Body)> AskAsync(HttpMethod method, string path, string? body = null)
    {
        var resource = $"/queues/{path}";
        var date = DateTimeOffset.UtcNow.ToString("r", CultureInfo.InvariantCulture);
        var headers = new HeaderDictionary { ["x-mns-version"] = "2015-06-06" };
        using var request = new HttpRequestMessage(method, new Uri(endpoint, resource));
        if (body is not null)
        {
            request.Content = new StringContent(body, Encoding.UTF8, "text/xml");
            headers["Content-Type"] = request.Content.Headers.ContentType!.ToString();
        }

        var signature = MnsSignature.Sign(MnsSignature.StringToSign(method.Method, date, headers, resource), secret);
        request.Headers.TryAddWithoutValidation("Date", date);
        request.Headers.TryAddWithoutValidation("x-mns-version", "2015-06-06");
        request.Headers.TryAddWithoutValidation("Authorization", $"MNS {keyId}:{signature}");
        using var answer = await _http.SendAsync(request);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    /// <summary>Receives up to 16 messages.</summary>
    public async Task<IReadOnlyList<XElement>> ReceiveAsync(string queue, string query = "numOfMessages=16")
    {
        var (status, body) = await AskAsync(HttpMethod.Get, $"{queue}/messages?{query}");
        return status == HttpStatusCode.NotFound ? [] : [.. XElement.Parse(body).Elements()];
    }

    /// <summary>Deletes a received message.</summary>
    public async Task<HttpStatusCode> DeleteAsync(string queue, XElement message) => (await AskAsync(
        HttpMethod.Delete, $"{queue}/messages?ReceiptHandle={MnsXml.TextOf(message, "ReceiptHandle")}")).Status;

    /// <summary>The text of a message of the service.</summary>
    public static string TextOf(XElement message) =>
        Encoding.UTF8.GetString(Convert.FromBase64String(MnsXml.TextOf(message, "MessageBody")!));

    public void Dispose() => _http.Dispose();
}
