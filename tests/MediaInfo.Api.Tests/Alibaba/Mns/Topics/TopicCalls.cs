using MediaInfo.Api.Tests.Support;
using MediaInfo.TestSupport;

namespace MediaInfo.Api.Tests.Alibaba.Mns.Topics;

/// <summary>Signed calls of the actions of topics.</summary>
internal static class TopicCalls
{
    public static Task<WireAnswer> PutAsync(this ApiRig rig, string resource, string body = "", string key = "testid") =>
        rig.CallAsync(MnsRequest.Put(resource, body) with { KeyId = key, Secret = SecretOf(key) });

    public static Task<WireAnswer> GetAsync(
        this ApiRig rig, string resource, params (string Name, string Value)[] headers) =>
        rig.CallAsync(headers.Aggregate(MnsRequest.Get(resource), (request, header) => request.With(header.Name, header.Value)));

    public static Task<WireAnswer> DeleteAsync(this ApiRig rig, string resource) => rig.CallAsync(MnsRequest.Delete(resource));

    public static Task<WireAnswer> PublishAsync(this ApiRig rig, string topic, string body) =>
        rig.CallAsync(MnsRequest.Post($"/topics/{topic}/messages", body));

    public static Task<WireAnswer> CallAsync(this ApiRig rig, MnsRequest request) => rig.SendAsync(request.ToWire());

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

    private static string SecretOf(string key) => key switch
    {
        "otherid" => "othersecret",
        "reader" => "readersecret",
        _ => "testsecret",
    };
}
