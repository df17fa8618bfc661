using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace MediaInfo.Standalone.Tests.EndToEnd;

/// <summary>
/// A client of the vendor's RPC protocol with signature version 1.0, written from the vendor's documentation and not from our
/// server.
/// </summary>
public sealed class RpcClient(
    Uri endpoint, string accessKeyId = "testid", string accessKeySecret = "testsecret", string? securityToken = null)
    : IDisposable
{
    /// <summary>The version of IMS.</summary>
    public const string Ims = "2020-11-09";

    private const string Mps = "2014-06-18";

    private readonly HttpClient _http = new(new SocketsHttpHandler { UseProxy = false });

    /// <summary>Submits an asynchronous analysis of an object of the bucket.</summary>
    /// <returns>The job's id.</returns>
    public async Task<string> SubmitAsync(string key, string? pipeline = null)
    {
        var (status, id, body) = await TrySubmitAsync(key, pipeline);
        return id ?? throw new InvalidOperationException($"SubmitMediaInfoJob answered {status}: {body}");
    }

    /// <summary>The same for calls that may return an error.</summary>
    /// <returns>The HTTP status, the job's id if it was accepted, and the answer.</returns>
    /// <exception cref="HttpRequestException">There was no answer.</exception>
    public async Task<(int Status, string? JobId, string Body)> TrySubmitAsync(string key, string? pipeline = null)
    {
        var input = JsonSerializer.Serialize(
            new { Bucket = StandaloneFixture.Bucket, Location = "oss-cn-hangzhou", Object = Uri.EscapeDataString(key) });
        List<(string Name, string Value)> parameters = [("Input", input), ("Async", "true"), ("UserData", key)];
        if (pipeline is not null)
        {
            parameters.Add(("PipelineId", pipeline));
        }

        var (status, body) = await AskAsync(Mps, "SubmitMediaInfoJob", parameters);
        return (status, status == 200 ? Json(body).GetProperty("MediaInfoJob").GetProperty("JobId").GetString() : null, body);
    }

    /// <summary>Creates a pipeline that posts its completion messages to the URL.</summary>
    /// <returns>Its id.</returns>
    public async Task<string> AddPipelineAsync(Uri target)
    {
        var notify = JsonSerializer.Serialize(new { Url = target.AbsoluteUri });
        var answer = await CallAsync("AddPipeline", ("Name", "of-a-test"), ("NotifyConfig", notify));
        return answer.GetProperty("Pipeline").GetProperty("Id").GetString()!;
    }

    /// <summary>The jobs with those ids, in any order.</summary>
    public async Task<IReadOnlyList<JsonElement>> QueryAsync(IEnumerable<string> ids)
    {
        // The documentation allows ten ids per call.
        var jobs = new List<JsonElement>();
        foreach (var some in ids.Chunk(10))
        {
            var answer = await CallAsync("QueryMediaInfoJobList", ("MediaInfoJobIds", string.Join(',', some)));
            jobs.AddRange(answer.GetProperty("MediaInfoJobList").GetProperty("MediaInfoJob").EnumerateArray());
        }

        return jobs;
    }

    /// <summary>The body of a plain GET, whatever its status.</summary>
    public async Task<(int Status, string Body)> GetAsync(string path)
    {
        using var answer = await _http.GetAsync(new Uri(endpoint, path));
        return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    /// <summary>The results of the health checks, as callers with the key see them.</summary>
    public async Task<(int Status, string Body)> GetHealthAsync(string key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(endpoint, "/health/ready"));
        request.Headers.Add("X-Health-Key", key);
        using var answer = await _http.SendAsync(request);
        return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    /// <inheritdoc />
    public void Dispose() => _http.Dispose();

    /// <summary>Calls an action of MPS.</summary>
    /// <exception cref="InvalidOperationException">It was refused.</exception>
    public Task<JsonElement> CallAsync(string action, params (string Name, string Value)[] parameters) =>
        CallAsync(Mps, action, parameters);

    /// <summary>Calls an action of the product of that version.</summary>
    /// <exception cref="InvalidOperationException">It was refused.</exception>
    public async Task<JsonElement> CallAsync(string version, string action, (string Name, string Value)[] parameters)
    {
        var (status, body) = await AskAsync(version, action, parameters);
        return status == 200 ? Json(body) : throw new InvalidOperationException($"{action} answered {status}: {body}");
    }

    private Task<(int Status, string Body)> AskAsync(
        string version, string action, IEnumerable<(string Name, string Value)> parameters) =>
        GetAsync("/?" + Sign(
        [
            ("Action", action),
            ("Version", version),
            ("Format", "JSON"),
            ("AccessKeyId", accessKeyId),
            ("SignatureMethod", "HMAC-SHA1"),
            ("SignatureVersion", "1.0"),
            ("SignatureNonce", Guid.NewGuid().ToString()),
            ("Timestamp", DateTimeOffset.UtcNow.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)),
            .. securityToken is null ? [] : new[] { ("SecurityToken", securityToken) },
            .. parameters,
        ]));

    private static JsonElement Json(string body)
    {
        using var json = JsonDocument.Parse(body);
        return json.RootElement.Clone();
    }

    [SuppressMessage("Security", "CA5350", Justification = "The vendor's scheme is HMAC-SHA1.")]
    private string Sign(IEnumerable<(string Name, string Value)> parameters)
    {
        var sorted = parameters
            .OrderBy(parameter => parameter.Name, StringComparer.Ordinal)
            .Select(parameter => $"{Uri.EscapeDataString(parameter.Name)}={Uri.EscapeDataString(parameter.Value)}");
        var query = string.Join('&', sorted);
        var text = $"GET&{Uri.EscapeDataString("/")}&{Uri.EscapeDataString(query)}";
        var signature = HMACSHA1.HashData(Encoding.UTF8.GetBytes(accessKeySecret + "&"), Encoding.UTF8.GetBytes(text));
        return $"{query}&Signature={Uri.EscapeDataString(Convert.ToBase64String(signature))}";
    }
}
