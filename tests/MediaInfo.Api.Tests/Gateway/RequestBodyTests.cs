using MediaInfo.Api.Gateway;
using MediaInfo.Api.Tests.Support;
using MediaInfo.TestSupport;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace MediaInfo.Api.Tests.Gateway;

public sealed class RequestBodyTests
{
    private const string Mpc = "/v1/p/extract-metadata";

    [Theory]
    [InlineData("/", StatusCodes.Status400BadRequest, 400, "InvalidParameter")]
    [InlineData("/", StatusCodes.Status408RequestTimeout, 408, "RequestTimeout")]
    [InlineData("/", StatusCodes.Status413PayloadTooLarge, 413, "InvalidParameter.OutOfRange")]
    [InlineData(Mpc, StatusCodes.Status400BadRequest, 400, "MPC.10202")]
    [InlineData(Mpc, StatusCodes.Status408RequestTimeout, 408, "MPC.10202")]
    [InlineData(Mpc, StatusCodes.Status413PayloadTooLarge, 413, "MPC.10202")]
    public async Task A_body_that_the_server_rejects_gets_the_vendors_error(
        string path, int fault, int status, string code)
    {
        using var rig = new ApiRig();
        using var body = new FailingStream(10, new BadHttpRequestException("inner text", fault));

        var answer = await AnswerAsync(rig, Context(path, body));

        Assert.Equal(status, answer.Status);
        Assert.Equal(code, (string?)(answer.Json["Code"] ?? answer.Json["error_code"]));
        Assert.Equal("close", answer.Headers.Connection);
        Assert.DoesNotContain("inner text", answer.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/")]
    [InlineData(Mpc)]
    public async Task A_body_that_takes_too_long_is_refused(string path)
    {
        using var rig = new ApiRig();
        using var body = new SilentStream();
        var answering = AnswerAsync(rig, Context(path, body));
        Assert.False(answering.IsCompleted);

        rig.Time.Advance(new GatewayOptions().BodyTimeout);

        Assert.Equal(408, (await answering).Status);
    }

    [Fact]
    public async Task A_caller_who_hangs_up_midway_causes_no_error()
    {
        using var rig = new ApiRig();
        using var body = new FailingStream(10, new IOException("reset by peer"));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => AnswerAsync(rig, Context("/", body)));
    }

    [Theory]
    [InlineData("/")]
    [InlineData(Mpc)]
    public async Task The_number_of_parameters_is_limited(string path)
    {
        using var rig = new ApiRig(services => services.AddSingleton(new GatewayOptions { MaxParameters = 100 }));

        var most = await rig.SendAsync(new WireRequest("GET", Query(100)) { Path = path, Accept = "application/json" });
        var tooMany = await rig.SendAsync(new WireRequest("GET", Query(101)) { Path = path, Accept = "application/json" });

        Assert.DoesNotContain("too many parameters", most.Body, StringComparison.Ordinal);
        Assert.Equal(400, tooMany.Status);
        Assert.Contains("too many parameters", tooMany.Body, StringComparison.Ordinal);
    }

    private static string Query(int parameters) => "?" + string.Join('&', Enumerable.Repeat("a=1", parameters));

    private static DefaultHttpContext Context(string path, Stream body)
    {
        var context = new WireRequest("POST", "?Format=JSON") { Path = path, Chunked = true }.ToContext();
        context.Request.Body = body;
        return context;
    }

    private static async Task<WireAnswer> AnswerAsync(ApiRig rig, DefaultHttpContext context)
    {
        using var written = new MemoryStream();
        context.Response.Body = written;
        await rig.Get<RequestGateway>().HandleAsync(context);
        return new WireAnswer(
            context.Response.StatusCode,
            context.Response.ContentType,
            System.Text.Encoding.UTF8.GetString(written.ToArray()),
            context.Response.Headers);
    }

    // Never returns any data.
    private sealed class SilentStream : MemoryStream
    {
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
            return 0;
        }
    }
}
