using MediaInfo.Core.Accounts;
using MediaInfo.Core.Callbacks;
using MediaInfo.Core.Configuration;
using MediaInfo.Core.Health;
using MediaInfo.Core.Jobs;
using MediaInfo.Core.Jobs.Listing;
using MediaInfo.Core.Library;
using MediaInfo.Core.Library.Categories;
using MediaInfo.Core.Library.Claims;
using MediaInfo.Core.Library.Events;
using MediaInfo.Core.Messaging;
using MediaInfo.Core.Objects;
using MediaInfo.Core.Objects.Uploads;
using MediaInfo.Core.Pipelines;
using MediaInfo.Core.Queues;
using MediaInfo.Core.Retention;
using MediaInfo.Core.Telemetry;
using MediaInfo.Core.Templates;
using MediaInfo.Core.Topics;
using MediaInfo.LocalStorage.Accounts;
using MediaInfo.LocalStorage.Callbacks;
using MediaInfo.LocalStorage.Database;
using MediaInfo.LocalStorage.Jobs;
using MediaInfo.LocalStorage.Library;
using MediaInfo.LocalStorage.Messaging;
using MediaInfo.LocalStorage.Objects;
using MediaInfo.LocalStorage.Pipelines;
using MediaInfo.LocalStorage.Queues;
using MediaInfo.LocalStorage.Retention;
using MediaInfo.LocalStorage.Templates;
using MediaInfo.LocalStorage.Topics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace MediaInfo.LocalStorage;

/// <summary>Registers the embedded store's implementations of Core's ports.</summary>
public static class ServiceCollectionExtensions
{
    /// <summary>Binds the section "Storage:Local" and adds all ports of this project.</summary>
    /// <remarks>
    /// The host must register Core's options, <see cref="MessageArrivals"/>, the clock, logging and
    /// <see cref="IServiceAddress"/>.
    /// </remarks>
    public static IServiceCollection AddLocalStorage(this IServiceCollection services, IConfiguration configuration) => services
        .AddSettings<LocalStorageOptions>(configuration, "Storage:Local")
        .AddSingleton<LocalDatabase>()
        .AddSingleton<IStorageSetup, LocalStorageSetup>()
        .AddSingleton<IReadiness, LocalReadiness>()
        .AddSingleton<IReservedNames, LocalReservations>()
        .AddDocuments()
        .AddQueues()
        .AddObjects();

    private static IServiceCollection AddDocuments(this IServiceCollection services) => services
        .AddSingleton<IJobStore, LocalJobStore>()
        .AddSingleton<IJobIndex, LocalJobIndex>()
        .AddSingleton<IResultStore, LocalResultStore>()
        .AddSingleton<IPipelineStore, LocalPipelineStore>()
        .AddSingleton<IHeldJobs, LocalHeldJobs>()
        .AddSingleton<INonceStore, LocalNonceStore>()
        .AddSingleton<IAssetStore, LocalAssetStore>()
        .AddSingleton<IAssetClaims, LocalAssetClaims>()
        .AddSingleton<ICategoryStore, LocalCategories>()
        .AddSingleton<IEventCallbackStore, LocalEventCallbacks>()
        .AddSingleton<ITemplateStore, LocalTemplates>()
        .AddSingleton<ITopicStore, LocalTopicStore>()
        .AddSingleton<ITopicMessageStore, LocalTopicMessages>()
        .AddSingleton<ISigningKeyStore, LocalSigningKey>()
        .AddSingleton<IRetentionStore, LocalRetentionStore>();

    private static IServiceCollection AddQueues(this IServiceCollection services) => services
        .AddSingleton<QueueClock>()
        .AddSingleton<LocalWorkQueues>()
        .AddSingleton<IWorkQueues>(provider => provider.GetRequiredService<LocalWorkQueues>())
        .AddSingleton<IQueueAges, LocalQueueAges>()
        .AddSingleton<ICallbackTarget, LocalCallbackTarget>()
        .AddSingleton<IMessageQueues, LocalMessageQueues>()
        .AddSingleton(LocalMessageQueues.Pauses);

    private static IServiceCollection AddObjects(this IServiceCollection services) => services
        .AddSingleton<MediaFolder>()
        .AddSingleton<IObjectStore, LocalObjectStore>()
        .AddSingleton<IObjectWriter, LocalObjectWriter>()
        .AddSingleton<LinkKeys>()
        .AddSingleton<ObjectLinkSigner>()
        .AddSingleton<NamingTurn>()
        .AddSingleton<UnfinishedFiles>()
        .AddSingleton<RunningUploads>()
        .AddSingleton<LocalUploads>()
        .AddSingleton<LocalObjectLinks>()
        .AddSingleton<IObjectLinks>(provider => provider.GetRequiredService<LocalObjectLinks>())
        .AddSingleton<IObjectUploads>(provider => provider.GetRequiredService<LocalObjectLinks>())
        .AddSingleton<IObjectOrigins>(provider => provider.GetRequiredService<LocalObjectLinks>());
}
