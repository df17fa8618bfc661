using MediaInfo.AzureStorage.Accounts;
using MediaInfo.AzureStorage.Callbacks;
using MediaInfo.AzureStorage.Jobs;
using MediaInfo.AzureStorage.Library;
using MediaInfo.AzureStorage.Messaging;
using MediaInfo.AzureStorage.Objects;
using MediaInfo.AzureStorage.Pipelines;
using MediaInfo.AzureStorage.Queues;
using MediaInfo.AzureStorage.Retention;
using MediaInfo.AzureStorage.Templates;
using MediaInfo.AzureStorage.Topics;
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
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace MediaInfo.AzureStorage;

/// <summary>Registers the Azure Storage implementations of Core's ports.</summary>
public static class ServiceCollectionExtensions
{
    /// <summary>Binds the section "Storage" and adds all ports of this project and <see cref="StorageInitializer"/>.</summary>
    /// <remarks>The host must register Core's options, <see cref="MessageArrivals"/>, the clock and logging.</remarks>
    public static IServiceCollection AddAzureStorage(this IServiceCollection services, IConfiguration configuration)
    {
        var options = AzureStorageOptions.From(configuration);
        services.AddSingleton(options);
        services.AddSingleton(new SettingsGroup(AzureStorageOptions.Section, options));
        services.AddSingleton<StorageClients>();
        services.AddSingleton<IReservedNames>(new StorageReservations(options));
        services.AddSingleton<StorageInitializer>();
        services.AddSingleton<IStorageSetup>(provider => provider.GetRequiredService<StorageInitializer>());
        services.AddSingleton<IObjectStore, BlobObjectStore>();
        services.AddSingleton<IObjectWriter, BlobObjectWriter>();
        services.AddSingleton<BlobJobStore>();
        services.AddSingleton<IJobStore>(provider => new RememberingJobStore(
            provider.GetRequiredService<BlobJobStore>(),
            provider.GetRequiredService<JobOptions>(),
            provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<IJobIndex, BlobJobIndex>();
        services.AddSingleton<IResultStore, BlobResultStore>();
        services.AddSingleton<IPipelineStore, BlobPipelineStore>();
        services.AddSingleton<IHeldJobs, BlobHeldJobs>();
        services.AddSingleton<INonceStore, BlobNonceStore>();
        services.AddSingleton<IReadiness, StorageReadiness>();
        services.AddSingleton<StorageWorkQueues>();
        services.AddSingleton<IWorkQueues>(provider => provider.GetRequiredService<StorageWorkQueues>());
        services.AddSingleton<IQueueAges, StorageQueueAges>();
        services.AddSingleton<IRetentionStore, BlobRetentionStore>();
        services.AddSingleton<ICallbackTarget, StorageQueueTarget>();
        services.AddSingleton<IMessageQueues, StorageMessageQueues>();
        services.AddSingleton(StorageMessageQueues.Pauses);
        services.AddSingleton<IAssetStore, BlobAssetStore>();
        services.AddSingleton<IAssetClaims, BlobAssetClaims>();
        services.AddSingleton<ICategoryStore, BlobCategories>();
        services.AddSingleton<IEventCallbackStore, BlobEventCallbacks>();
        services.AddSingleton<ITemplateStore, BlobTemplates>();
        services.AddSingleton<ITopicStore, BlobTopicStore>();
        services.AddSingleton<ITopicMessageStore, BlobTopicMessages>();
        services.AddSingleton<ISigningKeyStore, BlobSigningKey>();
        services.AddSingleton<IObjectOrigins, BlobOrigins>();
        services.AddSingleton(provider => MediaLinks(
            provider.GetRequiredService<StorageClients>(), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<IObjectUploads>(provider => provider.GetRequiredService<BlobObjectLinks>());
        services.AddSingleton<IObjectLinks>(provider => NewLinks(
            provider.GetRequiredService<BlobObjectLinks>(),
            provider.GetRequiredService<StorageClients>(),
            provider.GetRequiredService<TimeProvider>()));
        return services;
    }

    // Reading and uploading share the media account's delegation key.
    private static BlobObjectLinks MediaLinks(StorageClients clients, TimeProvider time) =>
        new(clients.Media, clients.MediaUsesIdentity, time);

    private static LinksByAccount NewLinks(BlobObjectLinks media, StorageClients clients, TimeProvider time) =>
        new(media, new BlobObjectLinks(clients.Blobs, clients.UsesIdentity, time));
}
