using System.Text.Json;
using MediaInfo.Api.Alibaba.Rpc.Wire;
using MediaInfo.Core.Callbacks;
using MediaInfo.Core.Jobs;

namespace MediaInfo.Api.Alibaba.Rpc;

/// <summary>The message sent to a pipeline's queue when a job of one of Alibaba's dialects ends.</summary>
/// <remarks>
/// Source: "Callback message format" on the page of QueryMediaInfoJobList. IMS documents none for its jobs, but they run in the
/// same pipelines and so send the same message.
/// </remarks>
public abstract class CompletionFormat(string dialect) : ICompletionFormat
{
    /// <inheritdoc />
    public string Dialect => dialect;

    /// <inheritdoc />
    public Task<string> FormatAsync(AnalysisJob job, CancellationToken cancellationToken)
    {
        var state = job.State == JobState.Succeeded ? "Success" : "Fail";
        return Task.FromResult(JsonSerializer.Serialize(
            new CompletionMessage("MediaInfo", state, job.Key.Id, job.UserData, job.RequestId), RpcJson.Wire.CompletionMessage));
    }
}
