using System.Text;
using MediaInfo.Api.Gateway;
using MediaInfo.Api.Alibaba.Rpc;
using MediaInfo.Api.Tests.Support;
using MediaInfo.Core.Jobs;
using Microsoft.Extensions.DependencyInjection;
using NSubstitute;

namespace MediaInfo.Api.Tests.Gateway;

public sealed class RequestGatewayTests
{
    // The value that ApiRig sets.
    private const int MaxBody = 4096;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_body_of_the_maximum_size_is_read_and_one_byte_more_is_refused(bool chunked)
    {
        using var rig = new ApiRig();

        var most = await rig.SendAsync(Form(MaxBody, chunked));
        var tooMuch = await rig.SendAsync(Form(MaxBody + 1, chunked));

        Assert.Equal((400, "MissingAction", "Action is mandatory for this action."), most.Error);
        Assert.Equal((413, "InvalidParameter.OutOfRange", "The specified parameter \"Body\" is out of range."), tooMuch.Error);
    }

    [Fact]
    public async Task A_refused_body_is_not_read_to_its_end()
    {
        using var rig = new ApiRig();
        var context = Form(0, chunked: true).ToContext();
        var endless = new EndlessStream();
        context.Request.Body = endless;
        context.Response.Body = new MemoryStream();

        await rig.Get<RequestGateway>().HandleAsync(context);

        Assert.Equal(413, context.Response.StatusCode);
        Assert.InRange(endless.Given, MaxBody + 1, MaxBody + (64 * 1024));
    }

    [Fact]
    public async Task A_chunked_form_is_read()
    {
        using var rig = new ApiRig();
        var call = RpcRequest.Of("QueryMediaInfoJobList", ("MediaInfoJobIds", "1")) with { AsForm = true };

        Assert.Equal(200, (await rig.SendAsync(call.ToWire() with { Chunked = true })).Status);
    }

    [Theory]
    [InlineData(
        typeof(IOException),
        503,
        "ServiceUnavailable",
        "The request has failed due to a temporary failure of the server.")]
    [InlineData(
        typeof(TimeoutException),
        503,
        "ServiceUnavailable",
        "The request has failed due to a temporary failure of the server.")]
    [InlineData(
        typeof(InvalidOperationException),
        500,
        "InternalError",
        "The request processing has failed due to some unknown error.")]
    [InlineData(
        typeof(OperationCanceledException),
        500,
        "InternalError",
        "The request processing has failed due to some unknown error.")]
    public async Task A_fault_is_answered_in_the_vendors_form_without_the_exceptions_text(
        Type fault, int status, string code, string message)
    {
        using var rig =
            new ApiRig(services => services.AddSingleton(Failing((Exception)Activator.CreateInstance(fault, "inner text")!)));
        var call = RpcRequest.Of("Fail");

        var json = await rig.SendAsync(call);
        var xml = await rig.SendAsync(RpcRequest.Of("Fail").Without("Format"));

        Assert.Equal((status, code, message), json.Error);
        Assert.Equal((status, "text/xml;charset=utf-8"), (xml.Status, xml.ContentType));
        Assert.Contains($"<Code>{code}</Code><Message>{message}</Message></Error>", xml.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("inner text", json.Body + xml.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("application/json", """{"a":"\ud800"}""")]
    [InlineData("application/json", """{"\ud800":1}""")]
    [InlineData("application/json", "[[[[")]
    [InlineData("application/x-www-form-urlencoded", "%ff=%&=&&%00=%C3")]
    public async Task A_malformed_body_is_not_an_internal_error(string type, string body)
    {
        using var rig = new ApiRig();
        var request = new WireRequest("POST", "?Format=JSON") { ContentType = type, Body = Encoding.UTF8.GetBytes(body) };

        Assert.Equal((400, "MissingAction", "Action is mandatory for this action."), (await rig.SendAsync(request)).Error);
    }

    [Fact]
    public async Task Every_answer_has_its_own_request_id_an_upper_case_GUID()
    {
        using var rig = new ApiRig(services => services.AddSingleton<IIdSource, IdSource>());
        var answers = new[]
        {
            await rig.SendAsync(RpcRequest.Of("QueryMediaInfoJobList", ("MediaInfoJobIds", "1"))),
            await rig.SendAsync(RpcRequest.Of("QueryMediaInfoJobList")),
            await rig.SendAsync(RpcRequest.Of("Nothing")),
            await rig.SendAsync(Form(MaxBody + 1, chunked: false)),
        };

        var ids = Array.ConvertAll(answers, answer => (string?)answer.Json["RequestId"]);
        Assert.All(ids, id => Assert.Matches("^[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}$", id));
        Assert.Equal(ids.Length, ids.Distinct(StringComparer.Ordinal).Count());
    }

    [Theory]
    [InlineData("/other")]
    [InlineData("/favicon.ico")]
    [InlineData("//")]
    public async Task A_path_without_a_protocol_is_not_found(string path)
    {
        using var rig = new ApiRig();

        var answer = await rig.SendAsync(new WireRequest("GET", "") { Path = path });

        Assert.Equal((404, ""), (answer.Status, answer.Body));
    }

    [Fact]
    public async Task A_caller_who_hung_up_gets_no_answer()
    {
        using var rig = new ApiRig(services => services.AddSingleton(Failing(new OperationCanceledException())));
        using var hangUp = new CancellationTokenSource();
        await hangUp.CancelAsync();
        var context = new WireRequest("POST", RpcRequest.Of("Fail").ToWire().Query).ToContext();
        context.RequestAborted = hangUp.Token;
        context.Response.Body = new MemoryStream();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => rig.Get<RequestGateway>().HandleAsync(context));

        Assert.Equal(0, context.Response.Body.Length);
    }

    private static IRpcAction Failing(Exception fault)
    {
        var action = Substitute.For<IRpcAction>();
        action.Product.Returns("mts");
        action.Version.Returns("2014-06-18");
        action.Name.Returns("Fail");
        action.InvokeAsync(default!, default).ReturnsForAnyArgs<RpcAnswer>(_ => throw fault);
        return action;
    }

    private static WireRequest Form(int length, bool chunked) => new("POST", "?Format=JSON")
    {
        ContentType = "application/x-www-form-urlencoded",
        Body = Encoding.ASCII.GetBytes("a=".PadRight(length, 'x')[..length]),
        Chunked = chunked,
    };
}
