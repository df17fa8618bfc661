namespace MediaInfo.Api.Huawei.Mpc.Wire;

/// <summary>The message to a pipeline's queue. Source: the event ParseComplete, whose body no page shows.</summary>
/// <param name="EventType">Always "ParseComplete".</param>
/// <param name="ParseInfo">The task.</param>
public sealed record CompletionMessage(string EventType, ExtractTask ParseInfo);
