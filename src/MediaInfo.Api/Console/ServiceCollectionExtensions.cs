using MediaInfo.Core.Configuration;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace MediaInfo.Api.Console;

/// <summary>Registers the page and the description.</summary>
internal static class ServiceCollectionExtensions
{
    /// <summary>Binds the section "Console" and adds the endpoint.</summary>
    public static IServiceCollection AddConsole(this IServiceCollection services, IConfiguration configuration) => services
        .AddSettings<ConsoleOptions>(configuration, "Console")
        .AddSingleton<ConsoleFiles>()
        .AddSingleton<ConsolePolicy>()
        .AddSingleton<ConsoleEndpoint>();
}
