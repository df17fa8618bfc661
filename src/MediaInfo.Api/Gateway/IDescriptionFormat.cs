using System.Text.Json;

namespace MediaInfo.Api.Gateway;

/// <summary>How a dialect describes one file, without a job around the description.</summary>
public interface IDescriptionFormat
{
    /// <summary>The name that selects it, such as "mps".</summary>
    string Name { get; }

    /// <summary>The description's JSON.</summary>
    JsonElement Write(DescribedFile file);
}
