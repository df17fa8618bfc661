using System.Diagnostics;
using System.Text;
using MediaInfo.Standalone.Tests.EndToEnd;
using Xunit.Abstractions;

namespace MediaInfo.Standalone.Tests.Reliability.Attacks;

[Collection(StandaloneFixture.Collection)]
[Trait("Platform", "Linux")]
public sealed class OversizeTests(LimitedService limited, ITestOutputHelper output) : IClassFixture<LimitedService>
{
    private const int Many = 10_000;
    private const long Announced = 100L << 20;
    private const long MuchMemory = 100L << 20;
    private const string Mpc = "/v1/local-project/extract-metadata";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private Uri Endpoint => limited.Service.Process.Endpoint;

    [Theory]
    [InlineData("/?Format=JSON", false)]
    [InlineData("/?Format=XML", true)]
    [InlineData(Mpc, false)]
    [InlineData(Mpc, true)]
    public async Task A_body_of_a_hundred_megabytes_gets_the_vendors_error_and_is_not_read(string target, bool chunked)
    {
        var before = limited.Service.Use.Memory;
        var watch = Stopwatch.StartNew();

        var (answer, sent) = await PourAsync(target, chunked);

        Assert.Equal(413, answer?.Status);
        Assert.Null(target is Mpc ? VendorShape.MpcProblem(answer!) : VendorShape.RpcProblem(answer!));
        Assert.Equal("close", answer!["Connection"]);
        Assert.InRange(sent, 0, Announced - 1);
        Assert.InRange(limited.Service.Use.Memory, 0, before + MuchMemory);
        await AssertOthersAreAnsweredAsync();
        Figures.Print(output, $"""
            A body of 100 MB{(chunked ? " in chunks without end" : "")} to {target}: {answer.Status} after {watch.Elapsed.TotalMilliseconds:F0} ms, {sent / 1024.0:F0} KiB taken; memory {before >> 20} to {limited.Service.Use.Memory >> 20} MiB
            """);
    }

    public static TheoryData<string, string, string> TooManyParameters => new()
    {
        { nameof(Dialect.RpcForm), "InvalidParameter.OutOfRange", "The request has too many parameters." },
        { nameof(Dialect.Acs3Form), "InvalidParameter.OutOfRange", "The request has too many parameters." },
        { nameof(Dialect.Acs3Json), "InvalidParameter.OutOfRange", "The request has too many parameters." },
    };

    [Theory]
    [MemberData(nameof(TooManyParameters))]
    public async Task Ten_thousand_form_parameters_get_the_vendors_error(string dialect, string code, string message)
    {
        var parameters = Enumerable.Range(0, Many).Select(number => ($"p{number}", "1")).ToList();
        var call = CallSigner.Sign(new ApiCall(Enum.Parse<Dialect>(dialect), "SearchPipeline", parameters), Endpoint);

        var answer = await AskAsync(call.ToBytes());

        Assert.Equal(400, answer?.Status);
        Assert.Contains(code, answer!.Body, StringComparison.Ordinal);
        Assert.Contains(message, answer.Body, StringComparison.Ordinal);
        Assert.Null(VendorShape.RpcProblem(answer));
    }

    [Theory]
    [InlineData("/?", "InvalidParameter.OutOfRange")]
    [InlineData(Mpc + "?", "MPC.10202")]
    public async Task Ten_thousand_query_parameters_get_the_vendors_error(string target, string code)
    {
        var call = new RawCall("GET", target + string.Concat(Enumerable.Repeat("&a=", Many)))
        {
            Headers = [("host", Endpoint.Authority), ("accept", "application/json")],
        };

        var answer = await AskAsync(call.ToBytes());

        Assert.Equal(400, answer?.Status);
        Assert.Contains(code, answer!.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("many headers", 431)]
    [InlineData("a huge header", 431)]
    [InlineData("a huge address", 414)]
    public async Task A_request_head_that_is_too_long_is_refused(string how, int status)
    {
        var huge = new string('a', 1 << 20);
        var call = new RawCall("GET", how is "a huge address" ? "/?" + huge : "/")
        {
            Headers =
            [
                ("host", Endpoint.Authority),
                .. how switch
                {
                    "many headers" => Enumerable.Range(0, Many).Select(number => ($"x-{number}", "1")),
                    "a huge header" => [("x-huge", huge)],
                    _ => [],
                },
            ],
        };
        var before = limited.Service.Use.Memory;

        var answer = await AskAsync(call.ToBytes());

        Assert.Equal(status, answer?.Status);
        Assert.InRange(limited.Service.Use.Memory, 0, before + MuchMemory);
        await AssertOthersAreAnsweredAsync();
    }

    [Fact]
    public async Task A_long_header_listed_a_thousand_times_as_signed_is_not_repeated_in_the_answer()
    {
        var names = string.Join(';', Enumerable.Repeat("x-long", 2000).Append("x-sdk-date"));
        var call = new RawCall("GET", Mpc)
        {
            Headers =
            [
                ("host", Endpoint.Authority), ("x-long", new string('a', 12_000)),
                (
                    "x-sdk-date",
                    DateTimeOffset.UtcNow.ToString("yyyyMMdd'T'HHmmss'Z'", System.Globalization.CultureInfo.InvariantCulture)),
                ("Authorization", $"SDK-HMAC-SHA256 Access=testid, SignedHeaders={names}, Signature={new string('0', 64)}"),
            ],
        };
        var before = limited.Service.Use.Memory;

        for (var times = 0; times < 20; times++)
        {
            var answer = await AskAsync(call.ToBytes());
            Assert.Equal(401, answer?.Status);
            Assert.Contains("APIGW.0301", answer!.Body, StringComparison.Ordinal);
        }

        Assert.InRange(limited.Service.Use.Memory, 0, before + MuchMemory);
    }

    [Theory]
    [InlineData("/?Format=JSON")]
    [InlineData(Mpc)]
    public async Task A_body_in_malformed_chunks_gets_the_vendors_error(string target)
    {
        var answer = await AskAsync(
            Encoding.ASCII.GetBytes($"POST {target} HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nno\r\n"));

        Assert.Equal(400, answer?.Status);
        Assert.Null(target is Mpc ? VendorShape.MpcProblem(answer!) : VendorShape.RpcProblem(answer!));
    }

    private async Task AssertOthersAreAnsweredAsync()
    {
        Assert.Equal(200, (await limited.Service.Client.GetAsync("/health/live")).Status);
        await limited.Service.Client.CallAsync("SearchPipeline");
    }

    private async Task<RawAnswer?> AskAsync(byte[] bytes)
    {
        using var connection = await RawConnection.OpenAsync(Endpoint);
        using var limit = new CancellationTokenSource(Patience);
        var answer = connection.AnswerAsync(limit.Token);
        await connection.SendAsync(bytes, limit.Token);
        return await answer;
    }

    // Sends until the server closes the connection or everything is sent.
    private async Task<(RawAnswer? Answer, long Sent)> PourAsync(string target, bool chunked)
    {
        using var connection = await RawConnection.OpenAsync(Endpoint);
        using var limit = new CancellationTokenSource(Patience);
        var length = chunked ? "Transfer-Encoding: chunked" : $"Content-Length: {Announced}";
        await connection.SendAsync(
            Encoding.ASCII.GetBytes($"POST {target} HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n{length}\r\n\r\n"));
        var answer = connection.AnswerAsync(limit.Token);
        var data = new byte[64 * 1024];
        byte[] part = chunked ? [.. "10000\r\n"u8, .. data, .. "\r\n"u8] : data;
        var sent = 0L;
        while (sent < Announced && await connection.SendAsync(part, limit.Token))
        {
            sent += data.Length;
        }

        return (await answer, sent);
    }
}
