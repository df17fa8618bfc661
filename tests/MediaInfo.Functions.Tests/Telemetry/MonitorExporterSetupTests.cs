using Azure.Identity;
using Azure.Monitor.OpenTelemetry.Exporter;
using MediaInfo.Functions.Telemetry;
using Microsoft.Extensions.Configuration;

namespace MediaInfo.Functions.Tests.Telemetry;

public sealed class MonitorExporterSetupTests
{
    [Fact]
    public void The_worker_signs_in_as_the_host_does() =>
        Assert.IsType<ManagedIdentityCredential>(
            Options(("APPLICATIONINSIGHTS_AUTHENTICATION_STRING", "ClientId=7f6a4c1e-0d2b-4a53-9a7e-3f5d2c1b0a98;Authorization=AAD")).Credential);

    [Fact]
    public void Without_an_identity_the_connection_string_is_all() => Assert.Null(Options().Credential);

    [Fact]
    public void Logs_are_kept_whatever_becomes_of_their_traces() => Assert.False(Options().EnableTraceBasedLogsSampler);

    [Theory]
    [InlineData(null)]
    [InlineData("microsoft.fixed_percentage")]
    public void Traces_are_kept_by_their_ratio_alone(string? sampler)
    {
        var options = Options(("OTEL_TRACES_SAMPLER", sampler));

        Assert.Null(options.TracesPerSecond);
        Assert.Equal(0.5F, options.SamplingRatio);
    }

    [Fact]
    public void A_limit_of_traces_a_second_holds_where_it_is_asked_for() =>
        Assert.Equal(7.0, Options(("OTEL_TRACES_SAMPLER", "microsoft.rate_limited")).TracesPerSecond);

    // As the exporter's own reading of settings leaves them.
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
