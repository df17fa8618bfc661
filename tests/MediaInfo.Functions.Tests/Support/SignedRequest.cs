using System.Globalization;
using System.Text;
using System.Text.Json;
using MediaInfo.Api.Alibaba.Signing;
using Microsoft.AspNetCore.Http;

namespace MediaInfo.Functions.Tests.Support;

/// <summary>Requests to the root path, as the vendor's SDKs send them.</summary>
internal static class SignedRequest
{
    public const string KeyId = "testid";
    public const string Secret = "testsecret";

    /// <summary>A signed submit call that is answered at once.</summary>
    public static HttpContext Submit(string method = "POST") =>
        Of(method, Secret, ("Action", "SubmitMediaInfoJob"), ("Async", "true"), ("Input", Input));

    /// <summary>A signed query for a job.</summary>
    public static HttpContext Query(string jobId) =>
        Of("GET", Secret, ("Action", "QueryMediaInfoJobList"), ("MediaInfoJobIds", jobId));

    /// <summary>A request signed with another secret.</summary>
    public static HttpContext Of(string method, string secret, params (string Name, string Value)[] parameters)
    {
        var all = parameters.ToDictionary(pair => pair.Name, pair => pair.Value, StringComparer.Ordinal);
        all["Version"] = "2014-06-18";
        all["Format"] = "JSON";
        all["AccessKeyId"] = KeyId;
        all["Timestamp"] = DateTimeOffset.UtcNow.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        all["SignatureNonce"] = Guid.NewGuid().ToString("N");
        all["Signature"] = RpcSignature.Sign(RpcSignature.StringToSign(method, RpcSignature.CanonicalQuery(all)), secret);
        return Context(method, string.Join('&', all.Select(pair => $"{pair.Key}={Uri.EscapeDataString(pair.Value)}")));
    }

    /// <summary>The body of the answer.</summary>
    public static JsonElement Answer(this HttpContext context)
    {
        context.Response.Body.Position = 0;
        using var document = JsonDocument.Parse(context.Response.Body);
        return document.RootElement.Clone();
    }

    private static string Input =>
        JsonSerializer.Serialize(new { Media.Sample.Bucket, Location = "oss-cn-hangzhou", Object = Media.Sample.Key });

    private static DefaultHttpContext Context(string method, string parameters)
    {
        var context = new DefaultHttpContext();
        context.Request.Method = method;
        context.Request.Path = "/";
        context.Request.Host = new HostString("localhost", 7071);
        context.Response.Body = new MemoryStream();
        if (HttpMethods.IsGet(method))
        {
            context.Request.QueryString = new QueryString("?" + parameters);
        }
        else
        {
            context.Request.ContentType = "application/x-www-form-urlencoded";
            context.Request.Body = new MemoryStream(Encoding.UTF8.GetBytes(parameters));
        }

        return context;
    }
}
