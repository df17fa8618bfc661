using System.Text.Json;
using System.Xml;
using System.Xml.Linq;

namespace MediaInfo.Standalone.Tests.Reliability.Attacks;

/// <summary>Checks that an answer has the form that the vendor's clients read.</summary>
internal static class VendorShape
{
    private const int MaxRequestLine = 32 * 1024;
    private const int MaxHeaders = 32 * 1024;

    /// <summary>The problem of an answer to the mutant; null if there is none.</summary>
    public static string? Problem(Mutant mutant, RawAnswer? answer) => (mutant.Call, answer) switch
    {
        
        // 505 is correct for an unknown HTTP version.
        (_, { Status: >= 500 and not 505 }) => "a fault of the server",
        (null, _) => null,
        (_, null) => "no answer",
        ({ Method: "HEAD" }, _) => null,
        ({ } call, _) when IsTooLong(call) => answer.Status is 414 or 431 ? null : "it is not told that its head is too long",
        ({ } call, _) => OfPath(call.Target.Split('?')[0]) switch
        {
            // A browser's question before its call has an answer without a body.
            "" when call.Method is "OPTIONS" && answer is { Status: 200, Body.Length: 0 } => null,
            "" => RpcProblem(answer),
            "v1" => MpcProblem(answer),
            _ => null,
        },
    };

    /// <summary>The problem of an answer of Alibaba's protocol, in JSON or XML.</summary>
    public static string? RpcProblem(RawAnswer answer)
    {
        string[] needed = answer.Status == 200 ? ["RequestId"] : ["RequestId", "HostId", "Code", "Message"];
        var there = answer["Content-Type"] switch
        {
            "application/json;charset=utf-8" => MembersOfJson(answer.Body),
            "text/xml;charset=utf-8" => MembersOfXml(answer.Body),
            _ => [],
        };
        return needed.All(there.Contains) ? null : "it is not in the shape of Alibaba's protocol";
    }

    /// <summary>The problem of an answer of Huawei's protocol.</summary>
    public static string? MpcProblem(RawAnswer answer)
    {
        if (answer["X-Request-Id"].Length == 0)
        {
            return "it does not name its request";
        }

        string[] needed = answer.Status < 400 ? [] : ["error_code", "error_msg"];
        return answer.Status == 204 || needed.All(MembersOfJson(answer.Body).Contains)
            ? null
            : "it is not in the shape of Huawei's protocol";
    }

    private static string OfPath(string path) =>
        path.Split('/') is ["", var first, ..] ? first.Length == 0 && path.Length > 1 ? "none" : first : "none";

    private static bool IsTooLong(RawCall call) =>
        call.Method.Length + call.Target.Length + 12 > MaxRequestLine
        || call.Headers.Sum(header => header.Name.Length + header.Value.Length + 4) > MaxHeaders;

    private static HashSet<string> MembersOfJson(string body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            return json.RootElement
                .EnumerateObject()
                .Where(member => member.Value.ToString().Length > 0)
                .Select(member => member.Name)
                .ToHashSet(StringComparer.Ordinal);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return [];
        }
    }

    private static HashSet<string> MembersOfXml(string body)
    {
        try
        {
            using var reader = XmlReader.Create(new StringReader(body), new XmlReaderSettings { CheckCharacters = false });
            return XDocument.Load(reader).Root!
                .Elements()
                .Select(element => element.Name.LocalName)
                .ToHashSet(StringComparer.Ordinal);
        }
        catch (XmlException)
        {
            return [];
        }
    }
}
