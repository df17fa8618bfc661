namespace MediaInfo.Api.Alibaba.Mps.Wire;

/// <summary>Where a pipeline's messages go. Source: "AddPipeline"; Url is our extension.</summary>
/// <remarks>A member is absent if it was not set.</remarks>
/// <param name="QueueName">A storage queue that the account may use.</param>
/// <param name="Topic">The same; a topic is a storage queue too.</param>
/// <param name="MqTopic">
/// A topic of another messaging product, which this service does not have; absent always, because it is refused.
/// <example>"topic"</example>
/// </param>
/// <param name="MqTag">Its tag; absent always.<example>"tag"</example></param>
/// <param name="Url">An http or https address of up to 2,048 characters.</param>
public sealed record NotifyConfig(string? QueueName, string? Topic, string? MqTopic, string? MqTag, string? Url);
