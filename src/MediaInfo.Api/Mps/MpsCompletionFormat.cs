using System.Text.Json;
using MediaInfo.Api.Mps.Wire;
using MediaInfo.Core.Callbacks;
using MediaInfo.Core.Jobs;

namespace MediaInfo.Api.Mps;

/// <summary>The message that a pipeline's queue gets when a job ends.</summary>
/// <remarks>Source: "Callback message format" on the page of QueryMediaInfoJobList.</remarks>
public sealed class MpsCompletionFormat : ICompletionFormat
{
    /// <inheritdoc />
    public string Dialect => MpsApi.Dialect;

    /// <inheritdoc />
    public string Format(AnalysisJob job) => JsonSerializer.Serialize(
        new CompletionMessage("MediaInfo", MpsJobMapper.StateOf(job.State), job.Key.Id, job.UserData, job.RequestId),
        MpsJson.Wire.CompletionMessage);
}
