using MediaInfo.Api.Gateway;
using MediaInfo.Api.Huawei.Mpc;
using MediaInfo.Core.Analysis;
using MediaInfo.Core.Callbacks;
using MediaInfo.Core.Configuration;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace MediaInfo.Api.Huawei;

/// <summary>Registers Huawei's dialect, MPC.</summary>
internal static class ServiceCollectionExtensions
{
    /// <summary>Adds the protocol and every action of the dialect.</summary>
    public static IServiceCollection AddHuawei(this IServiceCollection services, IConfiguration configuration) => services
        .AddSettings<MpcOptions>(configuration, "Mpc")
        .AddSingleton<MpcAuthenticator>()
        .AddSingleton<IProtocol, MpcProtocol>()
        .AddSingleton<MpcObjects>()
        .AddSingleton<MpcTaskBody>()
        .AddSingleton<MpcTaskStatus>()
        .AddSingleton<MpcTaskMapper>()
        .AddSingleton<ICompletionFormat, MpcCompletionFormat>()
        .AddSingleton<IResultFormat, MpcResultFormat>()
        .AddEvery<IMpcAction>();

    /// <summary>Adds how its dialect describes one file.</summary>
    public static IServiceCollection AddHuaweiFormats(this IServiceCollection services) =>
        services.AddSingleton<IDescriptionFormat, MpcDescriptionFormat>();
}
