using MediaInfo.AzureStorage;
using MediaInfo.AzureStorage.Queues;
using MediaInfo.LocalStorage;
using MediaInfo.LocalStorage.Objects;
using MediaInfo.Standalone.Workers;

namespace MediaInfo.Standalone.Storage;

/// <summary>Chooses the storage of this process.</summary>
internal static class ServiceCollectionExtensions
{
    /// <summary>Adds Azure Storage if the settings name any, and the embedded store otherwise.</summary>
    public static IServiceCollection AddStorage(this IServiceCollection services, IConfiguration configuration) =>
        AzureStorageOptions.From(configuration).IsChosen
            ? services.AddAzureStorage(configuration).AddSingleton(provider => new LaneLooks(
                provider.GetRequiredService<WorkerOptions>().ColdLanePause, CallbacksByTrigger: false))
            : services.AddLocalStorage(configuration)
                .AddSingleton<IServiceAddress, ListeningAddress>();
}
