using MediaInfo.Api.Alibaba.Mns.Queues;
using MediaInfo.Api.Gateway;
using MediaInfo.Core.Configuration;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace MediaInfo.Api.Alibaba.Mns;

/// <summary>Registers Message Service.</summary>
internal static class ServiceCollectionExtensions
{
    /// <summary>Adds the protocol and every action of it.</summary>
    public static IServiceCollection AddMns(this IServiceCollection services, IConfiguration configuration) => services
        .AddSettings<MnsOptions>(configuration, "Mns")
        .AddSingleton<MnsAuthenticator>()
        .AddSingleton<WaitPlaces>()
        .AddSingleton<IProtocol, MnsProtocol>()
        .AddEvery<IMnsAction>();
}
