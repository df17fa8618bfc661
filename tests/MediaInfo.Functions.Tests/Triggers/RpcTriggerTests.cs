using System.Text.Json;
using MediaInfo.Core.Queues;
using MediaInfo.Functions.Tests.Support;
using MediaInfo.Functions.Triggers;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace MediaInfo.Functions.Tests.Triggers;

public sealed class RpcTriggerTests : IAsyncLifetime
{
    private readonly Orchestrations _orchestrations = new();
    private TestApp _app = null!;

    public async Task InitializeAsync() => _app = await TestApp.StartAsync();

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Theory]
    [InlineData("GET")]
    [InlineData("POST")]
    public async Task A_submit_call_queues_the_job_in_its_lane_and_starts_its_orchestration(string method)
    {
        var context = SignedRequest.Submit(method);

        await RunAsync(context);

        Assert.Equal(StatusCodes.Status200OK, context.Response.StatusCode);
        var id = context.Answer().GetProperty("MediaInfoJob").GetProperty("JobId").GetString();
        var job = Assert.Single(_app.Jobs.All);
        Assert.Equal(id, job.Key.Id);
        Assert.Equal([Messages.WriteAnalyze(job.Key)], _app.Queues.Analyses.TextsOf(job.Priority));
        Assert.Equal([job.Key], _orchestrations.Started);
        Assert.Single(_app.Queues.Analyses.Texts);
    }

    [Fact]
    public async Task A_query_schedules_nothing()
    {
        var job = await _app.AddJobAsync();
        var context = SignedRequest.Query(job.Id);

        await RunAsync(context);

        Assert.Equal(
            job.Id,
            context.Answer().GetProperty("MediaInfoJobList").GetProperty("MediaInfoJob")[0].GetProperty("JobId").GetString());
        Assert.Empty(_orchestrations.Started);
    }

    [Fact]
    public async Task A_request_signed_with_another_secret_is_refused()
    {
        var context = SignedRequest.Of("GET", "another", ("Action", "SubmitMediaInfoJob"));

        await RunAsync(context);

        Assert.Equal(StatusCodes.Status400BadRequest, context.Response.StatusCode);
        Assert.Equal("SignatureDoesNotMatch", Code(context.Answer()));
        Assert.Empty(_app.Jobs.All);
        Assert.Empty(_orchestrations.Started);
    }

    [Theory]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    public async Task An_unsupported_method_gets_the_products_error(string method)
    {
        var context = SignedRequest.Of(method, SignedRequest.Secret, ("Action", "SubmitMediaInfoJob"));

        await RunAsync(context);

        Assert.Equal(StatusCodes.Status400BadRequest, context.Response.StatusCode);
        Assert.Equal("UnsupportedHTTPMethod", Code(context.Answer()));
    }

    [Fact]
    public async Task A_browser_that_asks_whether_a_page_may_call_gets_the_gateways_answer()
    {
        var context = SignedRequest.Of("OPTIONS", SignedRequest.Secret);

        await RunAsync(context);

        Assert.Equal(StatusCodes.Status200OK, context.Response.StatusCode);
        Assert.Equal("*", context.Response.Headers.AccessControlAllowOrigin);
        Assert.Equal("172800", context.Response.Headers.AccessControlMaxAge);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task If_a_job_could_not_be_scheduled_the_answer_is_unavailable_and_the_job_is_removed(bool isLane)
    {
        if (isLane)
        {
            _app.Queues.Analyses.Outage.Begin();
        }
        else
        {
            _orchestrations.Failure = () => throw new InvalidOperationException("Unavailable");
        }

        var context = SignedRequest.Submit();

        await RunAsync(context);

        Assert.Equal(StatusCodes.Status503ServiceUnavailable, context.Response.StatusCode);
        Assert.Equal("ServiceUnavailable", Code(context.Answer()));
        Assert.Empty(_app.Jobs.All);
    }

    private static string? Code(JsonElement error) => error.GetProperty("Code").GetString();

    private async Task RunAsync(HttpContext context) =>
        Assert.IsType<EmptyResult>(await _app.Create<RpcTrigger>().RunAsync(context.Request, _orchestrations.Client));
}
