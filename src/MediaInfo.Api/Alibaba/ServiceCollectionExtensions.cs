using MediaInfo.Api.Alibaba.Ims;
using MediaInfo.Api.Alibaba.Ims.Library;
using MediaInfo.Api.Alibaba.Mps;
using MediaInfo.Api.Alibaba.Rpc;
using MediaInfo.Api.Gateway;
using MediaInfo.Core.Callbacks;
using MediaInfo.Core.Configuration;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace MediaInfo.Api.Alibaba;

/// <summary>Registers Alibaba's RPC protocol and its dialects, MPS and IMS.</summary>
internal static class ServiceCollectionExtensions
{
    /// <summary>Adds the protocol and every action of its dialects.</summary>
    public static IServiceCollection AddAlibaba(this IServiceCollection services, IConfiguration configuration) => services
        .AddSingleton<RpcAuthenticator>()
        .AddSingleton<IProtocol, RpcProtocol>()
        .AddMps(configuration)
        .AddIms()
        .AddImsLibrary();

    /// <summary>Adds how its dialects describe one file.</summary>
    public static IServiceCollection AddAlibabaFormats(this IServiceCollection services) => services
        .AddSingleton<IDescriptionFormat, MpsDescriptionFormat>()
        .AddSingleton<IDescriptionFormat, ImsDescriptionFormat>();

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
}
