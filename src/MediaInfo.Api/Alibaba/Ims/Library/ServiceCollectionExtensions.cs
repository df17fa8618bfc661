using MediaInfo.Core.Library.Events;
using Microsoft.Extensions.DependencyInjection;

namespace MediaInfo.Api.Alibaba.Ims.Library;

/// <summary>Registers the media library of Intelligent Media Services.</summary>
internal static class ServiceCollectionExtensions
{
    /// <summary>Adds what the library's actions need, and the format of its events.</summary>
    public static IServiceCollection AddImsLibrary(this IServiceCollection services) => services
        .AddSingleton<LibraryUrl>()
        .AddSingleton<NamedAsset>()
        .AddSingleton<NotifyAddress>()
        .AddSingleton<FileLinks>()
        .AddSingleton<FileInfoMapper>()
        .AddSingleton<AssetPictures>()
        .AddSingleton<AssetTagMapper>()
        .AddSingleton<MediaBasicInfoMapper>()
        .AddSingleton<MediaEntryMapper>()
        .AddSingleton<ILibraryEventFormat, LibraryEventFormat>();
}
