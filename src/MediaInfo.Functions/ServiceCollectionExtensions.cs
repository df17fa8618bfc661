using MediaInfo.Api;
using MediaInfo.AzureStorage;
using MediaInfo.Core;
using MediaInfo.Core.Jobs;
using MediaInfo.Core.Queues;
using MediaInfo.Functions.Durable;
using MediaInfo.Functions.Lanes;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace MediaInfo.Functions;

/// <summary>Registers what the functions work with.</summary>
public static class ServiceCollectionExtensions
{
    /// <summary>Adds the clock, Core, storage, the gateway, the lanes of waiting jobs and the removal of history, with the readiness checks of each.</summary>
    public static IServiceCollection AddMediaInfoFunctions(this IServiceCollection services, IConfiguration configuration) => services
        .AddSingleton(TimeProvider.System)
        .AddMediaInfoCore(configuration)
        .AddAzureStorage(configuration)
        .AddMediaInfoApi(configuration)
        .AddSingleton<OrchestrationHistory>()
        .AddLanes();

    // No lane is ever cold: a turn must see every lane empty before it ends.
    private static IServiceCollection AddLanes(this IServiceCollection services) => services
        .AddSingleton(provider => new PriorityLanes(
            provider.GetRequiredService<IWorkQueues>(), coldPause: TimeSpan.Zero, provider.GetRequiredService<TimeProvider>()))
        .AddSingleton<IJobScheduler, TokenJobScheduler>()
        .AddSingleton<JobPlace>()
        .AddSingleton<TokenTurn>();
}
