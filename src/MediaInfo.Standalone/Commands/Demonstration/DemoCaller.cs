using System.Globalization;
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
    private readonly DemoQueue _queue = new(endpoint, account);

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
        for (; ; await Task.Delay(Pause, cancellationToken))
        {
            foreach (var message in await _queue.ReceiveAsync(cancellationToken))
            {
                if (message.Text.Contains(job, StringComparison.Ordinal))
                {
                    await _queue.DeleteAsync(message, cancellationToken);
                    return message.Text;
                }
            }
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _http.Dispose();
        _queue.Dispose();
    }

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
        return AskAsync(target, cancellationToken);
    }

    private async Task<JsonElement> AskAsync(Uri target, CancellationToken cancellationToken)
    {
        using var answer = await _http.GetAsync(target, cancellationToken);
        var body = await answer.Content.ReadAsByteArrayAsync(cancellationToken);
        return answer.IsSuccessStatusCode
            ? JsonElement.Parse(body)
            : throw new IOException(
                $"The service answered {(int)answer.StatusCode} to {target.AbsolutePath}: {Encoding.UTF8.GetString(body)}");
    }
}
