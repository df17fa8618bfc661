using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace MediaInfo.Api.Tests.Alibaba.Mns.Topics;

/// <summary>
/// A push as the endpoints in the vendor's samples read and verify it. The Java sample looks headers up by their exact names,
/// the Go sample by names in lower case.
/// </summary>
internal sealed class VendorsEndpoint
{
    private readonly string _method;
    private readonly string _resource;
    private readonly Dictionary<string, string> _headers = new(StringComparer.Ordinal);

    /// <summary>Reads a request's text.</summary>
    public VendorsEndpoint(string request)
    {
        var (head, body) = request.Split("\r\n\r\n", 2) is [var one, var two] ? (one, two) : (request, "");
        var lines = head.Split("\r\n");
        (_method, _resource) = (lines[0].Split(' ')[0], lines[0].Split(' ')[1]);
        foreach (var line in lines[1..])
        {
            var colon = line.IndexOf(": ", StringComparison.Ordinal);
            _headers[line[..colon]] = line[(colon + 2)..];
        }

        Body = body;
    }

    public string Body { get; }

    public IReadOnlyDictionary<string, string> Headers => _headers;

    /// <summary>The address of the certificate.</summary>
    public string CertificateUrl =>
        Encoding.UTF8.GetString(Convert.FromBase64String(_headers["x-mns-signing-cert-url"]));

    /// <summary>HttpEndpointSubscription.authenticate of aliyun-mns-java-sdk.</summary>
    public bool VerifyAsJava(string certificatePem)
    {
        var text = new StringBuilder();
        text.Append(_method).Append('\n');
        text.Append(_headers.GetValueOrDefault("Content-md5", "")).Append('\n');
        text.Append(_headers.GetValueOrDefault("Content-Type", "")).Append('\n');
        text.Append(_headers.GetValueOrDefault("Date", "")).Append('\n');
        var own = _headers
            .Where(header => header.Key.StartsWith("x-mns-", StringComparison.Ordinal))
            .Select(header => $"{header.Key}:{header.Value}")
            .Order(StringComparer.Ordinal);
        foreach (var header in own)
        {
            text.Append(header).Append('\n');
        }

        text.Append(_resource);
        return Verify(text.ToString(), _headers["Authorization"], certificatePem);
    }

    /// <summary>authenticateWithHeaderMap of aliyun-mns-go-sdk.</summary>
    public bool VerifyAsGo(string certificatePem)
    {
        var lower = _headers.ToDictionary(
            header => header.Key.ToLowerInvariant(), header => header.Value, StringComparer.Ordinal);
        var own = string.Join('\n', lower
            .Where(header => header.Key.StartsWith("x-mns-", StringComparison.Ordinal))
            .Select(header => $"{header.Key}:{header.Value}")
            .Order(StringComparer.Ordinal));
        string[] signed = ["content-md5", "content-type", "date"];
        var values = string.Join('\n', signed.Select(name => lower.GetValueOrDefault(name, "")));
        return Verify($"{_method}\n{values}\n{own}\n{_resource}", lower["authorization"], certificatePem);
    }

    private static bool Verify(string text, string signature, string certificatePem)
    {
        using var certificate = X509Certificate2.CreateFromPem(certificatePem);
        using var key = certificate.GetRSAPublicKey()!;
        return key.VerifyData(
            Encoding.UTF8.GetBytes(text),
            Convert.FromBase64String(signature),
            HashAlgorithmName.SHA1,
            RSASignaturePadding.Pkcs1);
    }
}
