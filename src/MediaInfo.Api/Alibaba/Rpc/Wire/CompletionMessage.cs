namespace MediaInfo.Api.Alibaba.Rpc.Wire;

/// <summary>The message to a pipeline's queue. Source: "Callback message format" of QueryMediaInfoJobList.</summary>
/// <remarks>A member is absent if the submit call had none.</remarks>
/// <param name="Type">Always "MediaInfo".</param>
/// <param name="State">Success or Fail.</param>
/// <param name="JobId">The job.</param>
/// <param name="UserData">The caller's own data, unchanged.</param>
/// <param name="RequestId">The RequestId of the submit call.</param>
public sealed record CompletionMessage(string Type, string State, string JobId, string? UserData, string RequestId);
