using System.Globalization;
using System.Text;
using MediaInfo.Api.Alibaba.Mns;
using MediaInfo.Api.Tests.Support;
using MediaInfo.TestSupport;
using Microsoft.AspNetCore.Http;

namespace MediaInfo.Api.Tests.Alibaba.Mns.Topics;

/// <summary>Signed calls of the actions of topics.</summary>
internal static class TopicCalls
{
    public static Task<WireAnswer> PutAsync(this ApiRig rig, string resource, string body = "", string key = "testid") =>
        rig.CallAsync("PUT", resource, body, key);

    public static Task<WireAnswer> GetAsync(
        this ApiRig rig, string resource, params (string Name, string Value)[] headers) =>
        rig.CallAsync("GET", resource, "", "testid", headers);

    public static Task<WireAnswer> DeleteAsync(this ApiRig rig, string resource) =>
        rig.CallAsync("DELETE", resource, "", "testid");

    public static Task<WireAnswer> PublishAsync(this ApiRig rig, string topic, string body) =>
        rig.CallAsync("POST", $"/topics/{topic}/messages", body, "testid");

    public static Task<WireAnswer> CallAsync(
        this ApiRig rig, string method, string resource, string body, string key, params (string Name, string Value)[] headers)
    {
        IHeaderDictionary sent = new HeaderDictionary
        {
            ["Date"] = rig.Time.GetUtcNow().ToString("R", CultureInfo.InvariantCulture),
            ["x-mns-version"] = "2015-06-06",
            ["Content-Type"] = "text/xml",
        };
        foreach (var (name, value) in headers)
        {
            sent[name] = value;
        }

        var text = MnsSignature.StringToSign(method, sent.Date.ToString(), sent, resource);
        var secret = key switch { "testid" => "testsecret", "otherid" => "othersecret", _ => "readersecret" };
        sent.Authorization = $"MNS {key}:{MnsSignature.Sign(text, secret)}";
        var parts = resource.Split('?', 2);
        return rig.SendAsync(new WireRequest(method, parts.Length > 1 ? $"?{parts[1]}" : "")
        {
            Path = parts[0],
            ContentType = "text/xml",
            Body = Encoding.UTF8.GetBytes(body),
            Headers = sent.ToDictionary(
                header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase),
        });
    }

    /// <summary>Status and code of an answer; the code is empty without a body.</summary>
    public static (int Status, string Code) Outcome(this WireAnswer answer) =>
        (answer.Status, answer.Body.Length == 0 ? "" : answer.Body.Split("<Code>") is [_, var rest] ? rest.Split('<')[0] : "");

    /// <summary>Compares the body with a golden file, one element a line.</summary>
    public static void Matches(this WireAnswer answer, string name) => GoldenFile.MatchesFile(
        answer.Body.Replace("><", ">\n<", StringComparison.Ordinal),
        RepositoryRoot.Combine("tests", "MediaInfo.Api.Tests", "Golden", "Mns", "Topics", $"{name}.xml"));

    public static string Subscription(string endpoint, string more = "") =>
        $"<Subscription xmlns=\"http://mns.aliyuncs.com/doc/v1/\"><Endpoint>{endpoint}</Endpoint>{more}</Subscription>";

    public static string Message(string text, string more = "") =>
        $"<Message xmlns=\"http://mns.aliyuncs.com/doc/v1/\"><MessageBody>{text}</MessageBody>{more}</Message>";
}
