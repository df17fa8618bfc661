using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using MediaInfo.Api.Alibaba.Signing;
using MediaInfo.Core.Accounts;

namespace MediaInfo.Standalone.Commands.Demonstration;

/// <summary>Calls a service as an SDK of MPS does, and reads the account's callback queue.</summary>
/// <param name="endpoint">The service.</param>
/// <param name="account">Whose first key signs.</param>
internal sealed class DemoCaller(Uri endpoint, Account account) : IDisposable
{
    private const string Version = "2014-06-18";

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private readonly HttpClient _http = new(new SocketsHttpHandler { UseProxy = false });

    /// <summary>Submits a job for an object.</summary>
    /// <returns>The job as QueryMediaInfoJobList answers it at its end.</returns>
    public async Task<JsonElement> AnalyseAsync(
        string bucket, string location, string key, CancellationToken cancellationToken)
    {
        var input = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Bucket"] = bucket,
            ["Location"] = location,
            ["Object"] = Uri.EscapeDataString(key),
        };
        var submitted = await CallAsync(
            "SubmitMediaInfoJob",
            [new("Input", JsonSerializer.Serialize(input)), new("UserData", "demo"), new("Async", "true")],
            cancellationToken);
        var id = submitted.GetProperty("MediaInfoJob").GetProperty("JobId").GetString()!;
        for (; ; await Task.Delay(Pause, cancellationToken))
        {
            var answer = await CallAsync("QueryMediaInfoJobList", [new("MediaInfoJobIds", id)], cancellationToken);
            var job = answer.GetProperty("MediaInfoJobList").GetProperty("MediaInfoJob")[0];
            if (job.GetProperty("State").GetString() is not "Analyzing")
            {
                return job;
            }
        }
    }

    /// <summary>Takes the message of a job from the account's callback queue.</summary>
    public async Task<string> TakeMessageAsync(string job, CancellationToken cancellationToken)
    {
        var credentials = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{account.Keys[0].Id}:{account.Keys[0].Secret}"));
        var queue = new Uri(endpoint, $"/queues/{account.CallbackQueue}/messages");
        for (; ; await Task.Delay(Pause, cancellationToken))
        {
            var oldest = new Uri($"{queue}?count=32&visibility=5");
            var messages = await AskAsync(HttpMethod.Get, oldest, cancellationToken, credentials);
            foreach (var message in messages.EnumerateArray())
            {
                var text = message.GetProperty("text").GetString()!;
                if (text.Contains(job, StringComparison.Ordinal))
                {
                    var place = new Uri($"{queue}/{message.GetProperty("id")}?receipt={message.GetProperty("receipt")}");
                    await AskAsync(HttpMethod.Delete, place, cancellationToken, credentials);
                    return text;
                }
            }
        }
    }

    /// <inheritdoc />
    public void Dispose() => _http.Dispose();

    private Task<JsonElement> CallAsync(
        string action, KeyValuePair<string, string>[] parameters, CancellationToken cancellationToken)
    {
        KeyValuePair<string, string>[] all =
        [
            new("Action", action),
            new("Version", Version),
            new("Format", "JSON"),
            new("AccessKeyId", account.Keys[0].Id),
            new("SignatureMethod", "HMAC-SHA1"),
            new("SignatureVersion", "1.0"),
            new("SignatureNonce", $"{Guid.NewGuid()}"),
            new("Timestamp", DateTimeOffset.UtcNow.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)),
            .. parameters,
        ];
        var query = RpcSignature.CanonicalQuery(all);
        var signature = RpcSignature.Sign(RpcSignature.StringToSign(HttpMethod.Get.Method, query), account.Keys[0].Secret);
        var target = new Uri(endpoint, $"/?{query}&{RpcSignature.SignatureParameter}={Uri.EscapeDataString(signature)}");
        return AskAsync(HttpMethod.Get, target, cancellationToken);
    }

    private async Task<JsonElement> AskAsync(
        HttpMethod method, Uri target, CancellationToken cancellationToken, string? credentials = null)
    {
        using var request = new HttpRequestMessage(method, target);
        if (credentials is not null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Basic", credentials);
        }

        using var answer = await _http.SendAsync(request, cancellationToken);
        var body = await answer.Content.ReadAsByteArrayAsync(cancellationToken);
        return answer.IsSuccessStatusCode
            ? body.Length > 0 ? JsonElement.Parse(body) : default
            : throw new IOException(
                $"The service answered {(int)answer.StatusCode} to {method} {target.AbsolutePath}: {Encoding.UTF8.GetString(body)}");
    }
}
