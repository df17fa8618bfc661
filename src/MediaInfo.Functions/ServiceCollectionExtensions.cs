using MediaInfo.Api;
using MediaInfo.AzureStorage;
using MediaInfo.Core;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace MediaInfo.Functions;

/// <summary>Registers what the functions work with.</summary>
public static class ServiceCollectionExtensions
{
    /// <summary>Adds the clock, Core, storage and the gateway, with the readiness checks of each.</summary>
    public static IServiceCollection AddMediaInfoFunctions(this IServiceCollection services, IConfiguration configuration) => services
        .AddSingleton(TimeProvider.System)
        .AddMediaInfoCore(configuration)
        .AddAzureStorage(configuration)
        .AddMediaInfoApi(configuration);
}
