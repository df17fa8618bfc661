using System.Text.Json;
using MediaInfo.Api.Gateway;
using MediaInfo.Core.Objects;

namespace MediaInfo.Api.Alibaba.Ims;

/// <summary>Describes a file as the member MediaInfoProperty of IMS's job actions.</summary>
/// <remarks>A file outside storage has no region, and its FileUrl is its own address.</remarks>
public sealed class ImsDescriptionFormat : IDescriptionFormat
{
    /// <inheritdoc />
    public string Name => "ims";

    /// <inheritdoc />
    public JsonElement Write(DescribedFile file)
    {
        var place = file.Stored ?? new ObjectAddress(new ObjectRef(Bucket: "", file.Name), Location: "");
        var property = ImsPropertyMapper.ToProperty(file.Result.Description, place, mediaId: null);
        return JsonSerializer.SerializeToElement(
            property with { FileBasicInfo = property.FileBasicInfo with { FileUrl = file.Address } },
            ImsJson.Wire.MediaInfoProperty);
    }
}
