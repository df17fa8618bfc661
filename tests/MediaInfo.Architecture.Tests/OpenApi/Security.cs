using System.Text.Json.Nodes;

namespace MediaInfo.Architecture.Tests.OpenApi;

/// <summary>How calls are signed. OpenAPI knows no signatures, so each scheme is a key in the place of its signature.</summary>
internal static class Security
{
    private static readonly (string Name, string Protocol, string In, string Parameter, string Meaning)[] Schemes =
    [
        ("rpcV1", "rpc", "query", "Signature", "Alibaba's signature version 1.0: HMAC-SHA1 over all parameters."),
        ("rpcV3", "rpc", "header", "Authorization", "Alibaba's signature version 3: ACS3-HMAC-SHA256 over the request."),
        ("rpcBearer", "rpc", "header", "x-acs-bearer-token", "A token of the account, with x-acs-signature-type: BEARERTOKEN."),
        ("sdkHmac", "mpc", "header", "Authorization", "Huawei's SDK-HMAC-SHA256 over the request."),
        ("authToken", "mpc", "header", "X-Auth-Token", "A token of the account."),
        ("mns", "mns", "header", "Authorization", "MNS AccessKeyId:Signature, HMAC-SHA1, or signature version 4."),
    ];

    /// <summary>Any of the schemes of a protocol.</summary>
    public static JsonArray Of(string protocol) => new([.. Schemes
        .Where(scheme => string.Equals(scheme.Protocol, protocol, StringComparison.Ordinal))
        .Select(scheme => new JsonObject { [scheme.Name] = new JsonArray() })]);

    /// <summary>All schemes.</summary>
    public static JsonObject Write() => new(Schemes.Select(scheme => KeyValuePair.Create(scheme.Name, (JsonNode?)new JsonObject
    {
        ["type"] = "apiKey",
        ["in"] = scheme.In,
        ["name"] = scheme.Parameter,
        ["description"] = scheme.Meaning,
    })));
}
