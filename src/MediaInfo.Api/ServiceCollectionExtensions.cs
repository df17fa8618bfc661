using MediaInfo.Api.Gateway;
using MediaInfo.Api.Ims;
using MediaInfo.Api.Ims.Library;
using MediaInfo.Api.Mpc;
using MediaInfo.Api.Mps;
using MediaInfo.Api.ObjectProxy;
using MediaInfo.Api.Rpc;
using MediaInfo.Api.Signing;
using MediaInfo.Core.Analysis;
using MediaInfo.Core.Callbacks;
using MediaInfo.Core.Configuration;
using MediaInfo.Core.Health;
using MediaInfo.Core.Probing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace MediaInfo.Api;

/// <summary>Registers the gateway, its dialects and the object proxy.</summary>
public static class ServiceCollectionExtensions
{
    /// <summary>Adds what both hosts answer requests with.</summary>
    public static IServiceCollection AddMediaInfoApi(this IServiceCollection services, IConfiguration configuration) =>
        services.AddGateway(configuration).AddMps(configuration).AddIms().AddImsLibrary().AddMpc(configuration).AddReports().AddObjectProxy();

    private static IServiceCollection AddGateway(this IServiceCollection services, IConfiguration configuration) => services
        .AddSettings<GatewayOptions>(configuration, "Gateway")
        .PostConfigure<LoggerFilterOptions>(RequestLogs.Silence)
        .AddSingleton<SignatureClock>()
        .AddSingleton<NonceMemory>()
        .AddSingleton<AccountThrottle>()
        .AddSingleton<RpcAuthenticator>()
        .AddSingleton<IProtocol, RpcProtocol>()
        .AddSingleton<RequestGateway>()
        .AddSettings<HealthOptions>(configuration, "Health")
        .AddSingleton<ReadinessChecks>()
        .AddSingleton<HealthEndpoint>();

    private static IServiceCollection AddMps(this IServiceCollection services, IConfiguration configuration) => services
        .AddSingleton<MpsInput>()
        .AddSingleton<MpsNotifyConfig>()
        .AddSingleton<MpsJobMapper>()
        .AddSingleton<ICompletionFormat, MpsCompletionFormat>()
        .AddSettings<MpsPropertiesOptions>(configuration, "MpsProperties")
        .AddSingleton<IRpcAction, Mps.Actions.SubmitMediaInfoJob>()
        .AddSingleton<IRpcAction, Mps.Actions.QueryMediaInfoJobList>()
        .AddSingleton<IRpcAction, Mps.Actions.AddPipeline>()
        .AddSingleton<IRpcAction, Mps.Actions.UpdatePipeline>()
        .AddSingleton<IRpcAction, Mps.Actions.QueryPipelineList>()
        .AddSingleton<IRpcAction, Mps.Actions.SearchPipeline>()
        .AddSingleton<IRpcAction, Mps.Actions.DeletePipeline>();

    private static IServiceCollection AddIms(this IServiceCollection services) => services
        .AddSingleton<ImsInput>()
        .AddSingleton<ImsSchedule>()
        .AddSingleton<ImsJobMapper>()
        .AddSingleton<ICompletionFormat, ImsCompletionFormat>()
        .AddSingleton<IRpcAction, Ims.Actions.SubmitMediaInfoJob>()
        .AddSingleton<IRpcAction, Ims.Actions.GetMediaInfoJob>()
        .AddSingleton<IRpcAction, Ims.Actions.ListMediaInfoJobs>();

    private static IServiceCollection AddMpc(this IServiceCollection services, IConfiguration configuration) => services
        .AddSettings<MpcOptions>(configuration, "Mpc")
        .AddSingleton<MpcAuthenticator>()
        .AddSingleton<IProtocol, MpcProtocol>()
        .AddSingleton<MpcObjects>()
        .AddSingleton<MpcTaskBody>()
        .AddSingleton<MpcTaskMapper>()
        .AddSingleton<ICompletionFormat, MpcCompletionFormat>()
        .AddSingleton<IResultFormat, MpcResultFormat>()
        .AddSingleton<IMpcAction, Mpc.Actions.CreateExtractTask>()
        .AddSingleton<IMpcAction, Mpc.Actions.ListExtractTask>()
        .AddSingleton<IMpcAction, Mpc.Actions.DeleteExtractTask>();

    private static IServiceCollection AddReports(this IServiceCollection services) =>
        services.AddSingleton<IRpcAction, Reports.GetProbeReport>();

    private static IServiceCollection AddObjectProxy(this IServiceCollection services) => services
        .AddSingleton<LoopbackObjectProxy>()
        .AddSingleton<IObjectProxy>(provider => provider.GetRequiredService<LoopbackObjectProxy>())
        .AddHostedService(provider => provider.GetRequiredService<LoopbackObjectProxy>())
        .AddHostedService<FfprobeAtStart>();
}
