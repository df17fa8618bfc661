using System.Text;
using MediaInfo.Api.Tests.Huawei.Mpc.Support;
using MediaInfo.Api.Tests.Support;
using static MediaInfo.Api.Tests.Growth.PlaylistInput;

namespace MediaInfo.Api.Tests.Growth;

/// <summary>
/// Requests of every protocol: what is read before the sender is known, what is read of a signed call, and its answer.
/// </summary>
internal static class RequestShapes
{
    // The service accepts bodies of 256 KiB, and 32 KiB for the request line or the headers.
    private const int Body = 256 * 1024;
    private const int Head = 32 * 1024;
    private const string Form = "application/x-www-form-urlencoded";
    private const string Json = "application/json";

    public static IReadOnlyList<GrowthCase> All { get; } =
    [
        Case("a form of many parameters", Body, size => Post(Form, Number(size, number => $"a{number}=1&"))),
        Case("a form of one parameter many times", Body, size => Post(Form, Repeat("a=1&", size))),
        Case("a form of separators", Body, size => Post(Form, new string('&', size))),
        Case("a form of empty pairs", Body, size => Post(Form, Repeat("=&", size))),
        Case("a form of one name", Body, size => Post(Form, new string('a', size))),
        Case("a form of one encoded value", Body, size => Post(Form, "a=" + Repeat("%41", size))),
        Case("a form of broken encoding", Body, size => Post(Form, "a=" + Repeat("%", size))),
        Case("a form of signs for spaces", Body, size => Post(Form, "a=" + new string('+', size))),
        Case(
            "a form of bytes that are no text",
            Body,
            size => new WireRequest("POST", "") { ContentType = Form, Body = [.. Enumerable.Repeat((byte)0xff, size)] }),
        Case("a form of indexed members", Body, size => Post(Form, Number(size, number => $"Input.{number}.Type=1&"))),
        Case("a form that is signed", Body, size => Signed(size, number => ($"a{number}", "测"))),
        Case(
            "a form that is signed, of one long value",
            Body,
            size => RpcRequest.Of("SearchPipeline", ("a", new string('测', size / 9))).ToForm()),
        Case("a query of many parameters", Head, size => new WireRequest("GET", "?" + Number(size, number => $"a{number}=1&"))),
        Case("a query of separators", Head, size => new WireRequest("GET", "?" + new string('&', size))),
        Case(
            "an object of many members",
            Body,
            size => Post(Json, In("""{§"z":1}""", Number(size, number => $"\"a{number}\":1,")))),
        Case("an object of one member many times", Body, size => Post(Json, In("""{§"z":1}""", Repeat("\"a\":1,", size)))),
        Case("an object of one long text", Body, size => Post(Json, In("""{"a":"§"}""", new string('b', size)))),
        Case("an object of escapes", Body, size => Post(Json, In("""{"a":"§"}""", Repeat("\\ud800", size)))),
        Case("an object of one array", Body, size => Post(Json, In("""{"a":[§1]}""", Repeat("[],", size)))),
        Case("arrays in arrays", Body, size => Post(Json, new string('[', size))),
        Case("a number of many digits", Body, size => Post(Json, In("""{"a":§}""", new string('9', size)))),
        Case("headers named many times by version 3", Head, size =>
            Authorized($"ACS3-HMAC-SHA256 Credential=a,SignedHeaders={Number(size, number => $"a{number};")}a,Signature=a")),
        Case(
            "one header named many times by version 3",
            Head,
            size => Authorized($"ACS3-HMAC-SHA256 Credential=a,SignedHeaders={Repeat("host;", size)}a,Signature=a")),
        Case("an authorization of many parts", Head, size => Authorized("ACS3-HMAC-SHA256 " + Repeat("a=,", size))),
        Case(
            "an authorization of one part many times",
            Head,
            size => Authorized("ACS3-HMAC-SHA256 " + Repeat("Credential=a,", size))),
        Case("an authorization of separators", Head, size => Authorized("ACS3-HMAC-SHA256 " + new string(',', size))),
        Case("an authorization of another scheme", Head, size => Authorized(new string('a', size))),
        Task("headers named many times", Head, size => Token() with { Headers = Authorization(
            $"SDK-HMAC-SHA256 Access=a, SignedHeaders={Number(size, number => $"a{number};")}x-sdk-date, Signature={new string('0', 64)}") }),
        Task(
            "an access key without an end",
            Head,
            size => Token() with { Headers = Authorization($"SDK-HMAC-SHA256 Access={new string('a', size)}") }),
        Task(
            "an authorization that begins many times",
            Head,
            size => Token() with { Headers = Authorization(Repeat("SDK-HMAC-SHA256 Access=a, SignedHeaders=a, ", size)) }),
        Task("a path of many parts", Head, size => Token() with { Path = "/v1" + new string('/', size) }),
        Task(
            "a query of one parameter many times",
            Head,
            size => Token() with { Query = "?" + Number(size, number => $"task_id={number}&") }),
        Task("a query of many ids", Head, size => Token() with { Query = "?task_id=" + Number(size, number => $"{number},") }),
        Task("a query of many pages", Head, size => Token() with { Query = "?" + Repeat("page=1&", size) }),
        Task("an object of many members", Body, size => Create(In("""{§"z":1}""", Number(size, number => $"\"a{number}\":1,")))),
        Task("an object of one member many times", Body, size => Create(In("""{§"z":1}""", Repeat("\"a\":1,", size)))),
        Task("objects in objects", Body, size => Create(Repeat("{\"input\":", size))),
        Task("a long name of a file", Body, size => Create(Input($"\"file_name\":\"{new string('a', size)}\""))),
        Task("a long key", Body, size => Create(Input($"\"object\":\"{Repeat("a/", size)}\""))),
        Task("a long name of a member", Body, size => Create(In("""{"input":{"§":1}}""", new string('a', size)))),
        Task("user data", Body, size => Create(In(
            """{"input":{"bucket":"b","location":"oss-cn-hangzhou","object":"a.mp4"},"user_data":"§"}""",
            new string('a', size)))),
        Task("a text of half surrogate pairs", Body, size => Create(In("""{"user_data":"§"}""", Repeat("\\ud800", size)))),
        Call(
            "Input of many members",
            size => ("SubmitMediaInfoJob", "Input", In("""{§"z":1}""", Number(size, number => $"\"a{number}\":1,")))),
        Call(
            "Config of many members",
            size => ("SubmitMediaInfoJob", "Config", In("""{§"z":1}""", Repeat("\"Deep\":true,", size))),
            ("Input", ApiJobs.Input),
            ("Async", "true")),
        Call(
            "UserData",
            size => ("SubmitMediaInfoJob", "UserData", new string('a', size)),
            ("Input", ApiJobs.Input),
            ("Async", "true")),
        Call("many ids of jobs", size => ("QueryMediaInfoJobList", "MediaInfoJobIds", Number(size, number => $"{number},"))),
        Call(
            "NotifyConfig of many members",
            size => ("AddPipeline", "NotifyConfig", In("""{§"z":1}""", Number(size, number => $"\"a{number}\":1,"))),
            ("Name", "a")),
        Call(
            "NotifyConfig with a long address",
            size => ("AddPipeline", "NotifyConfig", In("""{"Url":"https://§"}""", new string('a', size))),
            ("Name", "a")),
        Call("a long name of a pipeline", size => ("AddPipeline", "Name", new string('a', size))),
        Call(
            "an answer as XML of many members",
            size => ("Echo", "Body", In("""{§"z":1}""", Number(size, number => $"\"a{number}\":\"b\","))),
            ("Format", "XML")),
        Call(
            "an answer as XML of a long list",
            size => ("Echo", "Body", In("""{"a":[§1]}""", Repeat("1,", size))),
            ("Format", "XML")),
        Call(
            "an answer as XML of characters that XML lacks",
            size => ("Echo", "Body", In("""{"a":"§"}""", Repeat("\\u0001", size))),
            ("Format", "XML")),
        Call(
            "an answer as XML of a long name",
            size => ("Echo", "Body", In("""{"§":1}""", new string('<', size))),
            ("Format", "XML")),
        Call("an answer of escapes", size => ("Echo", "Body", In("""{"a":"§"}""", Repeat("\\n\\\"", size)))),
        Call("an answer of characters beyond the basic plane", size => ("Echo", "Body", In("""{"a":"§"}""", Repeat("😀", size)))),
        Library(
            "a long list of tags",
            size => ("RegisterMediaInfo", "MediaTags", Number(size, number => $"{number},")),
            ("InputURL", "oss://b/a.mp4")),
        Library(
            "UserData of many members",
            size => ("RegisterMediaInfo", "UserData", In("""{§"z":1}""", Number(size, number => $"\"a{number}\":1,"))),
            ("InputURL", "oss://b/a.mp4")),
        Library("a long address", size => ("RegisterMediaInfo", "InputURL", "oss://b/" + Repeat("%41", size))),
        Library("many ids of assets", size => ("BatchGetMediaInfos", "MediaIds", Number(size, number => $"{number},"))),
        Library(
            "many addresses of assets",
            size => ("DeleteMediaInfos", "InputURLs", Number(size, number => $"oss://b/{number},"))),
        Library(
            "Input of many members",
            size => ("SubmitMediaInfoJob", "Input", In("""{§"z":1}""", Number(size, number => $"\"a{number}\":1,")))),
        Library("a long token of a page", size => ("ListMediaInfoJobs", "NextPageToken", new string('a', size))),
    ];

    private static GrowthCase Case(string shape, int largest, Func<int, WireRequest> make) =>
        New($"request: {shape}", largest, make);

    private static GrowthCase Task(string shape, int largest, Func<int, WireRequest> make) => New($"MPC: {shape}", largest, make);

    private static GrowthCase New(string name, int largest, Func<int, WireRequest> make) =>
        new(name, largest, size => new GrowthService().Input(make(size)));

    // Percent-encoding turns some characters into nine, so the parameter must be shorter than the maximum body.
    private static GrowthCase Call(
        string shape, Func<int, (string Action, string Name, string Value)> make, params (string, string)[] more) =>
        New($"MPS: {shape}", Body / 2, size => Of(make(size), [.. more]).ToForm());

    private static GrowthCase Library(
        string shape, Func<int, (string Action, string Name, string Value)> make, params (string, string)[] more) =>
        New($"IMS: {shape}", Body / 2, size => Of(make(size), [("Version", "2020-11-09"), .. more]).ToForm());

    private static RpcRequest Of((string Action, string Name, string Value) call, (string, string)[] more) =>
        RpcRequest.Of(call.Action, [(call.Name, call.Value), .. more]);

    private static WireRequest ToForm(this RpcRequest request) => (request with { AsForm = true }).ToWire();

    private static WireRequest Post(string type, string body) =>
        new("POST", "") { ContentType = type, Body = Encoding.UTF8.GetBytes(body) };

    private static WireRequest Signed(int size, Func<int, (string, string)> parameter) =>
        RpcRequest.Of(
            "SearchPipeline",
            [.. Enumerable.Range(0, Math.Min(size / 16, 900)).Select(parameter), ("b", new string('c', size / 2))]).ToForm();

    private static WireRequest Authorized(string header) =>
        new("POST", "?Format=JSON&Action=Echo&Version=2014-06-18") { Headers = Authorization(header) };

    private static Dictionary<string, string> Authorization(string header) => new(StringComparer.OrdinalIgnoreCase)
    {
        ["Authorization"] = header, ["x-sdk-date"] = MpcRequest.Now, ["x-acs-action"] = "Echo", ["x-acs-version"] = "2014-06-18",
    };

    private static WireRequest Token() => new("GET", "")
    {
        Path = "/v1/local-project/extract-metadata",
        Headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase) { ["X-Auth-Token"] = "testtoken" },
    };

    private static WireRequest Create(string json) =>
        Token() with { Method = "POST", ContentType = Json, Body = Encoding.UTF8.GetBytes(json) };

    private static string Input(string member) => In("""{"input":{"bucket":"b","location":"oss-cn-hangzhou",§}}""", member);
}
