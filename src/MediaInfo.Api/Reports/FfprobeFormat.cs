using System.Text.Json;
using MediaInfo.Api.Gateway;

namespace MediaInfo.Api.Reports;

/// <summary>ffprobe's own JSON, unchanged except for the file's name.</summary>
public sealed class FfprobeFormat : IDescriptionFormat
{
    private static readonly JsonElement Nothing = JsonElement.Parse("{}"u8);

    /// <inheritdoc />
    public string Name => "ffprobe";

    /// <inheritdoc />
    public JsonElement Write(DescribedFile file) => file.Result.Ffprobe ?? Nothing;
}
