using MediaInfo.Api;
using MediaInfo.AzureStorage;
using MediaInfo.Core;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace MediaInfo.Functions;

/// <summary>Registers what the functions work with.</summary>
public static class ServiceCollectionExtensions
{
    /// <summary>Adds the clock, Core, storage and the gateway, with the readiness checks of each.</summary>
    /// <remarks>
    /// Hosted services start in the order of their registration, and the worker's own, registered before, takes work as
    /// soon as it starts. The object proxy that this work reads through goes to the front.
    /// </remarks>
    public static IServiceCollection AddMediaInfoFunctions(this IServiceCollection services, IConfiguration configuration)
    {
        var others = services.Count;
        services
            .AddSingleton(TimeProvider.System)
            .AddMediaInfoCore(configuration)
            .AddAzureStorage(configuration)
            .AddMediaInfoApi(configuration);
        return services.StartFirst([.. services.Skip(others).Where(service => service.ServiceType == typeof(IHostedService))]);
    }

    private static IServiceCollection StartFirst(this IServiceCollection services, IReadOnlyList<ServiceDescriptor> hosted)
    {
        for (var i = 0; i < hosted.Count; i++)
        {
            services.Remove(hosted[i]);
            services.Insert(i, hosted[i]);
        }

        return services;
    }
}
