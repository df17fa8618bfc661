using MediaInfo.Api.Gateway;
using Microsoft.Extensions.DependencyInjection;

namespace MediaInfo.Api.Alibaba.Mns;

/// <summary>Registers Message Service.</summary>
internal static class ServiceCollectionExtensions
{
    /// <summary>Adds the protocol and every action of it.</summary>
    public static IServiceCollection AddMns(this IServiceCollection services) => services
        .AddSingleton<MnsAuthenticator>()
        .AddSingleton<IProtocol, MnsProtocol>()
        .AddEvery<IMnsAction>();
}
