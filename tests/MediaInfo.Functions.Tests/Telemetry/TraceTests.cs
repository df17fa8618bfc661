using System.Collections.Concurrent;
using System.Diagnostics;
using MediaInfo.Core.Jobs;
using MediaInfo.Core.Telemetry;
using MediaInfo.Functions.Durable;
using MediaInfo.Functions.Lanes;
using MediaInfo.Functions.Tests.Support;
using MediaInfo.Functions.Triggers;
using Microsoft.Extensions.DependencyInjection;

namespace MediaInfo.Functions.Tests.Telemetry;

public sealed class TraceTests : IAsyncLifetime, IDisposable
{
    private readonly ConcurrentQueue<Activity> _ended = new();
    private readonly ActivityListener _listener;
    private TestApp _app = null!;

    public TraceTests()
    {
        _listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name is Tracing.SourceName or "Worker",
            Sample = (ref _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = _ended.Enqueue,
        };
        ActivitySource.AddActivityListener(_listener);
    }

    public async Task InitializeAsync()
    {
        _app = await TestApp.StartAsync();
        await _app.PutSampleAsync();
    }

    public async Task DisposeAsync() => await _app.DisposeAsync();

    public void Dispose() => _listener.Dispose();

    [Fact]
    public async Task Submit_dispatch_analysis_probe_and_callback_are_one_trace_whatever_spans_the_worker_has()
    {
        var context = SignedRequest.Submit();
        await _app.Create<RpcTrigger>().RunAsync(context.Request);
        var job = Assert.Single(_app.Jobs.All);
        var orchestrations = new Orchestrations { OnStarted = RunInWorkerAsync };
        var token = _app.Queues.Tokens.Texts.Single();

        await _app.Services.GetRequiredService<TokenTurn>().RunAsync(token, new OrchestrationStarter(orchestrations.Client), CancellationToken.None);

        var spans = Of(job);
        Assert.Equal(
            ["analyse", "callback", "dispatch", "probe", "request"], spans.Select(span => span.OperationName).Order(StringComparer.Ordinal));
        var byName = spans.ToDictionary(span => span.OperationName, StringComparer.Ordinal);
        Assert.Equal(byName["request"].SpanId, byName["dispatch"].ParentSpanId);
        Assert.Equal(byName["request"].SpanId, byName["analyse"].ParentSpanId);
        Assert.Equal(byName["analyse"].SpanId, byName["probe"].ParentSpanId);
        Assert.Equal(byName["analyse"].SpanId, byName["callback"].ParentSpanId);
        Assert.Single(spans.Select(span => span.TraceId).Distinct());
        Assert.All(spans, span => Assert.Equal(job.RequestId, span.GetTagItem(Tracing.RequestId)));
        Assert.NotEmpty(byName["probe"].Links);
        Assert.Equal(ActivityKind.Server, byName["request"].Kind);
        Assert.Equal(ActivityKind.Consumer, byName["analyse"].Kind);
    }

    [Fact]
    public async Task A_job_that_was_submitted_untraced_is_analysed_all_the_same()
    {
        var key = await _app.AddJobAsync();

        await new Orchestration(_app, key).RunAsync();

        var job = await _app.JobAsync(key);
        Assert.Equal(JobState.Succeeded, job.State);
        Assert.Null(job.SubmitTrace);
        Assert.Single(Of(job), span => span.OperationName is Tracing.Analyze);
    }

    // The worker's own span of an invocation may belong to another trace.
    private async Task RunInWorkerAsync(JobKey job)
    {
        using var source = new ActivitySource("Worker");
        Activity.Current = null;
        using var invocation = source.StartActivity("invoke");
        await new Orchestration(_app, job).RunAsync();
    }

    private List<Activity> Of(AnalysisJob job) =>
        [.. _ended.Where(span => string.Equals(span.GetTagItem(Tracing.JobId) as string, job.Key.Id, StringComparison.Ordinal))];
}
