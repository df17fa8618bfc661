using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace MediaInfo.Standalone.Tests.EndToEnd;

/// <summary>A client of the vendor's RPC protocol, signed by version 1.0, written from the vendor's page and not from our server.</summary>
public sealed class RpcClient(
    Uri endpoint, string accessKeyId = "testid", string accessKeySecret = "testsecret", string? securityToken = null) : IDisposable
{
    /// <summary>The version of IMS.</summary>
    public const string Ims = "2020-11-09";

    private const string Mps = "2014-06-18";

    private readonly HttpClient _http = new(new SocketsHttpHandler { UseProxy = false });

    /// <summary>Submits an asynchronous analysis of an object of the bucket.</summary>
    /// <returns>The job's id.</returns>
    public async Task<string> SubmitAsync(string key)
    {
        var input = JsonSerializer.Serialize(
            new { Bucket = StandaloneFixture.Bucket, Location = "oss-cn-hangzhou", Object = Uri.EscapeDataString(key) });
        var answer = await CallAsync("SubmitMediaInfoJob", ("Input", input), ("Async", "true"), ("UserData", key));
        return answer.GetProperty("MediaInfoJob").GetProperty("JobId").GetString()!;
    }

    /// <summary>The jobs of those ids, in whatever order.</summary>
    public async Task<IReadOnlyList<JsonElement>> QueryAsync(IEnumerable<string> ids)
    {
        // The documents allow ten ids in a call.
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

    /// <inheritdoc />
    public void Dispose() => _http.Dispose();

    /// <summary>Calls an action of MPS.</summary>
    /// <exception cref="InvalidOperationException">It was refused.</exception>
    public Task<JsonElement> CallAsync(string action, params (string Name, string Value)[] parameters) => CallAsync(Mps, action, parameters);

    /// <summary>Calls an action of the product of that version.</summary>
    /// <exception cref="InvalidOperationException">It was refused.</exception>
    public async Task<JsonElement> CallAsync(string version, string action, (string Name, string Value)[] parameters)
    {
        var query = Sign(
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
        ]);
        var (status, body) = await GetAsync("/?" + query);
        return status == 200
            ? JsonDocument.Parse(body).RootElement
            : throw new InvalidOperationException($"{action} answered {status}: {body}");
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
