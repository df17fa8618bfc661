using System.Text.Json;
using DurableTask.Core.Exceptions;
using MediaInfo.Core.Jobs;
using MediaInfo.Functions.Durable;
using MediaInfo.Functions.Tests.Support;
using MediaInfo.Functions.Triggers;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using NSubstitute;
using NSubstitute.ExceptionExtensions;

namespace MediaInfo.Functions.Tests.Triggers;

public sealed class RpcTriggerTests : IAsyncLifetime
{
    private readonly DurableTaskClient _client = Substitute.For<DurableTaskClient>("test");
    private TestApp _app = null!;

    public async Task InitializeAsync() => _app = await TestApp.StartAsync();

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Theory]
    [InlineData("GET")]
    [InlineData("POST")]
    public async Task A_submit_schedules_one_orchestration_with_the_id_of_the_job(string method)
    {
        var context = SignedRequest.Submit(method);

        await RunAsync(context);

        Assert.Equal(StatusCodes.Status200OK, context.Response.StatusCode);
        var id = context.Answer().GetProperty("MediaInfoJob").GetProperty("JobId").GetString();
        Assert.Equal(id, Assert.Single(_app.Jobs.All).Key.Id);
        await _client.Received(1).ScheduleNewOrchestrationInstanceAsync(
            AnalysisOrchestrator.FunctionName,
            new JobKey(TestApp.Account, id!),
            Arg.Is<StartOrchestrationOptions>(options => options.InstanceId == id),
            Arg.Any<CancellationToken>());
    }

    [Fact]
    public async Task A_query_schedules_nothing()
    {
        var job = await _app.AddJobAsync();
        var context = SignedRequest.Query(job.Id);

        await RunAsync(context);

        Assert.Equal(job.Id, context.Answer().GetProperty("MediaInfoJobList").GetProperty("MediaInfoJob")[0].GetProperty("JobId").GetString());
        Assert.Empty(_client.ReceivedCalls());
    }

    [Fact]
    public async Task A_request_signed_with_another_secret_is_refused()
    {
        var context = SignedRequest.Of("GET", "another", ("Action", "SubmitMediaInfoJob"));

        await RunAsync(context);

        Assert.Equal(StatusCodes.Status400BadRequest, context.Response.StatusCode);
        Assert.Equal("SignatureDoesNotMatch", Code(context.Answer()));
        Assert.Empty(_app.Jobs.All);
        Assert.Empty(_client.ReceivedCalls());
    }

    [Fact]
    public async Task An_instance_that_exists_is_a_success()
    {
        WhenScheduled().ThrowsAsync(new OrchestrationAlreadyExistsException());
        var context = SignedRequest.Submit();

        await RunAsync(context);

        Assert.Equal(StatusCodes.Status200OK, context.Response.StatusCode);
        Assert.Single(_app.Jobs.All);
    }

    [Fact]
    public async Task A_job_that_could_not_be_scheduled_is_answered_as_unavailable_and_leaves_no_trace()
    {
        WhenScheduled().ThrowsAsync(new InvalidOperationException("Status(StatusCode=\"Unavailable\")"));
        var context = SignedRequest.Submit();

        await RunAsync(context);

        Assert.Equal(StatusCodes.Status503ServiceUnavailable, context.Response.StatusCode);
        Assert.Equal("ServiceUnavailable", Code(context.Answer()));
        Assert.Empty(_app.Jobs.All);
    }

    private static string? Code(JsonElement error) => error.GetProperty("Code").GetString();

    private Task<string> WhenScheduled() => _client.ScheduleNewOrchestrationInstanceAsync(
        Arg.Any<TaskName>(), Arg.Any<object?>(), Arg.Any<StartOrchestrationOptions?>(), Arg.Any<CancellationToken>());

    private async Task RunAsync(HttpContext context) =>
        Assert.IsType<EmptyResult>(await _app.Create<RpcTrigger>().RunAsync(context.Request, _client));
}
