using MediaInfo.Probing;
using MediaInfo.Api;
using MediaInfo.AzureStorage;
using MediaInfo.AzureStorage.Queues;
using MediaInfo.Core;
using MediaInfo.Core.Accounts;
using MediaInfo.Core.Configuration;
using MediaInfo.Core.Jobs;
using MediaInfo.Functions.Durable;
using MediaInfo.Functions.Triggers;
using MediaInfo.Functions.Turns;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace MediaInfo.Functions;

/// <summary>Registers the services of the Functions worker.</summary>
public static class ServiceCollectionExtensions
{
    /// <summary>
    /// Adds the clock, Core, storage, the gateway, the turns of waiting jobs and the purge of history, each with its readiness
    /// checks.
    /// </summary>
    public static IServiceCollection AddMediaInfoFunctions(this IServiceCollection services, IConfiguration configuration) =>
        services
            .AddSingleton(TimeProvider.System)
            .AddSingleton(new ServiceHost("functions"))
            .AddMediaInfoCore(configuration)
            .AddMediaInfoProbing(configuration)
            .AddMediaInfoFrames(configuration)
            .AddMediaInfoRecognisers()
            .AddAzureStorage(configuration)
            .AddMediaInfoApi(configuration)
            .AddSingleton<OrchestrationHistory>()
            .AddTurns(configuration);

    // Poll every lane every time: a turn must see what ranks first.
    private static IServiceCollection AddTurns(this IServiceCollection services, IConfiguration configuration) => services
        .AddSettings<TurnOptions>(configuration, "Turns")
        .AddSingleton(new LaneLooks(Every: TimeSpan.Zero, CallbacksByTrigger: true))
        .AddSingleton(provider => provider.GetRequiredService<TurnOptions>().SharedAmong(
            provider.GetRequiredService<AccountOptions>().List.Select(account => account.Id)))
        .AddSingleton<DurableClients>()
        .AddSingleton<OrchestrationStarter>()
        .AddSingleton<IJobScheduler, OrchestrationScheduler>()
        .AddSingleton<Crowding>()
        .AddSingleton<NextJob>()
        .AddSingleton<TurnHandler>()
        .AddSingleton<Turn>()
        .AddSingleton<PlacedSteps>()
        .AddSingleton<CallbackShares>();
}
