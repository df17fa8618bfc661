namespace MediaInfo.Api.Mps.Wire;

/// <summary>Where a pipeline's messages go. Source: "AddPipeline"; Url is this service's own.</summary>
/// <param name="QueueName">A queue.</param>
/// <param name="Topic">A topic.</param>
/// <param name="MqTopic">A topic of another messaging product, which this service does not have.</param>
/// <param name="MqTag">Its tag.</param>
/// <param name="Url">An http or https address.</param>
public sealed record NotifyConfig(string? QueueName, string? Topic, string? MqTopic, string? MqTag, string? Url);
