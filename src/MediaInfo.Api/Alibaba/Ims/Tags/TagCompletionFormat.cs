using System.Text.Json;
using MediaInfo.Api.Alibaba.Ims.Tags.Wire;
using MediaInfo.Core.Callbacks;
using MediaInfo.Core.Jobs;

namespace MediaInfo.Api.Alibaba.Ims.Tags;

/// <summary>The message when a tag job ends. Source: "Callback message format" of QuerySmarttagJob.</summary>
public sealed class TagCompletionFormat : ICompletionFormat
{
    /// <inheritdoc />
    public string Dialect => TagApi.Dialect;

    /// <inheritdoc />
    public Task<string> FormatAsync(AnalysisJob job, CancellationToken cancellationToken) => Task.FromResult(
        JsonSerializer.Serialize(
            new SmarttagMessage("smarttag", job.Key.Id, TagJobStatus.Of(job.State), job.UserData),
            SmarttagJson.Wire.SmarttagMessage));
}
