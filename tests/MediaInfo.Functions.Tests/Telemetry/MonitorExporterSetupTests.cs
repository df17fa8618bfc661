using Azure.Identity;
using Azure.Monitor.OpenTelemetry.Exporter;
using MediaInfo.Functions.Telemetry;
using Microsoft.Extensions.Configuration;

namespace MediaInfo.Functions.Tests.Telemetry;

public sealed class MonitorExporterSetupTests
{
    [Fact]
    public void The_worker_signs_in_like_the_host() =>
        Assert.IsType<ManagedIdentityCredential>(
            Options((
                "APPLICATIONINSIGHTS_AUTHENTICATION_STRING",
                "ClientId=7f6a4c1e-0d2b-4a53-9a7e-3f5d2c1b0a98;Authorization=AAD")).Credential);

    [Fact]
    public void Without_an_identity_only_the_connection_string_is_used() => Assert.Null(Options().Credential);

    [Fact]
    public void Logs_are_kept_even_if_their_traces_are_not_sampled() => Assert.False(Options().EnableTraceBasedLogsSampler);

    [Theory]
    [InlineData(null)]
    [InlineData("microsoft.fixed_percentage")]
    public void Traces_are_sampled_only_by_ratio(string? sampler)
    {
        var options = Options(("OTEL_TRACES_SAMPLER", sampler));

        Assert.Null(options.TracesPerSecond);
        Assert.Equal(0.5F, options.SamplingRatio);
    }

    [Fact]
    public void A_limit_of_traces_per_second_applies_if_set() =>
        Assert.Equal(7.0, Options(("OTEL_TRACES_SAMPLER", "microsoft.rate_limited")).TracesPerSecond);

    // The options as the exporter's own configuration leaves them.
    private static AzureMonitorExporterOptions Options(params (string Name, string? Value)[] settings)
    {
        var options = new AzureMonitorExporterOptions { SamplingRatio = 0.5F, TracesPerSecond = 7.0 };
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(settings.ToDictionary(pair => pair.Name, pair => pair.Value, StringComparer.Ordinal))
            .Build();
        new MonitorExporterSetup(configuration).Configure(options);
        return options;
    }
}
