using MediaInfo.Core.Accounts;
using MediaInfo.Core.Analysis;
using MediaInfo.Core.Callbacks;
using MediaInfo.Core.Configuration;
using MediaInfo.Core.Health;
using MediaInfo.Core.Jobs;
using MediaInfo.Core.Jobs.Listing;
using MediaInfo.Core.Library;
using MediaInfo.Core.Library.Claims;
using MediaInfo.Core.Library.Events;
using MediaInfo.Core.Objects;
using MediaInfo.Core.Pipelines;
using MediaInfo.Core.Probing;
using MediaInfo.Core.Probing.HeadStarts;
using MediaInfo.Core.Probing.Playlists;
using MediaInfo.Core.Probing.Processes;
using MediaInfo.Core.Probing.Processes.Sandbox;
using MediaInfo.Core.Probing.SelfTest;
using MediaInfo.Core.Reading;
using MediaInfo.Core.Retention;
using MediaInfo.Core.Telemetry;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace MediaInfo.Core;

/// <summary>Registers what every host shares.</summary>
public static class ServiceCollectionExtensions
{
    /// <summary>Adds settings, jobs, probing, analysis and callbacks. The clock, the ports to storage, the object proxy and the dialects' formats come from elsewhere.</summary>
    public static IServiceCollection AddMediaInfoCore(this IServiceCollection services, IConfiguration configuration) =>
        services.AddSettings(configuration).AddJobs().AddProbing().AddAnalysis().AddLibrary().AddRetention();

    private static IServiceCollection AddSettings(this IServiceCollection services, IConfiguration configuration) => services
        .AddSettings<AccountOptions>(configuration, "Accounts")
        .AddSettings<ObjectOptions>(configuration, "Objects")
        .AddSettings<ProbeOptions>(configuration, "Probe")
        .AddSettings<AnalysisOptions>(configuration, "Analysis")
        .AddSettings<PipelineOptions>(configuration, "Pipelines")
        .AddSettings<CallbackOptions>(configuration, "Callbacks")
        .AddSettings<JobOptions>(configuration, "Jobs")
        .AddSettings<RetentionOptions>(configuration, "Retention")
        .AddSettings<TelemetryOptions>(configuration, "Telemetry");

    private static IServiceCollection AddJobs(this IServiceCollection services) => services
        .AddSingleton<IIdSource, IdSource>()
        .AddSingleton<AccountDirectory>()
        .AddSingleton<QueueAccess>()
        .AddSingleton<ISettingsCheck>(provider => provider.GetRequiredService<QueueAccess>())
        .AddSingleton<PipelineDirectory>()
        .AddSingleton<PipelineGate>()
        .AddSingleton<PipelineService>()
        .AddSingleton<JobResults>()
        .AddSingleton<JobEndings>()
        .AddSingleton<JobWaiter>()
        .AddSingleton<JobService>()
        .AddSingleton<JobListing>()
        .AddSingleton<NumberedListing>()
        .AddSingleton<JobCancellation>()
        .AddSingleton<CheckedConnector>()
        .AddSingleton<HttpCallbackTarget>()
        .AddSingleton<HttpDelivery>()
        .AddSingleton<QueuePost>()
        .AddSingleton<CallbackPost>()
        .AddSingleton<CallbackDelivery>()
        .AddSingleton<CallbackHandler>()
        .AddSingleton<EndNotice>();

    private static IServiceCollection AddLibrary(this IServiceCollection services) => services
        .AddSingleton<AssetNames>()
        .AddSingleton<AssetCatalog>()
        .AddSingleton<AssetRegistration>()
        .AddSingleton<AssetEditing>()
        .AddSingleton<AssetDeletion>()
        .AddSingleton<AssetAnalysis>()
        .AddSingleton<IJobEnd>(provider => provider.GetRequiredService<AssetAnalysis>())
        .AddSingleton<IAssetObjects, AssetObjects>()
        .AddSingleton<LibraryEvents>()
        .AddSingleton<EventDelivery>();

    private static IServiceCollection AddProbing(this IServiceCollection services) => services
        .AddSingleton<ObjectAccess>()
        .AddSingleton<ObjectUrl>()
        .AddSingleton<OssUrl>()
        .AddSingleton<OrphanGuard>()
        .AddSingleton(_ => SandboxSupport.OfThisKernel)
        .AddSingleton<ChildSandbox>()
        .AddSingleton<FfprobeChild>()
        .AddSingleton<IFfprobeTrial, FfprobeSelfTest>()
        .AddSingleton<FfprobeBinary>()
        .AddSingleton<FfprobeProcess>()
        .AddSingleton<IReadiness, FfprobeReadiness>()
        .AddSingleton<IReadiness, SandboxReadiness>()
        .AddSingleton<CacheMemory>()
        .AddSingleton<JobReads>()
        .AddSingleton<ProbeRunner>()
        .AddSingleton<HeadStart>()
        .AddSingleton<PlaylistSizer>()
        .AddSingleton<MediaProber>();

    private static IServiceCollection AddRetention(this IServiceCollection services) => services
        .AddSingleton<OldJobs>()
        .AddSingleton<OldAssets>()
        .AddSingleton<RetentionSweep>()
        .AddSingleton<QueueAgeGauge>();

    private static IServiceCollection AddAnalysis(this IServiceCollection services) => services
        .AddSingleton<ObjectDigest>()
        .AddSingleton<PacketCounter>()
        .AddSingleton<ResultExport>()
        .AddSingleton<ReadingSteps>()
        .AddSingleton<AnalysisSteps>()
        .AddSingleton<AnalysisHandler>();
}
