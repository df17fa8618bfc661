using MediaInfo.Probing;
using MediaInfo.Api;
using MediaInfo.AzureStorage;
using MediaInfo.AzureStorage.Queues;
using MediaInfo.Core;
using MediaInfo.Core.Accounts;
using MediaInfo.Core.Jobs;
using MediaInfo.Core.Queues;
using MediaInfo.Functions.Durable;
using MediaInfo.Functions.Lanes;
using MediaInfo.Functions.Triggers;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace MediaInfo.Functions;

/// <summary>Registers the services of the Functions worker.</summary>
public static class ServiceCollectionExtensions
{
    /// <summary>
    /// Adds the clock, Core, storage, the gateway, the lanes of waiting jobs and the purge of history, each with its readiness
    /// checks.
    /// </summary>
    public static IServiceCollection AddMediaInfoFunctions(this IServiceCollection services, IConfiguration configuration) =>
        services
            .AddSingleton(TimeProvider.System)
            .AddMediaInfoCore(configuration)
            .AddMediaInfoProbing(configuration)
            .AddAzureStorage(configuration)
            .AddMediaInfoApi(configuration)
            .AddSingleton<OrchestrationHistory>()
            .AddLanes();

    // Poll every lane every time: a turn must find all lanes empty before it ends.
    private static IServiceCollection AddLanes(this IServiceCollection services) => services
        .AddSingleton(new LaneLooks(Every: TimeSpan.Zero, CallbacksByTrigger: true))
        .AddSingleton(provider => new FairShares(
            [.. provider.GetRequiredService<AccountOptions>().List.Select(account => account.Id)],
            NextJob.Places,
            NextJob.Places))
        .AddSingleton<IJobScheduler, TokenJobScheduler>()
        .AddSingleton<JobPlace>()
        .AddSingleton<NextJob>()
        .AddSingleton<TokenTurn>()
        .AddSingleton<CallbackShares>();
}
