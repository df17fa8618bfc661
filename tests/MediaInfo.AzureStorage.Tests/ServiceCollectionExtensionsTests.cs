using MediaInfo.AzureStorage.Queues;
using MediaInfo.AzureStorage.Tests.Support;
using MediaInfo.Core.Accounts;
using MediaInfo.Core.Callbacks;
using MediaInfo.Core.Configuration;
using MediaInfo.Core.Jobs;
using MediaInfo.Core.Messaging;
using MediaInfo.Core.Library;
using MediaInfo.Core.Library.Categories;
using MediaInfo.Core.Library.Claims;
using MediaInfo.Core.Library.Events;
using MediaInfo.Core.Objects;
using MediaInfo.Core.Queues;
using MediaInfo.Core.Templates;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Xunit;

namespace MediaInfo.AzureStorage.Tests;

public sealed class ServiceCollectionExtensionsTests
{
    [Theory]
    [InlineData(typeof(IObjectStore))]
    [InlineData(typeof(IJobStore))]
    [InlineData(typeof(IResultStore))]
    [InlineData(typeof(IWorkQueues))]
    [InlineData(typeof(ICallbackTarget))]
    [InlineData(typeof(IAssetStore))]
    [InlineData(typeof(IAssetClaims))]
    [InlineData(typeof(ICategoryStore))]
    [InlineData(typeof(IEventCallbackStore))]
    [InlineData(typeof(ITemplateStore))]
    [InlineData(typeof(IObjectLinks))]
    [InlineData(typeof(StorageInitializer))]
    public async Task Every_port_is_registered_once(Type port)
    {
        await using var services = Build(("AzureWebJobsStorage", "UseDevelopmentStorage=true"));

        Assert.Same(services.GetRequiredService(port), services.GetRequiredService(port));
        services.ThrowIfSettingsAreWrong();
    }

    [Fact]
    public async Task Missing_settings_are_reported_with_all_other_problems()
    {
        await using var services = Build();

        var error = Assert.Throws<OptionsValidationException>(services.ThrowIfSettingsAreWrong);

        Assert.StartsWith("Storage:ConnectionString is missing", Assert.Single(error.Failures), StringComparison.Ordinal);
    }

    private static ServiceProvider Build(params (string Key, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value)))
            .Build();
        return new ServiceCollection()
            .AddSingleton(typeof(ILogger<>), typeof(RecordingLogger<>))
            .AddSingleton(TimeProvider.System)
            .AddSingleton(new AccountOptions())
            .AddSingleton(new JobOptions())
            .AddSingleton<MessageArrivals>()
            .AddSingleton(new LaneLooks(TimeSpan.FromSeconds(1), CallbacksByTrigger: false))
            .AddAzureStorage(configuration)
            .BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
    }
}
