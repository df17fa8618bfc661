using System.Text.Json;
using MediaInfo.Api.Gateway;

namespace MediaInfo.Api.Alibaba.Mps;

/// <summary>Describes a file as the member Properties of MPS's QueryMediaInfoJobList, with the default options.</summary>
public sealed class MpsDescriptionFormat : IDescriptionFormat
{
    /// <inheritdoc />
    public string Name => "mps";

    /// <inheritdoc />
    public JsonElement Write(DescribedFile file) => JsonSerializer.SerializeToElement(
        MpsPropertiesMapper.ToQueried(file.Result.Description), MpsJson.Wire.Properties);
}
