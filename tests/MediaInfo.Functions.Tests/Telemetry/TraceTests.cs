using System.Collections.Concurrent;
using System.Diagnostics;
using MediaInfo.Core.Jobs;
using MediaInfo.Core.Telemetry;
using MediaInfo.Functions.Tests.Support;
using MediaInfo.Functions.Triggers;
using MediaInfo.TestSupport;

namespace MediaInfo.Functions.Tests.Telemetry;

[Collection(AzuriteFixture.Collection)]
public sealed class TraceTests : IAsyncLifetime, IDisposable
{
    private readonly ConcurrentQueue<Activity> _ended = new();
    private readonly ActivityListener _listener;
    private readonly AzuriteFixture _azurite;
    private DurableRig _rig = null!;

    public TraceTests(AzuriteFixture azurite)
    {
        _azurite = azurite;
        _listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name is Tracing.SourceName or "Worker",
            Sample = (ref _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = _ended.Enqueue,
        };
        ActivitySource.AddActivityListener(_listener);
    }

    public async Task InitializeAsync() => _rig = await DurableRig.StartAsync(_azurite.Azurite);

    public async Task DisposeAsync() => await _rig.DisposeAsync();

    public void Dispose() => _listener.Dispose();

    [Fact]
    public async Task Submit_dispatch_analysis_probe_and_callback_are_one_trace_despite_the_workers_own_spans()
    {
        _rig.Engine.Around = InWorkerAsync;
        var context = SignedRequest.Submit();
        await _rig.App.Create<RpcTrigger>().RunAsync(context.Request, _rig.Engine.Client);
        var key = new JobKey(_rig.Account, context.Answer().GetProperty("MediaInfoJob").GetProperty("JobId").GetString()!);

        await _rig.EndAsync(key);
        var job = await _rig.App.JobAsync(key);
        var spans = Of(job);
        Assert.Equal(
            ["analyse", "callback", "dispatch", "probe", "request"],
            spans.Select(span => span.OperationName).Order(StringComparer.Ordinal));
        var byName = spans.ToDictionary(span => span.OperationName, StringComparer.Ordinal);
        Assert.Equal(byName["request"].SpanId, byName["dispatch"].ParentSpanId);
        Assert.Equal(byName["request"].SpanId, byName["analyse"].ParentSpanId);
        Assert.Equal(byName["analyse"].SpanId, byName["probe"].ParentSpanId);
        Assert.Equal(byName["analyse"].SpanId, byName["callback"].ParentSpanId);
        Assert.Single(spans.Select(span => span.TraceId).Distinct());
        Assert.All(spans, span => Assert.Equal(job.RequestId, span.GetTagItem(Tracing.RequestId)));
        Assert.NotEmpty(byName["analyse"].Links);
        Assert.Equal(ActivityKind.Server, byName["request"].Kind);
        Assert.Equal(ActivityKind.Consumer, byName["analyse"].Kind);
    }

    [Fact]
    public async Task A_job_submitted_without_a_trace_is_still_analyzed()
    {
        var key = await _rig.AddJobAsync();

        await _rig.RunAsync(key);

        var job = await _rig.App.JobAsync(key);
        Assert.Equal(JobState.Succeeded, job.State);
        Assert.Null(job.SubmitTrace);
        Assert.Single(Of(job), span => span.OperationName is Tracing.Analyze);
    }

    // The worker's own span of an invocation can belong to another trace.
    private static async Task InWorkerAsync(string name, Func<Task> run)
    {
        using var source = new ActivitySource("Worker");
        Activity.Current = null;
        using var invocation = source.StartActivity(name);
        await run();
    }

    private List<Activity> Of(AnalysisJob job) =>
        [.. _ended.Where(span => string.Equals(span.GetTagItem(Tracing.JobId) as string, job.Key.Id, StringComparison.Ordinal))];
}
