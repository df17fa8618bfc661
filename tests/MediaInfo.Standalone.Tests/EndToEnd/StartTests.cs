using System.Text.Json;
using MediaInfo.Core.Telemetry;
using MediaInfo.Probing.Processes.Sandbox;
using MediaInfo.TestSupport;

namespace MediaInfo.Standalone.Tests.EndToEnd;

[Collection(StandaloneFixture.Collection)]
[Trait("Platform", "Linux")]
public sealed class StartTests(StandaloneFixture fixture)
{
    [Fact]
    public async Task A_process_with_a_working_ffprobe_is_live_and_ready_and_names_it()
    {
        await using var standalone = await fixture.StartAsync();
        using var client = new RpcClient(standalone.Endpoint);

        var live = await client.GetAsync("/health/live");
        var ready = await client.GetHealthAsync(StandaloneFixture.HealthKey);

        Assert.Equal((200, "live"), live);
        Assert.Equal((200, Status("ready")), await client.GetAsync("/health/ready"));
        Assert.Equal(200, ready.Status);
        using var checks = JsonDocument.Parse(ready.Body);
        var ffprobe = DetailOf(checks, "ffprobe");
        Assert.Matches("^ffprobe version [^ ]+ ", ffprobe);
        Assert.EndsWith($" at {fixture.Ffprobe}, as configured (Probe:FfprobePath)", ffprobe, StringComparison.Ordinal);
        Assert.Equal(SandboxSupport.OfThisKernel.InWords, DetailOf(checks, "sandbox"));
    }

    [Fact]
    public async Task A_process_without_an_ffprobe_is_live_but_not_ready()
    {
        await using var standalone = await fixture.StartAsync(("MediaInfo__Probe__FfprobePath", "/nowhere/ffprobe"));
        using var client = new RpcClient(standalone.Endpoint);

        Assert.Equal(200, (await client.GetAsync("/health/live")).Status);
        var ready = await client.GetHealthAsync(StandaloneFixture.HealthKey);

        Assert.Equal((503, Status("unavailable")), await client.GetAsync("/health/ready"));
        Assert.Equal(503, ready.Status);
        Assert.Contains("/nowhere/ffprobe", ready.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_process_whose_ffprobe_fails_the_self_test_is_live_and_reports_the_failure()
    {
        await using var standalone = await fixture.StartAsync(
            ("MediaInfo__Probe__FfprobePath", fixture.UnfitFfprobe));
        using var client = new RpcClient(standalone.Endpoint);

        Assert.Equal(200, (await client.GetAsync("/health/live")).Status);
        var ready = await client.GetHealthAsync(StandaloneFixture.HealthKey);

        Assert.Equal(503, ready.Status);
        Assert.Contains(
            "the self-test with an MPEG transport stream with a named service failed", ready.Body, StringComparison.Ordinal);
        Assert.Contains("signal 11", ready.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Invalid_settings_stop_the_start_with_one_message_that_lists_them_all()
    {
        await using var standalone = StandaloneProcess.Start(fixture.Settings(
            ("AzureWebJobsStorage", "AccountName=incomplete"),
            ("MediaInfo__Probe__TimeLimit", "00:00:00"),
            ("MediaInfo__Worker__Concurrency", "999"),
            ("MediaInfo__Worker__MaxDeliveries", "0")));

        Assert.NotEqual(0, await standalone.ExitAsync());

        string[] wrong = ["Storage:ConnectionString", "Probe:TimeLimit", "Worker:Concurrency", "Worker:MaxDeliveries"];
        var message = Assert.Single(Lines(standalone), line => line.Contains(wrong[0], StringComparison.Ordinal));
        Assert.All(wrong, setting => Assert.Contains(setting, message, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Unreachable_storage_stops_the_start_with_one_clear_line()
    {
        var ports = LoopbackPorts.TakeFree(2);
        var storage = AzuriteProcess.ConnectionStringTo(
            new Uri($"http://127.0.0.1:{ports[0]}/devstoreaccount1"), new Uri($"http://127.0.0.1:{ports[1]}/devstoreaccount1"));
        await using var standalone = StandaloneProcess.Start(fixture.Settings(("AzureWebJobsStorage", storage)));

        Assert.NotEqual(0, await standalone.ExitAsync());

        var line = Assert.Single(Lines(standalone));
        Assert.Contains($"http://127.0.0.1:{ports[0]}/devstoreaccount1 is not usable", line, StringComparison.Ordinal);
    }

    private static string[] Lines(StandaloneProcess standalone) =>
        standalone.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static string? DetailOf(JsonDocument answer, string check) =>
        answer.RootElement.GetProperty("checks").GetProperty(check).GetProperty("detail").GetString();

    private static string Status(string status) => $$"""{"status":"{{status}}","version":"{{ProductVersion.Current}}"}""";
}
