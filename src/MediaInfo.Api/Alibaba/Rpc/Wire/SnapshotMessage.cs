using System.Text.Json.Serialization;

namespace MediaInfo.Api.Alibaba.Rpc.Wire;

/// <summary>
/// The message to a pipeline's queue about a snapshot job. Source: "Message format for a job" on the page "Receive
/// notifications".
/// </summary>
/// <remarks>A member is absent if the submit call had none, or if the job has not failed.</remarks>
/// <param name="Type">Always "Snapshot".</param>
/// <param name="JobId">The job.</param>
/// <param name="RequestId">The RequestId of the submit call.</param>
/// <param name="State">Success or Fail.</param>
/// <param name="UserData">The caller's own data, unchanged; absent if the submit call had none.</param>
/// <param name="Code">Why it failed, as the product's code; absent unless it did.</param>
/// <param name="Msg">Why it failed, as the product's sentence; absent unless it did.</param>
public sealed record SnapshotMessage(
    string Type, string JobId, string RequestId, string State, string? UserData, string? Code, string? Msg)
{
    /// <summary>The same as JobId.</summary>
    [JsonPropertyName("jobId")]
    public string LowerJobId => JobId;

    /// <summary>The same as RequestId.</summary>
    [JsonPropertyName("requestId")]
    public string LowerRequestId => RequestId;

    /// <summary>The same as Type.</summary>
    [JsonPropertyName("type")]
    public string LowerType => Type;

    /// <summary>The same as State.</summary>
    [JsonPropertyName("state")]
    public string LowerState => State;

    /// <summary>The same as UserData.</summary>
    [JsonPropertyName("userData")]
    public string? LowerUserData => UserData;

    /// <summary>The same as Code.</summary>
    [JsonPropertyName("code")]
    public string? LowerCode => Code;

    /// <summary>The same as Msg.</summary>
    [JsonPropertyName("msg")]
    public string? LowerMsg => Msg;
}
