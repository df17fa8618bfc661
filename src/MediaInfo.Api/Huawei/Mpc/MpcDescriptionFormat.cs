using System.Text.Json;
using MediaInfo.Api.Gateway;

namespace MediaInfo.Api.Huawei.Mpc;

/// <summary>Describes a file as the member metadata of MPC's tasks.</summary>
public sealed class MpcDescriptionFormat : IDescriptionFormat
{
    /// <inheritdoc />
    public string Name => "mpc";

    /// <inheritdoc />
    public JsonElement Write(DescribedFile file) =>
        JsonSerializer.SerializeToElement(MpcMetaDataMapper.Map(file.Result.Description), MpcJson.Wire.MetaData);
}
