using System.Globalization;
using System.Text;
using System.Text.Json;
using MediaInfo.Api.Alibaba.Signing;
using MediaInfo.Api.Huawei.Signing;
using Microsoft.AspNetCore.Http;

namespace MediaInfo.Standalone.Tests.Reliability.Attacks;

/// <summary>Signs calls with any content, so that they pass authentication.</summary>
internal static class CallSigner
{
    private const string FormType = "application/x-www-form-urlencoded";
    private const string JsonType = "application/json";
    private const string MpcPath = "/v1/local-project/extract-metadata";

    /// <summary>Returns the call, signed now.</summary>
    public static RawCall Sign(ApiCall call, Uri endpoint) => call.Dialect switch
    {
        Dialect.RpcQuery or Dialect.RpcForm => SignRpc(call, endpoint),
        Dialect.Mpc => SignMpc(call, endpoint),
        _ => SignAcs3(call, endpoint),
    };

    private static RawCall SignRpc(ApiCall call, Uri endpoint)
    {
        List<(string Name, string Value)> all =
        [
            ("Action", call.Action), ("Version", call.Version), ("Format", call.Format), ("AccessKeyId", call.KeyId),
            ("SignatureMethod", "HMAC-SHA1"), ("SignatureVersion", "1.0"), ("SignatureNonce", $"{Guid.NewGuid()}"),
            ("Timestamp", Now(call).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)),
            .. call.Parameters,
        ];

        // The last value of a repeated parameter counts.
        var counted = all
            .GroupBy(pair => pair.Name, StringComparer.Ordinal)
            .ToDictionary(same => same.Key, same => same.Last().Value, StringComparer.Ordinal);
        var isForm = call.Dialect == Dialect.RpcForm;
        var text = RpcSignature.StringToSign(isForm ? "POST" : "GET", RpcSignature.CanonicalQuery(counted));
        all.Add((RpcSignature.SignatureParameter, RpcSignature.Sign(text, call.Secret)));
        return isForm
            ? new RawCall("POST", "/")
            {
                Headers = [Host(endpoint), ("Content-Type", call.ContentType ?? FormType)],
                Body = Encoding.UTF8.GetBytes(Encode(all)),
            }
            : new RawCall("GET", "/?" + Encode(all)) { Headers = [Host(endpoint)] };
    }

    private static RawCall SignAcs3(ApiCall call, Uri endpoint)
    {
        var query = call.Dialect == Dialect.Acs3Query ? call.Parameters : [];
        var (type, body) = call.Dialect switch
        {
            Dialect.Acs3Form => (FormType, Encoding.UTF8.GetBytes(Encode(call.Parameters))),
            Dialect.Acs3Json => (JsonType, call.Body ?? Json(call.Parameters)),
            _ => ("", []),
        };
        var headers = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["host"] = endpoint.Authority,
            ["x-acs-action"] = call.Action,
            ["x-acs-content-sha256"] = Acs3Signature.Digest(body),
            ["x-acs-date"] = Now(call).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
            ["x-acs-signature-nonce"] = $"{Guid.NewGuid()}",
            ["x-acs-version"] = call.Version,
        };
        if (type.Length > 0)
        {
            headers["content-type"] = call.ContentType ?? type;
        }

        var names = string.Join(';', headers.Keys);
        var canonical = Acs3Signature.CanonicalRequest(
            "POST",
            "/",
            Acs3Signature.CanonicalQuery(Pairs(query)),
            Acs3Signature.CanonicalHeaders(headers.Keys, Dictionary(headers)),
            names,
            headers["x-acs-content-sha256"]);
        var signature = Acs3Signature.Sign(Acs3Signature.StringToSign(canonical), call.Secret);
        return new RawCall("POST", query.Count > 0 ? "/?" + Encode(query) : "/")
        {
            Headers =
            [
                .. headers.Select(header => (header.Key, header.Value)),
                (
                    "Authorization",
                    $"{Acs3Signature.Algorithm} Credential={call.KeyId},SignedHeaders={names},Signature={signature}"),
            ],
            Body = body,
        };
    }

    private static RawCall SignMpc(ApiCall call, Uri endpoint)
    {
        var headers = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["content-type"] = call.ContentType ?? JsonType,
            ["host"] = endpoint.Authority,
            ["x-sdk-date"] = Now(call).ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture),
        };
        var body = call.Body ?? [];
        var names = string.Join(';', headers.Keys);
        var canonical = SdkHmacSignature.CanonicalRequest(
            call.Action, SdkHmacSignature.CanonicalPath(MpcPath), SdkHmacSignature.CanonicalQuery(Pairs(call.Parameters)),
            SdkHmacSignature.CanonicalHeaders(headers.Keys, Dictionary(headers), endpoint.Authority),
            names,
            SdkHmacSignature.Digest(body));
        var signature = SdkHmacSignature.Sign(SdkHmacSignature.StringToSign(headers["x-sdk-date"], canonical), call.Secret);
        return new RawCall(call.Action, call.Parameters.Count > 0 ? $"{MpcPath}?{Encode(call.Parameters)}" : MpcPath)
        {
            Headers =
            [
                .. headers.Select(header => (header.Key, header.Value)),
                (
                    "Authorization",
                    $"{SdkHmacSignature.Algorithm} Access={call.KeyId}, SignedHeaders={names}, Signature={signature}"),
            ],
            Body = body,
        };
    }

    private static (string Name, string Value) Host(Uri endpoint) => ("host", endpoint.Authority);

    private static DateTimeOffset Now(ApiCall call) => DateTimeOffset.UtcNow.AddSeconds(call.SecondsOff);

    private static IEnumerable<KeyValuePair<string, string>> Pairs(IEnumerable<(string Name, string Value)> parameters) =>
        parameters.Select(pair => KeyValuePair.Create(pair.Name, pair.Value));

    private static string Encode(IEnumerable<(string Name, string Value)> parameters) =>
        string.Join('&', parameters.Select(pair => $"{Uri.EscapeDataString(pair.Name)}={Uri.EscapeDataString(pair.Value)}"));

    private static byte[] Json(IEnumerable<(string Name, string Value)> parameters) => JsonSerializer.SerializeToUtf8Bytes(
        parameters
            .GroupBy(pair => pair.Name, StringComparer.Ordinal)
            .ToDictionary(same => same.Key, same => same.Last().Value, StringComparer.Ordinal));

    private static HeaderDictionary Dictionary(IEnumerable<KeyValuePair<string, string>> headers)
    {
        var dictionary = new HeaderDictionary();
        foreach (var (name, value) in headers)
        {
            dictionary[name] = value;
        }

        return dictionary;
    }
}
