using MediaInfo.Core.Accounts;
using MediaInfo.Core.Analysis;
using MediaInfo.Core.Callbacks;
using MediaInfo.Core.Configuration;
using MediaInfo.Core.Frames;
using MediaInfo.Core.Jobs;
using MediaInfo.Core.Jobs.Files;
using MediaInfo.Core.Jobs.Listing;
using MediaInfo.Core.Library;
using MediaInfo.Core.Library.Categories;
using MediaInfo.Core.Library.Claims;
using MediaInfo.Core.Library.Events;
using MediaInfo.Core.Library.Search;
using MediaInfo.Core.Messaging;
using MediaInfo.Core.Objects;
using MediaInfo.Core.Objects.Uploads;
using MediaInfo.Core.Pipelines;
using MediaInfo.Core.Retention;
using MediaInfo.Core.Tags;
using MediaInfo.Core.Tags.External;
using MediaInfo.Core.Telemetry;
using MediaInfo.Core.Templates;
using MediaInfo.Core.Topics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace MediaInfo.Core;

/// <summary>Registers the services shared by all hosts.</summary>
public static class ServiceCollectionExtensions
{
    /// <summary>
    /// Adds settings, jobs, analysis, callbacks, topics and the media library. The clock, the ports and the dialects' formats are
    /// registered elsewhere.
    /// </summary>
    public static IServiceCollection AddMediaInfoCore(this IServiceCollection services, IConfiguration configuration) =>
        services.AddSettings(configuration).AddJobs().AddTopics().AddAnalysis().AddLibrary().AddRetention();

    private static IServiceCollection AddSettings(this IServiceCollection services, IConfiguration configuration) => services
        .AddSettings<AccountOptions>(configuration, "Accounts")
        .AddSettings<ObjectOptions>(configuration, "Objects")
        .AddSettings<UploadOptions>(configuration, "Uploads")
        .AddSettings<AnalysisOptions>(configuration, "Analysis")
        .AddSettings<PipelineOptions>(configuration, "Pipelines")
        .AddSettings<CallbackOptions>(configuration, "Callbacks")
        .AddSettings<TopicOptions>(configuration, "Topics")
        .AddSettings<JobOptions>(configuration, "Jobs")
        .AddSettings<AssetPictureOptions>(configuration, "Library")
        .AddSettings<RetentionOptions>(configuration, "Retention")
        .AddSettings<TelemetryOptions>(configuration, "Telemetry")
        .AddSettings<TagOptions>(configuration, "Tags");

    private static IServiceCollection AddJobs(this IServiceCollection services) => services
        .AddSingleton<IIdSource, IdSource>()
        .AddSingleton<AccountDirectory>()
        .AddSingleton<QueueAccess>()
        .AddSingleton<ISettingsCheck>(provider => provider.GetRequiredService<QueueAccess>())
        .AddSingleton<MessageArrivals>()
        .AddSingleton<QueueDirectory>()
        .AddSingleton<QueuePolling>()
        .AddSingleton<ObjectAccess>()
        .AddSingleton<OssUrl>()
        .AddSingleton<PipelineDirectory>()
        .AddSingleton<PipelineGate>()
        .AddSingleton<PipelineService>()
        .AddSingleton<TemplateDirectory>()
        .AddSingleton<JobResults>()
        .AddSingleton<JobListing>()
        .AddSingleton<NumberedListing>()
        .AddSingleton<JobCancellation>()
        .AddSingleton<HttpDelivery>()
        .AddSingleton<QueuePost>()
        .AddSingleton<CallbackPost>()
        .AddSingleton<CallbackDelivery>()
        .AddSingleton<ICallbackMessages, CompletionMessages>()
        .AddSingleton<ICallbackMessages, NotifyUrlMessages>()
        .AddSingleton<CallbackHandler>()
        .AddSingleton<EndNotice>();

    private static IServiceCollection AddTopics(this IServiceCollection services) => services
        .AddSingleton<TopicService>()
        .AddSingleton<TopicDelivery>()
        .AddSingleton<TopicPublisher>()
        .AddSingleton<ITopicPost>(provider => provider.GetRequiredService<TopicPublisher>())
        .AddSingleton<ICallbackMessages, TopicNotices>();

    private static IServiceCollection AddLibrary(this IServiceCollection services) => services
        .AddSingleton<AssetNames>()
        .AddSingleton<AssetCatalog>()
        .AddSingleton<AssetSearch>()
        .AddSingleton<CategoryDirectory>()
        .AddSingleton<AssetRegistration>()
        .AddSingleton<AssetEditing>()
        .AddSingleton<AssetDeletion>()
        .AddSingleton<AssetAnalysis>()
        .AddSingleton<AssetFrameOrders>()
        .AddSingleton<AssetFrames>()
        .AddSingleton<AssetTags>()
        .AddSingleton<IJobEnd>(provider => provider.GetRequiredService<AssetAnalysis>())
        .AddSingleton<IJobEnd>(provider => provider.GetRequiredService<AssetFrames>())
        .AddSingleton<IJobEnd>(provider => provider.GetRequiredService<AssetTags>())
        .AddSingleton<IAssetObjects, AssetObjects>()
        .AddSingleton<LibraryEvents>()
        .AddSingleton<AwaitedQueues>()
        .AddSingleton<EventDelivery>()
        .AddSingleton<ICallbackMessages, EventMessages>();

    private static IServiceCollection AddRetention(this IServiceCollection services) => services
        .AddSingleton<OldJobs>()
        .AddSingleton<OldAssets>()
        .AddSingleton<RetentionSweep>()
        .AddSingleton<QueueAgeGauge>();

    private static IServiceCollection AddAnalysis(this IServiceCollection services) => services
        .AddSingleton<JobService>()
        .AddSingleton<ResultExport>()
        .AddSingleton<JobFiles>()
        .AddSingleton<JobProgress>()
        .AddSingleton<FrameFiles>()
        .AddSingleton<FrameResults>()
        .AddSingleton<PictureLinks>()
        .AddSingleton<FrameSteps>()
        .AddSingleton<TagFindingsStore>()
        .AddSingleton<MaterialMaker>()
        .AddSingleton<RecogniserCalls>()
        .AddSingleton<IRecogniser, ExternalRecogniser>()
        .AddSingleton<TagSteps>()
        .AddSingleton<ReadingSteps>()
        .AddSingleton<AnalysisSteps>()
        .AddSingleton<AnalysisHandler>()
        .AddSingleton<SynchronousAnalysis>()
        .AddSingleton<ICallbackMessages, AbandonedCalls>();
}
