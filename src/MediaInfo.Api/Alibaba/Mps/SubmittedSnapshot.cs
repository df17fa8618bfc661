using System.Text.Json;
using MediaInfo.Api.Alibaba.Mps.Wire;
using MediaInfo.Api.Gateway;

namespace MediaInfo.Api.Alibaba.Mps;

/// <summary>What a snapshot job's document keeps of the call, for responses.</summary>
/// <param name="Input">The input as submitted.</param>
/// <param name="SnapshotConfig">The settings as submitted.</param>
internal sealed record SubmittedSnapshot(JobInput? Input, SnapshotConfig? SnapshotConfig)
{
    /// <summary>Reads what a job's document keeps.</summary>
    public static SubmittedSnapshot? Read(string text) =>
        CallerJson.OrNull(() => JsonSerializer.Deserialize(text, MpsJson.Wire.SubmittedSnapshot));

    /// <summary>The text to keep.</summary>
    public string Write() => JsonSerializer.Serialize(this, MpsJson.Wire.SubmittedSnapshot);
}
