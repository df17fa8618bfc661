using System.Text.Json.Serialization;
using MediaInfo.Api.Alibaba.Ims.Library.Wire;
using MediaInfo.Api.Alibaba.Rpc;

namespace MediaInfo.Api.Alibaba.Ims.Library;

/// <summary>The JSON of the media library's wire types.</summary>
[JsonSerializable(typeof(MediaIdResponse))]
[JsonSerializable(typeof(GetMediaInfoResponse))]
[JsonSerializable(typeof(BatchGetMediaInfosResponse))]
[JsonSerializable(typeof(ListMediaBasicInfosResponse))]
[JsonSerializable(typeof(DeleteMediaInfosResponse))]
[JsonSerializable(typeof(SetEventCallbackResponse))]
[JsonSerializable(typeof(GetEventCallbackResponse))]
[JsonSerializable(typeof(AddCategoryResponse))]
[JsonSerializable(typeof(GetCategoriesResponse))]
[JsonSerializable(typeof(RequestIdResponse))]
[JsonSerializable(typeof(SearchMediaResponse))]
[JsonSerializable(typeof(EventMessage))]
[JsonSerializable(typeof(IReadOnlyList<string>))]
[JsonSerializable(typeof(SnapshotFiles))]
[JsonSerializable(typeof(IReadOnlyList<SnapshotFiles>))]
[JsonSerializable(typeof(SpriteConfig))]
internal sealed partial class LibraryJson : JsonSerializerContext
{
    /// <summary>The context with the options for every response.</summary>
    public static LibraryJson Wire { get; } = new(RpcJson.NewWireOptions());
}
