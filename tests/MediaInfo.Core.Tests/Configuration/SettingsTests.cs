using MediaInfo.Core.Accounts;
using MediaInfo.Core.Analysis;
using MediaInfo.Core.Configuration;
using MediaInfo.Core.Objects;
using MediaInfo.Core.Probing;
using MediaInfo.TestSupport.Memory;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace MediaInfo.Core.Tests.Configuration;

public sealed class SettingsTests
{
    [Fact]
    public void Every_problem_is_in_one_message()
    {
        var provider = Provider(
            ("Accounts:List:0:Id", "my account"),
            ("Accounts:List:0:Keys:0:Id", "testid"),
            ("Accounts:List:0:CallbackQueue", "callbacks"),
            ("Accounts:List:1:Id", "second"),
            ("Accounts:List:1:Buckets:0:Name", "Media"),
            ("Objects:Buckets:0", "example-bucket"),
            ("Probe:TimeLimit", "00:00:00.5"),
            ("Probe:MaxReportBytes", "65535"),
            ("Probe:MaxRequests", "0"),
            ("Probe:MaxBytes", "1048575"),
            ("Analysis:WholeObjectTimeLimit", "1.00:00:01"));

        var wrong = Assert.Throws<OptionsValidationException>(provider.ThrowIfSettingsAreWrong);

        Assert.Equal(
            [
                "Accounts:List:0:Id must be 1 to 64 letters, digits, '-' or '_'",
                "Accounts:List:0:Keys:0:Secret is missing",
                "Accounts:List:0:Keys:0:Allow names no action; \"*\" allows all",
                "Accounts:List:1:Buckets:0:Name must be 1 to 63 lower-case letters, digits, '-' or '*'",
                "Accounts:List:0:Buckets names no bucket: of several accounts each needs its own, such as Buckets:0:Name",
                "Objects:Locations: name at least one location",
                "Probe:TimeLimit: between one second and one hour",
                "Probe:MaxReportBytes: between 64 KiB and 256 MiB",
                "Probe:MaxRequests: between 1 and 100000",
                "Probe:MaxBytes: between 1 MiB and 1 TiB",
                "Analysis:WholeObjectTimeLimit: between one second and one day",
                "Accounts:List:0:CallbackQueue is no queue's name that an account can have: callbacks",
            ],
            wrong.Failures);
        Assert.Equal(string.Join("; ", wrong.Failures), wrong.Message);
        Assert.Equal("MediaInfo", wrong.OptionsName);
    }

    [Fact]
    public void Without_any_setting_the_message_says_what_cannot_be_guessed()
    {
        var wrong = Assert.Throws<OptionsValidationException>(Provider().ThrowIfSettingsAreWrong);

        Assert.Equal(
            "Accounts:List names no account, so no request could be signed; Objects:Locations: name at least one location", wrong.Message);
    }

    [Fact]
    public void Settings_at_their_limits_are_right()
    {
        var provider = Provider(
            ("Accounts:List:0:Id", "1000000000000001"),
            ("Accounts:List:0:Keys:0:Id", "testid"),
            ("Accounts:List:0:Keys:0:Secret", "testsecret"),
            ("Accounts:List:0:Keys:0:Allow:0", "*"),
            ("Objects:Locations:0", "oss-cn-hangzhou"),
            ("Probe:TimeLimit", "01:00:00"),
            ("Probe:MaxReportBytes", "65536"),
            ("Probe:MaxRequests", "100000"),
            ("Probe:MaxBytes", "1099511627776"),
            ("Analysis:WholeObjectTimeLimit", "1.00:00:00"));

        provider.ThrowIfSettingsAreWrong();
    }

    [Fact]
    public void Settings_come_from_their_sections_and_are_left_at_their_defaults_otherwise()
    {
        var provider = Provider(
            ("Accounts:List:0:Id", "first"),
            ("Accounts:List:0:CallbackQueue", "their-queue"),
            ("Accounts:List:0:Buckets:0:Name", "media-*"),
            ("Accounts:List:0:Buckets:1:Name", "reports"),
            ("Accounts:List:0:Buckets:1:Access", "ReadWrite"),
            ("Accounts:List:0:Queues:0", "media-*"),
            ("Accounts:List:1:Id", "second"),
            ("Accounts:List:1:Keys:0:Id", "testid"),
            ("Accounts:List:1:Keys:0:Allow:0", "mts:Query*"),
            ("Accounts:List:1:Keys:0:Allow:1", "mts:Search*"),
            ("Objects:Locations:0", "oss-cn-hangzhou"),
            ("Probe:TimeLimit", "00:00:05"),
            ("Analysis:Digest", "true"));

        var accounts = provider.GetRequiredService<AccountOptions>().List;
        Assert.Equal(["first", "second"], accounts.Select(account => account.Id));
        Assert.Equal(("their-queue", null), (accounts[0].CallbackQueue, accounts[1].CallbackQueue));
        Assert.Equal(
            [new BucketGrant { Name = "media-*", Access = BucketAccess.Read }, new BucketGrant { Name = "reports", Access = BucketAccess.ReadWrite }],
            accounts[0].Buckets);
        Assert.Equal(["media-*"], accounts[0].Queues);
        Assert.Equal(["mts:Query*", "mts:Search*"], Assert.Single(accounts[1].Keys).Allow);
        Assert.Equal(["oss-cn-hangzhou"], provider.GetRequiredService<ObjectOptions>().Locations);
        Assert.Empty(provider.GetRequiredService<ObjectOptions>().Buckets);
        Assert.Equal(new ProbeOptions { TimeLimit = TimeSpan.FromSeconds(5) }, provider.GetRequiredService<ProbeOptions>());
        Assert.Equal(new AnalysisOptions { Digest = true }, provider.GetRequiredService<AnalysisOptions>());
    }

    [Fact]
    public void A_value_that_cannot_be_read_is_named_beside_the_other_problems()
    {
        var provider = Provider(("Accounts:List:0:Id", "a"), ("Probe:TimeLimit", "soon"));

        var wrong = Assert.Throws<OptionsValidationException>(provider.ThrowIfSettingsAreWrong);

        Assert.Equal(
            [
                "Objects:Locations: name at least one location",
                "Probe: Failed to convert configuration value 'soon' at 'MediaInfo:Probe:TimeLimit' to type 'System.TimeSpan'.",
            ],
            wrong.Failures);
    }

    private static ServiceProvider Provider(params (string Name, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create($"MediaInfo:{setting.Name}", (string?)setting.Value)))
            .Build();
        return new ServiceCollection()
            .AddMediaInfoCore(configuration)
            .AddSingleton<IReservedNames>(new FewReservedNames())
            .BuildServiceProvider();
    }
}
