using MediaInfo.Core.Callbacks;
using Microsoft.Extensions.DependencyInjection;

namespace MediaInfo.Api.Alibaba.Ims.Snapshots;

/// <summary>Registers the snapshots of Intelligent Media Services.</summary>
internal static class ServiceCollectionExtensions
{
    /// <summary>Adds what the actions of snapshots need, and the completion message of their jobs.</summary>
    public static IServiceCollection AddImsSnapshots(this IServiceCollection services) => services
        .AddSingleton<SnapshotOutput>()
        .AddSingleton<SnapshotTemplate>()
        .AddSingleton<SnapshotSubmission>()
        .AddSingleton<SnapshotJobs>()
        .AddSingleton<SnapshotJobMapper>()
        .AddSingleton<ICompletionFormat, SnapshotCompletionFormat>();
}
