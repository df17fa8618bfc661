using MediaInfo.Api.Alibaba.Ims.Library.Actions;
using MediaInfo.Api.Alibaba.Rpc;
using MediaInfo.Core.Library.Events;
using Microsoft.Extensions.DependencyInjection;

namespace MediaInfo.Api.Alibaba.Ims.Library;

/// <summary>Registers the media library of Intelligent Media Services.</summary>
internal static class ServiceCollectionExtensions
{
    /// <summary>Adds the library's actions and the format of its events.</summary>
    public static IServiceCollection AddImsLibrary(this IServiceCollection services) => services
        .AddSingleton<LibraryUrl>()
        .AddSingleton<NamedAsset>()
        .AddSingleton<NotifyAddress>()
        .AddSingleton<FileLinks>()
        .AddSingleton<FileInfoMapper>()
        .AddSingleton<ILibraryEventFormat, LibraryEventFormat>()
        .AddSingleton<IRpcAction, RegisterMediaInfo>()
        .AddSingleton<IRpcAction, GetMediaInfo>()
        .AddSingleton<IRpcAction, BatchGetMediaInfos>()
        .AddSingleton<IRpcAction, ListMediaBasicInfos>()
        .AddSingleton<IRpcAction, UpdateMediaInfo>()
        .AddSingleton<IRpcAction, DeleteMediaInfos>()
        .AddSingleton<IRpcAction, SetEventCallback>()
        .AddSingleton<IRpcAction, GetEventCallback>();
}
