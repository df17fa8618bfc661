using System.Globalization;
using System.Net;
using System.Text;
using System.Xml.Linq;
using MediaInfo.Api.Alibaba.Mns;
using MediaInfo.Core.Accounts;

namespace MediaInfo.Standalone.Commands.Demonstration;

/// <summary>Reads an account's callback queue as a client of Message Service does.</summary>
/// <param name="endpoint">The service.</param>
/// <param name="account">Whose first key signs.</param>
internal sealed class DemoQueue(Uri endpoint, Account account) : IDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { UseProxy = false });
    private readonly string _messages = $"/queues/{account.CallbackQueue}/messages";

    /// <summary>Receives up to 16 messages; none if there is none within ten seconds.</summary>
    public async Task<IReadOnlyList<DemoMessage>> ReceiveAsync(CancellationToken cancellationToken)
    {
        var (status, body) = await AskAsync(
            HttpMethod.Get, $"{_messages}?numOfMessages=16&waitseconds=10", cancellationToken);
        return status switch
        {
            HttpStatusCode.OK => [.. XElement.Parse(body).Elements().Select(Read)],
            HttpStatusCode.NotFound => [],
            _ => throw new IOException($"The service answered {(int)status} to {_messages}: {body}"),
        };
    }

    /// <summary>Deletes a received message.</summary>
    public Task DeleteAsync(DemoMessage message, CancellationToken cancellationToken) =>
        AskAsync(HttpMethod.Delete, $"{_messages}?ReceiptHandle={message.Handle}", cancellationToken);

    /// <inheritdoc />
    public void Dispose() => _http.Dispose();

    private DemoMessage Read(XElement message)
    {
        var body = MnsXml.TextOf(message, "MessageBody")!;
        return new DemoMessage(
            MnsXml.TextOf(message, "ReceiptHandle")!,
            account.PlainMessages ? body : Encoding.UTF8.GetString(Convert.FromBase64String(body)));
    }

    private async Task<(HttpStatusCode Status, string Body)> AskAsync(
        HttpMethod method, string resource, CancellationToken cancellationToken)
    {
        var date = DateTimeOffset.UtcNow.ToString("r", CultureInfo.InvariantCulture);
        var headers = new HeaderDictionary { ["x-mns-version"] = "2015-06-06" };
        var signature = MnsSignature.Sign(
            MnsSignature.StringToSign(method.Method, date, headers, resource), account.Keys[0].Secret);
        using var request = new HttpRequestMessage(method, new Uri(endpoint, resource));
        request.Headers.TryAddWithoutValidation("Date", date);
        request.Headers.TryAddWithoutValidation("x-mns-version", "2015-06-06");
        request.Headers.TryAddWithoutValidation("Authorization", $"MNS {account.Keys[0].Id}:{signature}");
        using var answer = await _http.SendAsync(request, cancellationToken);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(cancellationToken));
    }
}
