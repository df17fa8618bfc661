using System.Text.Json;
using MediaInfo.Api.Alibaba.Ims.Wire;

namespace MediaInfo.Api.Alibaba.Ims.Snapshots;

/// <summary>What a snapshot job's document keeps of the call, for responses.</summary>
/// <param name="Input">The input as submitted.</param>
/// <param name="Output">The output as submitted.</param>
/// <param name="TemplateId">The template's id.</param>
/// <param name="TemplateConfig">The settings in effect: the template's with the call's over them.</param>
internal sealed record SubmittedSnapshot(JobInput Input, JobInput Output, string TemplateId, string TemplateConfig)
{
    /// <summary>Reads what a job's document keeps; null for a job that was not submitted by a call.</summary>
    public static SubmittedSnapshot? Read(string text) =>
        text is ['{', ..] ? JsonSerializer.Deserialize(text, SnapshotJson.Wire.SubmittedSnapshot) : null;

    /// <summary>The text to keep.</summary>
    public string Write() => JsonSerializer.Serialize(this, SnapshotJson.Wire.SubmittedSnapshot);
}
