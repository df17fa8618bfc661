using System.Text;
using MediaInfo.Api.Tests.Huawei.Mpc.Support;
using MediaInfo.Api.Tests.Support;
using MediaInfo.Core.Analysis;
using MediaInfo.Core.Jobs;
using MediaInfo.Core.Objects;
using MediaInfo.TestSupport;
using MediaInfo.TestSupport.Descriptions;

namespace MediaInfo.Api.Tests.Huawei.Mpc;

public sealed class CreateExtractTaskTests : IDisposable
{
    private readonly MpcRig _rig = new();

    public void Dispose() => _rig.Dispose();

    [Fact]
    public async Task A_task_is_stored_and_scheduled_before_the_answer()
    {
        var answer =
            await SendAsync($$$"""{"input":{{{MpcJobs.Input}}},"user_data":"测试","sync":0,"encryption":{"hls_encrypt":{} } }""");

        Assert.Equal((200, "application/json; charset=UTF-8"), (answer.Status, answer.ContentType));
        GoldenFile.Matches(answer.Pretty, "Mpc");
        var job = _rig.Job;
        Assert.Equal([job.Key], _rig.Scheduler.Scheduled);
        Assert.Equal(("mpc", "local-project", "测试", false), (job.Dialect, job.Project, job.UserData, job.Synchronous));
        Assert.Equal(new ObjectRef("example-bucket", "example-path/输入 1.mp4"), job.Source);
        Assert.Equal((string?)answer.Json["task_id"], JobNumber.Of(job.Key));
    }

    [Fact]
    public async Task An_answer_with_the_metadata()
    {
        EndJobs(
            job => job with { State = JobState.Succeeded, Result = ResultPart.Streams, EndedAt = job.CreatedAt.AddSeconds(1) });

        var answer = await SendAsync(
            $$$"""{"input":{{{MpcJobs.Input}}},"output":{"bucket":"example-bucket","location":"region01","object":"/reports/"},"sync":1}""");

        GoldenFile.Matches(answer.Pretty, "Mpc");
    }

    [Fact]
    public async Task An_answer_of_a_task_that_failed()
    {
        EndJobs(job => Failed(job, FailureReason.OutputDenied));

        var answer = await SendAsync($$$"""{"input":{{{MpcJobs.Input}}},"sync":1}""");

        Assert.Equal(200, answer.Status);
        GoldenFile.Matches(answer.Pretty, "Mpc");
    }

    [Fact]
    public async Task An_answer_of_a_call_whose_file_cannot_be_read()
    {
        EndJobs(job => Failed(job, FailureReason.NotMedia));

        var answer = await SendAsync($$$"""{"input":{{{MpcJobs.Input}}},"sync":1}""");

        Assert.Equal((406, "application/json; charset=UTF-8"), (answer.Status, answer.ContentType));
        GoldenFile.Matches(answer.Pretty, "Mpc");
        var listed = await _rig.SendAsync(MpcRequest.List());
        Assert.Equal("MPC.10066", (string?)listed.Json["tasks"]![0]!["error_code"]);
    }

    [Fact]
    public async Task An_asynchronous_call_is_never_refused_because_of_its_file()
    {
        EndJobs(job => Failed(job, FailureReason.NotMedia));

        Assert.Equal(200, (await SendAsync($$$"""{"input":{{{MpcJobs.Input}}},"sync":0}""")).Status);
    }

    [Fact]
    public async Task The_wait_ends_with_the_time_budget_and_the_task_continues()
    {
        var answer = SendAsync($$$"""{"input":{{{MpcJobs.Input}}},"sync":1}""");
        while (!answer.IsCompleted)
        {
            _rig.Time.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(5);
        }

        Assert.Equal("PROCESSING", (string?)(await answer).Json["status"]);
        Assert.True(_rig.Time.GetUtcNow() - _rig.Job.CreatedAt >= TimeSpan.FromSeconds(20), "The wait was cut short");
    }

    [Fact]
    public async Task Numbers_are_unquoted_if_the_setting_says_so()
    {
        using var rig = new MpcRig(("MediaInfo:Mpc:BareNumbers", "true"));

        var answer = await rig.SendAsync(MpcRequest.Create($$$"""{"input":{{{MpcJobs.Input}}},"user_data":7967}"""));
        var listed = await rig.SendAsync(MpcRequest.List());

        Assert.Matches("\"task_id\":[0-9]+,", answer.Body);
        Assert.Matches("\"create_time\":20240229120000", answer.Body);
        Assert.Matches("\"task_id\":[0-9]+,.*\"create_time\":20240229120000.*\"user_data\":\"7967\"", listed.Body);
    }

    [Theory]
    [InlineData("", "The body is not JSON")]
    [InlineData("null", "The body is not a JSON object")]
    [InlineData("[]", "The body is not JSON")]
    [InlineData("{", "is not JSON")]
    [InlineData("{}", "input is missing")]
    [InlineData("""{"input":1}""", "input is not JSON")]
    [InlineData("""{"input":{"bucket":[]}}""", "input.bucket is not JSON")]
    [InlineData("""{"input":{"object":7}}""", "input.object is not JSON")]
    [InlineData("""{"input":{},"input":{}}""", "is not JSON")]
    [InlineData("""{"input":{"object":"a"}}""", "input.bucket is missing")]
    [InlineData("""{"input":{"bucket":"example-bucket","location":"region01"}}""", "input.object is missing")]
    [InlineData("""{"input":{"bucket":"example-bucket","object":"a"}}""", "input.location is missing")]
    [InlineData(
        """{"input":{"bucket":"example-bucket","location":"elsewhere","object":"a"}}""",
        "input.location is not a location")]
    [InlineData("""{"input":{"bucket":"closed","location":"region01","object":"a"}}""", "input.bucket is not accessible")]
    [InlineData("""{"input":{"bucket":"mediainfo-jobs","location":"region01","object":"a"}}""", "input.bucket is not accessible")]
    [InlineData("""{"input":INPUT,"user_data":{}}""", "user_data is not JSON")]
    [InlineData("""{"input":INPUT,"user_data":"\ud800"}""", "is ")]
    [InlineData("""{"input":INPUT,"sync":2}""", "sync is neither 0 nor 1")]
    [InlineData("""{"input":INPUT,"sync":"1"}""", "sync is not JSON")]
    [InlineData("""{"input":INPUT,"sync":1.5}""", "sync is not JSON")]
    [InlineData("""{"input":INPUT,"output":{"object":"a"}}""", "output.bucket is missing")]
    [InlineData(
        """{"input":INPUT,"output":{"bucket":"mediainfo-results","location":"region01"}}""",
        "output.bucket is not accessible")]
    [InlineData("""{"input":INPUT,"output":{"bucket":"example-bucket","location":"x"}}""", "output.location is not")]
    [InlineData(
        """{"input":INPUT,"output":{"bucket":"example-bucket","location":"region01","object":"a/../b"}}""",
        "output.object is not a valid directory")]
    [InlineData(
        """{"input":INPUT,"output":{"bucket":"example-bucket","location":"region01","object":"a\u0007"}}""",
        "output.object is not a valid directory")]
    [InlineData(
        """{"input":INPUT,"output":{"bucket":"example-bucket","location":"region01","object":"a\\..\\b"}}""",
        "output.object is not a valid directory")]
    [InlineData(
        """{"input":INPUT,"output":{"bucket":"example-bucket","location":"region01","object":"a./b"}}""",
        "output.object is not a valid directory")]
    [InlineData(
        """{"input":INPUT,"output":{"bucket":"example-bucket","location":"region01","file_name":"a."}}""",
        "output.file_name is not a valid file name")]
    [InlineData(
        """{"input":INPUT,"output":{"bucket":"example-bucket","location":"region01","file_name":"a/b"}}""",
        "output.file_name is not a valid file name")]
    [InlineData(
        """{"input":INPUT,"output":{"bucket":"example-bucket","location":"region01","file_name":"a\\b"}}""",
        "output.file_name is not a valid file name")]
    [InlineData(
        """{"input":INPUT,"output":{"bucket":"example-bucket","location":"region01","file_name":".."}}""",
        "output.file_name is not a valid file name")]
    [InlineData(
        """{"input":INPUT,"output":{"bucket":"example-bucket","location":"region01","file_name":"a\nb"}}""",
        "output.file_name is not a valid file name")]
    [InlineData(
        """{"input":INPUT,"output":{"bucket":"example-bucket","location":"region01","file_name":"a\ufffe"}}""",
        "output.file_name is not a valid file name")]
    [InlineData(
        """{"input":INPUT,"output":{"bucket":"example-bucket","location":"region01","file_name":"\uffff.json"}}""",
        "output.file_name is not a valid file name")]
    [InlineData(
        """{"input":INPUT,"output":{"bucket":"example-bucket","location":"region01","object":"a/\ufffe/b"}}""",
        "output.object is not a valid directory")]
    [InlineData("""{"input":INPUT,"output":{"bucket":"example-bucket","location":"region01","object":"\ud800"}}""", "is ")]
    public async Task An_invalid_body_is_refused_with_the_name_of_the_bad_member(string body, string problem) =>
        await RefusesAsync(body.Replace("INPUT", MpcJobs.Input, StringComparison.Ordinal), problem);

    [Fact]
    public async Task Lengths_are_limited()
    {
        string Output(string directory, string name) =>
            $$$"""{"input":{{{MpcJobs.Input}}},"output":{"bucket":"example-bucket","location":"region01","object":"{{{directory}}}","file_name":"{{{name}}}"}}""";

        await RefusesAsync(Output("a", new string('n', 181)), "output.file_name has more than 180 characters");
        await RefusesAsync(
            $$$"""{"input":{"bucket":"example-bucket","location":"region01","object":"a","file_name":"{{{new string('n', 181)}}}"}}""",
            "input.file_name has more than 180 characters");
        await RefusesAsync(Output(new string('d', 1020), "name"), "output.object is too long");
        await RefusesAsync(
            $$$"""{"input":{"bucket":"example-bucket","location":"region01","object":"{{{new string('o', 1025)}}}"}}""",
            "input.object is too long");
        await RefusesAsync(new string('[', 4000), "is not JSON");
        Assert.Empty(_rig.Jobs.All);
        Assert.Equal(200, (await SendAsync(Output("a", string.Concat(Enumerable.Repeat("🎬", 180))))).Status);
    }

    [Theory]
    [InlineData('u', 1024, 200)]
    [InlineData('u', 1025, 400)]
    [InlineData('文', 341, 200)]
    [InlineData('文', 342, 400)]
    public async Task User_data_has_at_most_1024_bytes_and_is_returned_unchanged(char character, int count, int status)
    {
        var data = new string(character, count);

        var answer = await SendAsync($$$"""{"input":{{{MpcJobs.Input}}},"user_data":"{{{data}}}"}""");

        Assert.Equal(status, answer.Status);
        Assert.Equal(status == 200 ? [data] : [], _rig.Jobs.All.Select(job => job.UserData));
    }

    [Fact]
    public async Task Errors_have_a_code_and_a_message_and_gateway_errors_also_a_request_id()
    {
        var own = await SendAsync("{}");
        var gateway = await _rig.SendAsync(MpcRequest.List() with { Project = "other-project" });

        Assert.Equal(
            """{"error_code":"MPC.10202","error_msg":"Invalid request parameter.","reason":"input is missing."}""", own.Body);
        Assert.Equal(["error_code", "error_msg", "request_id", "reason"], gateway.Json.AsObject().Select(member => member.Key));
    }

    [Fact]
    public async Task A_body_that_is_not_UTF_8_is_refused()
    {
        var body = Encoding.Latin1.GetBytes($$$"""{"input":{"bucket":"example-bucket","location":"region01","object":"é"}}""");
        var wire = new WireRequest("POST", "")
        {
            Path = "/v1/local-project/extract-metadata",
            ContentType = "application/json",
            Body = body,
            Headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase) { ["X-Auth-Token"] = "testtoken" },
        };

        Assert.Equal((400, "MPC.10202"), CodeOf(await _rig.SendAsync(wire)));
    }

    [Theory]
    [InlineData("a.m3u8")]
    [InlineData("a.M3U8")]
    public async Task A_synchronous_call_for_a_playlist_is_refused(string key)
    {
        var input = $$$"""{"bucket":"example-bucket","location":"region01","object":"{{{key}}}"}""";

        await RefusesAsync($$$"""{"input":{{{input}}},"sync":1}""", "sync cannot be 1 for an m3u8 file");
        Assert.Equal(200, (await SendAsync($$$"""{"input":{{{input}}},"sync":0}""")).Status);
    }

    [Theory]
    [InlineData("""{"bucket":"example-bucket","location":"region01"}""", "NUMBER.json")]
    [InlineData("""{"bucket":"example-bucket","location":"region01","object":"","file_name":""}""", "NUMBER.json")]
    [InlineData("""{"bucket":"example-bucket","location":"region01","object":"/a/b/"}""", "a/b/NUMBER.json")]
    [InlineData("""{"bucket":"example-bucket","location":"region01","object":"a","file_name":"name.txt"}""", "a/name.txt")]
    [InlineData("""{"bucket":"example-bucket","location":"region01","file_name":"name..txt"}""", "name..txt")]
    [InlineData("{}", null)]
    [InlineData("null", null)]
    public async Task The_result_file_is_written_to_the_output_directory(string output, string? key)
    {
        var answer = await SendAsync($$$"""{"input":{{{MpcJobs.Input}}},"output":{{{output}}}}""");

        var target = _rig.Get<IResultFormat>().TargetOf(_rig.Job);
        var number = (string?)answer.Json["task_id"];
        Assert.Equal(key?.Replace("NUMBER", number, StringComparison.Ordinal), target?.Key);
        Assert.Equal(
            key?.Split('/')[^1].Replace("NUMBER", number, StringComparison.Ordinal), (string?)answer.Json["output_file_name"]);
    }

    [Theory]
    [InlineData("azure-webjobs-hosts", false, false)]
    [InlineData("mediainfo-jobs", false, false)]
    [InlineData("other-bucket", false, false)]
    [InlineData("read-only", true, false)]
    public async Task A_bucket_is_read_and_written_only_for_its_owner(string bucket, bool reads, bool writes)
    {
        using var rig =
            new MpcRig(("MediaInfo:Objects:Buckets:3", "azure-webjobs-hosts"), ("MediaInfo:Objects:Buckets:4", "mediainfo-jobs"));
        var place = $$"""{"bucket":"{{bucket}}","location":"region01","object":"a"}""";

        var read = await rig.SendAsync(MpcRequest.Create($$$"""{"input":{{{place}}}}"""));
        var written = await rig.SendAsync(MpcRequest.Create($$$"""{"input":{{{MpcJobs.Input}}},"output":{{{place}}}}"""));

        Assert.Equal((reads ? 200 : 400, writes ? 200 : 400), (read.Status, written.Status));
        Assert.Equal(
            reads ? null : "input.bucket is not accessible to this service.",
            (string?)read.Json["reason"]);
        Assert.Equal(
            writes ? null : "output.bucket is not accessible to this service.",
            (string?)written.Json["reason"]);
    }

    [Theory]
    [InlineData("PUT", "/v1/local-project/extract-metadata", 400, "MPC.10204")]
    [InlineData("HEAD", "/v1/local-project/extract-metadata", 400, "MPC.10204")]
    [InlineData("OPTIONS", "/v1/local-project/extract-metadata", 400, "MPC.10204")]
    [InlineData("POST", "/v1/local-project/extract-metadata", 400, "MPC.10205")]
    [InlineData("GET", "/v1/local-project/extract-metadata/", 200, null)]
    [InlineData("GET", "/v1/local-project/transcodings", 404, "APIGW.0101")]
    [InlineData("GET", "/v1/local-project/Extract-Metadata", 404, "APIGW.0101")]
    [InlineData("GET", "/v1/local-project/extract-metadata/1", 404, "APIGW.0101")]
    [InlineData("GET", "/v1//extract-metadata", 403, "APIGW.0302")]
    [InlineData("GET", "/v1", 404, "APIGW.0101")]
    public async Task Wrong_methods_types_and_paths_get_the_products_errors(string method, string path, int status, string? code)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase) { ["X-Auth-Token"] = "testtoken" };

        var answer =
            await _rig.SendAsync(new WireRequest(method, "") { Path = path, ContentType = "text/plain", Headers = headers });

        Assert.Equal((status, code), CodeOf(answer));
    }

    [Fact]
    public async Task Gateway_faults_have_the_products_form()
    {
        Assert.Equal((413, "MPC.10202"), CodeOf(await SendAsync(new string(' ', 9000))));
        _rig.Scheduler.Work = _ => throw new IOException("away");
        Assert.Equal((503, "MPC.10050"), CodeOf(await SendAsync($$$"""{"input":{{{MpcJobs.Input}}}}""")));
        Assert.Empty(_rig.Jobs.All);
        _rig.Scheduler.Work = _ => throw new InvalidOperationException("a bug");
        Assert.Equal((500, "MPC.10050"), CodeOf(await SendAsync($$$"""{"input":{{{MpcJobs.Input}}}}""")));
    }

    [Fact]
    public async Task Throttled_requests_get_429()
    {
        using var rig = new MpcRig(("MediaInfo:Gateway:RequestsPerSecond", "1"));
        await rig.SendAsync(MpcRequest.List());

        var answer = await rig.SendAsync(MpcRequest.List());

        Assert.Equal((429, "APIGW.0308"), CodeOf(answer));
        Assert.Equal("1", answer.Headers.RetryAfter.ToString());
    }

    private static (int Status, string? Code) CodeOf(WireAnswer answer) => (answer.Status, (string?)answer.Json["error_code"]);

    private static AnalysisJob Failed(AnalysisJob job, FailureReason reason) => job with
    {
        State = JobState.Failed, EndedAt = job.CreatedAt.AddSeconds(1), Failure = new JobFailure(reason, "What happened."),
    };

    private void EndJobs(Func<AnalysisJob, AnalysisJob> end) => _rig.Scheduler.Work = async key =>
    {
        var job = end((await _rig.Jobs.FindAsync(key, default))!.Job);
        await _rig.DescribeAsync(job, FfprobeFixture.Describe("sample.mp4"));
        _rig.Jobs.Put(job);
    };

    private Task<WireAnswer> SendAsync(string body) => _rig.SendAsync(MpcRequest.Create(body));

    private async Task RefusesAsync(string body, string problem)
    {
        var answer = await SendAsync(body);
        Assert.Equal((400, "MPC.10202"), CodeOf(answer));
        Assert.Equal("Invalid request parameter.", (string?)answer.Json["error_msg"]);
        Assert.Contains(problem, (string?)answer.Json["reason"], StringComparison.Ordinal);
    }
}
