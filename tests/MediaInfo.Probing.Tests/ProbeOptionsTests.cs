using MediaInfo.Core.Configuration;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace MediaInfo.Probing.Tests;

public sealed class ProbeOptionsTests
{
    [Fact]
    public void All_settings_beyond_their_limits_are_in_one_message()
    {
        var provider = Provider(
            ("TimeLimit", "00:00:00.5"), ("MaxReportBytes", "65535"), ("MaxRequests", "0"), ("MaxBytes", "1048575"));

        var wrong = Assert.Throws<OptionsValidationException>(provider.ThrowIfSettingsAreWrong);

        Assert.Equal(
            [
                "Probe:TimeLimit: between one second and one hour",
                "Probe:MaxReportBytes: between 64 KiB and 256 MiB",
                "Probe:MaxRequests: between 1 and 100000",
                "Probe:MaxBytes: between 1 MiB and 1 TiB",
            ],
            wrong.Failures);
    }

    [Fact]
    public void Settings_at_their_limits_are_valid() => Provider(
            ("TimeLimit", "01:00:00"), ("MaxReportBytes", "65536"), ("MaxRequests", "100000"), ("MaxBytes", "1099511627776"))
        .ThrowIfSettingsAreWrong();

    [Fact]
    public void Settings_are_read_from_their_section_and_default_otherwise() => Assert.Equal(
        new ProbeOptions { TimeLimit = TimeSpan.FromSeconds(5) },
        Provider(("TimeLimit", "00:00:05")).GetRequiredService<ProbeOptions>());

    private static ServiceProvider Provider(params (string Name, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(
                settings.Select(setting => KeyValuePair.Create($"MediaInfo:Probe:{setting.Name}", (string?)setting.Value)))
            .Build();
        return new ServiceCollection().AddMediaInfoProbing(configuration).BuildServiceProvider();
    }
}
