using MediaInfo.Core.Configuration;
using MediaInfo.Standalone.Workers;
using Microsoft.Extensions.Configuration;

namespace MediaInfo.Standalone.Tests.Workers;

public sealed class WorkerOptionsTests
{
    [Fact]
    public void The_defaults_are_valid() => Assert.Empty(Problems([]));

    [Theory]
    [InlineData("Concurrency", "257", "Worker:Concurrency: between 0 and 256")]
    [InlineData("Concurrency", "-1", "Worker:Concurrency: between 0 and 256")]
    [InlineData("GuestConcurrency", "257", "Worker:GuestConcurrency: between 0 and 256")]
    [InlineData("CallbackConcurrency", "0", "Worker:CallbackConcurrency: between 1 and 256")]
    [InlineData("VisibilityTimeout", "00:00:04", "Worker:VisibilityTimeout: between five seconds and one hour")]
    [InlineData("VisibilityTimeout", "01:00:01", "Worker:VisibilityTimeout: between five seconds and one hour")]
    [InlineData("IdlePause", "00:00:00.049", "Worker:IdlePause: between 50 milliseconds and one minute")]
    [InlineData("ColdLanePause", "00:01:01", "Worker:ColdLanePause: between zero and one minute")]
    [InlineData("ShutdownGrace", "-00:00:01", "Worker:ShutdownGrace: between zero and one hour")]
    [InlineData("MaxDeliveries", "0", "Worker:MaxDeliveries: between 1 and 100")]
    [InlineData("MaxCallbackDeliveries", "101", "Worker:MaxCallbackDeliveries: between 1 and 100")]
    public void An_out_of_range_value_is_reported_with_its_setting_and_range(string name, string value, string problem) =>
        Assert.Equal([problem], Problems(new() { [name] = value }));

    [Theory]
    [InlineData("Concurrency", "0")]
    [InlineData("Concurrency", "256")]
    [InlineData("VisibilityTimeout", "00:00:05")]
    [InlineData("VisibilityTimeout", "01:00:00")]
    [InlineData("IdlePause", "00:00:00.05")]
    [InlineData("IdlePause", "00:01:00")]
    [InlineData("ColdLanePause", "00:00:00")]
    [InlineData("ShutdownGrace", "00:00:00")]
    public void Both_ends_of_a_range_are_allowed(string name, string value) => Assert.Empty(Problems(new() { [name] = value }));

    [Fact]
    public void Every_problem_is_listed() =>
        Assert.Equal(3, Problems(new() { ["Concurrency"] = "999", ["MaxDeliveries"] = "0", ["IdlePause"] = "1.00:00:00" }).Count);

    private static List<string> Problems(Dictionary<string, string?> values)
    {
        var options = new ConfigurationBuilder().AddInMemoryCollection(values).Build().Get<WorkerOptions>()
            ?? new WorkerOptions();
        return [.. new SettingsGroup("Worker", options).Problems()];
    }
}
