using System.Text;
using System.Text.Json;
using MediaInfo.Core.Jobs;
using MediaInfo.Core.Queues;
using MediaInfo.Functions.Tests.Support;
using MediaInfo.Functions.Triggers;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace MediaInfo.Functions.Tests.Triggers;

public sealed class MpcTriggerTests : IAsyncLifetime
{
    private const string Path = "/v1/local-project/extract-metadata";
    private readonly Orchestrations _orchestrations = new();
    private TestApp _app = null!;

    public async Task InitializeAsync() => _app = await TestApp.StartAsync(
        ("MediaInfo:Accounts:List:0:ProjectIds:0", "local-project"), ("MediaInfo:Accounts:List:0:Tokens:0:Value", "testtoken"));

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task A_task_is_queued_in_its_lane_and_can_be_canceled_before_it_runs()
    {
        var input = new { bucket = Media.Sample.Bucket, location = "oss-cn-hangzhou", @object = Media.Sample.Key };

        var created = await RunAsync("POST", Path, "", JsonSerializer.Serialize(new { input }));

        Assert.Equal(StatusCodes.Status200OK, created.Response.StatusCode);
        var number = created.Answer().GetProperty("task_id").GetString();
        var job = Assert.Single(_app.Jobs.All);
        Assert.Equal(number, JobNumber.Of(job.Key));
        Assert.Equal([Messages.WriteAnalyze(job.Key)], _app.Queues.Analyses.TextsOf(job.Priority));
        Assert.Equal([job.Key], _orchestrations.Started);

        var listed = await RunAsync("GET", Path, $"?task_id={number}");
        Assert.Equal("WAITING", listed.Answer().GetProperty("tasks")[0].GetProperty("status").GetString());

        Assert.Equal(StatusCodes.Status204NoContent, (await RunAsync("DELETE", Path, $"?task_id={number}")).Response.StatusCode);
        Assert.Equal(JobState.Canceled, Assert.Single(_app.Jobs.All).State);
    }

    [Theory]
    [InlineData("PATCH", Path, StatusCodes.Status400BadRequest, "MPC.10204")]
    [InlineData("GET", "/v1/local-project/transcodings", StatusCodes.Status404NotFound, "APIGW.0101")]
    public async Task Other_methods_and_paths_get_the_products_errors(string method, string path, int status, string code)
    {
        var context = await RunAsync(method, path, "");

        Assert.Equal(status, context.Response.StatusCode);
        Assert.Equal(code, context.Answer().GetProperty("error_code").GetString());
    }

    private async Task<HttpContext> RunAsync(string method, string path, string query, string body = "")
    {
        var context = new DefaultHttpContext();
        context.Request.Method = method;
        context.Request.Path = path;
        context.Request.QueryString = new QueryString(query);
        context.Request.Headers["X-Auth-Token"] = "testtoken";
        context.Request.ContentType = "application/json";
        context.Request.Body = new MemoryStream(Encoding.UTF8.GetBytes(body));
        context.Response.Body = new MemoryStream();
        var trigger = _app.Create<MpcTrigger>();
        var isKnown = path.EndsWith("/extract-metadata", StringComparison.Ordinal);
        Assert.IsType<EmptyResult>(
            await (isKnown ? trigger.RunAsync(context.Request, _orchestrations.Client) : trigger.RefuseAsync(context.Request)));
        return context;
    }
}
