namespace MediaInfo.Api.Alibaba.Mps.Wire;

/// <summary>Where a pipeline's messages go. Source: "AddPipeline"; Url is our extension.</summary>
/// <param name="QueueName">A queue.</param>
/// <param name="Topic">A topic.</param>
/// <param name="MqTopic">A topic of another messaging product, which this service does not have.</param>
/// <param name="MqTag">Its tag.</param>
/// <param name="Url">An HTTP or HTTPS address.</param>
public sealed record NotifyConfig(string? QueueName, string? Topic, string? MqTopic, string? MqTag, string? Url);
