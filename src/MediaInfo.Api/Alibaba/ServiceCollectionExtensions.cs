using MediaInfo.Api.Alibaba.Ims;
using MediaInfo.Api.Alibaba.Ims.Library;
using MediaInfo.Api.Alibaba.Ims.Snapshots;
using MediaInfo.Api.Alibaba.Ims.Tags;
using MediaInfo.Api.Alibaba.Mns;
using MediaInfo.Api.Alibaba.Mns.Topics;
using MediaInfo.Api.Alibaba.Mps;
using MediaInfo.Api.Alibaba.Rpc;
using MediaInfo.Api.Gateway;
using MediaInfo.Core.Callbacks;
using MediaInfo.Core.Configuration;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace MediaInfo.Api.Alibaba;

/// <summary>Registers Alibaba's RPC protocol with its dialects, MPS and IMS, and Message Service.</summary>
internal static class ServiceCollectionExtensions
{
    /// <summary>Adds the protocols, every action of the project that speaks them, and what the dialects' actions need.</summary>
    public static IServiceCollection AddAlibaba(this IServiceCollection services, IConfiguration configuration) => services
        .AddSingleton<RpcAuthenticator>()
        .AddSingleton<IProtocol, RpcProtocol>()
        .AddEvery<IRpcAction>()
        .AddMps(configuration)
        .AddIms()
        .AddImsTags()
        .AddImsLibrary()
        .AddImsSnapshots()
        .AddMns(configuration)
        .AddMnsTopics(configuration);

    /// <summary>Adds how its dialects describe one file.</summary>
    public static IServiceCollection AddAlibabaFormats(this IServiceCollection services) => services
        .AddSingleton<IDescriptionFormat, MpsDescriptionFormat>()
        .AddSingleton<IDescriptionFormat, ImsDescriptionFormat>();

    private static IServiceCollection AddMps(this IServiceCollection services, IConfiguration configuration) => services
        .AddSingleton<MpsInput>()
        .AddSingleton<MpsNotifyConfig>()
        .AddSingleton<MpsJobMapper>()
        .AddSingleton<MpsOutputFile>()
        .AddSingleton<MpsSnapshotConfig>()
        .AddSingleton<MpsSnapshotMapper>()
        .AddSingleton<ICompletionFormat, MpsCompletionFormat>()
        .AddSingleton<ICompletionFormat, MpsSnapshotMessageFormat>()
        .AddSettings<MpsPropertiesOptions>(configuration, "MpsProperties");

    private static IServiceCollection AddIms(this IServiceCollection services) => services
        .AddSingleton<ImsInput>()
        .AddSingleton<ImsSchedule>()
        .AddSingleton<ImsSubmission>()
        .AddSingleton<ImsJobMapper>()
        .AddSingleton<ICompletionFormat, ImsCompletionFormat>();
}
