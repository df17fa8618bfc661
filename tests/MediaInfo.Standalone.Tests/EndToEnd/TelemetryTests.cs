namespace MediaInfo.Standalone.Tests.EndToEnd;

[Collection(StandaloneFixture.Collection)]
[Trait("Platform", "Linux")]
public sealed class TelemetryTests(StandaloneFixture fixture)
{
    private const string Key = "traced.mp4";

    [Fact]
    public async Task The_collector_sees_a_job_as_one_trace_from_submit_call_to_callback()
    {
        await fixture.UploadAsync(Key);
        using var collector = new OtlpCollector();
        await using var standalone = await fixture.StartAsync(Export(collector));
        using var client = new RpcClient(standalone.Endpoint);

        var job = await client.SubmitAsync(Key);
        await ProcessPatience.HoldsAsync(
            "four spans of the job have come", standalone, () => Task.FromResult(SpansOf(collector, job).Count == 4));

        var spans = SpansOf(collector, job).ToDictionary(span => span.Name, StringComparer.Ordinal);
        var request = spans["mps SubmitMediaInfoJob"];
        Assert.Equal("", request.ParentId);
        Assert.Equal(request.Id, spans["analyse"].ParentId);
        Assert.Equal(spans["analyse"].Id, spans["probe"].ParentId);
        Assert.Equal(spans["analyse"].Id, spans["callback"].ParentId);
        Assert.Single(spans.Values.Select(span => span.TraceId).Distinct(StringComparer.Ordinal));
        Assert.Single(spans.Values.Select(span => span.Tags["mediainfo.request.id"]).Distinct(StringComparer.Ordinal));
        Assert.Contains("mediainfo.probe.requests", spans["probe"].Tags);
        Assert.Contains("mediainfo.probe.bytes", spans["probe"].Tags);
    }

    [Fact]
    public async Task Metrics_reach_the_collector_without_ids_or_accounts()
    {
        await fixture.UploadAsync(Key);
        using var collector = new OtlpCollector();
        await using var standalone = await fixture.StartAsync(
            [.. Export(collector), ("OTEL_METRIC_EXPORT_INTERVAL", "300"), ("MediaInfo__Telemetry__QueueAgeEvery", "00:00:01")]);
        using var client = new RpcClient(standalone.Endpoint);

        var job = await client.SubmitAsync(Key);
        string[] names =
        [
            "mediainfo.jobs", "mediainfo.probe.duration", "mediainfo.probe.bytes", "mediainfo.probe.requests",
            "mediainfo.callback.attempts", "mediainfo.queue.oldest.age", "succeeded", "analyses-7",
        ];
        await ProcessPatience.HoldsAsync("every metric has come", standalone, () =>
        {
            var metrics = collector.Metrics;
            return Task.FromResult(Array.TrueForAll(names, name => metrics.Contains(name, StringComparison.Ordinal)));
        });

        Assert.DoesNotContain(job, collector.Metrics, StringComparison.Ordinal);
        Assert.DoesNotContain("1000000000000001", collector.Metrics, StringComparison.Ordinal);
    }

    private static (string Name, string Value)[] Export(OtlpCollector collector) =>
    [
        ("OTEL_EXPORTER_OTLP_ENDPOINT", collector.Address),
        ("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf"),
        ("OTEL_BSP_SCHEDULE_DELAY", "200"),
    ];

    private static List<OtlpSpan> SpansOf(OtlpCollector collector, string job) =>
        [.. collector.Spans.Where(
            span => span.Tags.TryGetValue("mediainfo.job.id", out var id) && string.Equals(id, job, StringComparison.Ordinal))];
}
