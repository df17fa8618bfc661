using MediaInfo.Core.Accounts;
using MediaInfo.Core.Analysis;
using MediaInfo.Core.Configuration;
using MediaInfo.Core.Objects;
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
            ("Analysis:WholeObjectTimeLimit", "1.00:00:01"));

        var wrong = Assert.Throws<OptionsValidationException>(provider.ThrowIfSettingsAreWrong);

        Assert.Equal(
            [
                "Accounts:List:0:Id must be 1 to 64 letters, digits, '-' or '_'",
                "Accounts:List:0:Keys:0:Secret is missing",
                "Accounts:List:0:Keys:0:Allow is empty; use \"*\" to allow all actions",
                "Accounts:List:1:Buckets:0:Name must be 1 to 63 lower-case letters, digits, '-' or '*'",
                "Accounts:List:0:Buckets is empty: with several accounts, each needs its own buckets, such as Buckets:0:Name",
                "Objects:Locations: must list at least one location",
                "Analysis:WholeObjectTimeLimit: between one second and one day",
                "Accounts:List:0:CallbackQueue is not a queue name that an account may use: callbacks",
            ],
            wrong.Failures);
        Assert.Equal(string.Join("; ", wrong.Failures), wrong.Message);
        Assert.Equal("MediaInfo", wrong.OptionsName);
    }

    [Fact]
    public void Without_settings_the_message_lists_what_is_required()
    {
        var wrong = Assert.Throws<OptionsValidationException>(Provider().ThrowIfSettingsAreWrong);

        Assert.Equal(
            "Accounts:List contains no account, so no request could be authenticated; Objects:Locations: must list at least one location",
            wrong.Message);
    }

    [Fact]
    public void Settings_at_their_limits_are_valid()
    {
        var provider = Provider(
            ("Accounts:List:0:Id", "1000000000000001"),
            ("Accounts:List:0:Keys:0:Id", "testid"),
            ("Accounts:List:0:Keys:0:Secret", "testsecret"),
            ("Accounts:List:0:Keys:0:Allow:0", "*"),
            ("Objects:Locations:0", "oss-cn-hangzhou"),
            ("Analysis:WholeObjectTimeLimit", "1.00:00:00"));

        provider.ThrowIfSettingsAreWrong();
    }

    [Fact]
    public void Settings_are_read_from_their_sections_and_default_otherwise()
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
            ("Analysis:WholeObjectTimeLimit", "00:00:05"),
            ("Analysis:Digest", "true"));

        var accounts = provider.GetRequiredService<AccountOptions>().List;
        Assert.Equal(["first", "second"], accounts.Select(account => account.Id));
        Assert.Equal(("their-queue", null), (accounts[0].CallbackQueue, accounts[1].CallbackQueue));
        Assert.Equal(
            [
                new BucketGrant { Name = "media-*", Access = BucketAccess.Read },
                new BucketGrant { Name = "reports", Access = BucketAccess.ReadWrite },
            ],
            accounts[0].Buckets);
        Assert.Equal(["media-*"], accounts[0].Queues);
        Assert.Equal(["mts:Query*", "mts:Search*"], Assert.Single(accounts[1].Keys).Allow);
        Assert.Equal(["oss-cn-hangzhou"], provider.GetRequiredService<ObjectOptions>().Locations);
        Assert.Empty(provider.GetRequiredService<ObjectOptions>().Buckets);
        Assert.Equal(
            new AnalysisOptions { Digest = true, WholeObjectTimeLimit = TimeSpan.FromSeconds(5) },
            provider.GetRequiredService<AnalysisOptions>());
    }

    [Fact]
    public void An_unreadable_value_is_reported_together_with_the_other_problems()
    {
        var provider = Provider(("Accounts:List:0:Id", "a"), ("Analysis:WholeObjectTimeLimit", "soon"));

        var wrong = Assert.Throws<OptionsValidationException>(provider.ThrowIfSettingsAreWrong);

        Assert.Equal(
            [
                "Objects:Locations: must list at least one location",
                "Analysis: Failed to convert configuration value 'soon' at 'MediaInfo:Analysis:WholeObjectTimeLimit' to type 'System.TimeSpan'.",
            ],
            wrong.Failures);
    }

    private static ServiceProvider Provider(params (string Name, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(
                settings.Select(setting => KeyValuePair.Create($"MediaInfo:{setting.Name}", (string?)setting.Value)))
            .Build();
        return new ServiceCollection()
            .AddMediaInfoCore(configuration)
            .AddSingleton<IReservedNames>(new FewReservedNames())
            .BuildServiceProvider();
    }
}
