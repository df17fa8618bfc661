using System.Text.Json;
using MediaInfo.Api.Alibaba.Rpc.Wire;
using MediaInfo.Core.Callbacks;
using MediaInfo.Core.Jobs;

namespace MediaInfo.Api.Alibaba.Rpc;

/// <summary>The message sent to a pipeline's queue when a snapshot job of one of Alibaba's dialects ends.</summary>
/// <remarks>
/// Source: "Receive notifications" of ApsaraVideo Media Processing, "Message format for a job", whose examples have each member
/// in both spellings. IMS documents none for its jobs, but they run in the same pipelines and so send the same message.
/// </remarks>
/// <param name="dialect">The dialect of the jobs.</param>
/// <param name="codeOf">The code and the message of a failure.</param>
public abstract class SnapshotMessageFormat(string dialect, Func<JobFailure, (string Code, string Message)> codeOf)
    : ICompletionFormat
{
    /// <inheritdoc />
    public string Dialect => dialect;

    /// <inheritdoc />
    public Task<string> FormatAsync(AnalysisJob job, CancellationToken cancellationToken)
    {
        var (code, text) = job.Failure is { } failure ? codeOf(failure) : ((string?)null, (string?)null);
        var state = job.State == JobState.Succeeded ? "Success" : "Fail";
        var message = new SnapshotMessage("Snapshot", job.Key.Id, job.RequestId, state, job.UserData, code, text);
        return Task.FromResult(JsonSerializer.Serialize(message, RpcJson.Wire.SnapshotMessage));
    }
}
