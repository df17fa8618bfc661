namespace MediaInfo.Api.Alibaba.Mps.Wire;

/// <summary>Where a pipeline's messages go. Source: "AddPipeline"; Url is our extension.</summary>
/// <remarks>A member is absent if it was not set.</remarks>
/// <param name="QueueName">A storage queue that the account may use.</param>
/// <param name="Topic">
/// A <see href="../mns-topics.md">topic</see>, or while nobody subscribes to it, the queue of that name.
/// </param>
/// <param name="MqTopic">
/// A topic of the vendor's other messaging product: the same as Topic here.<example>"topic"</example>
/// </param>
/// <param name="MqTag">
/// The tag of the messages to MqTopic, up to 128 characters: subscribers may filter by it.<example>"tag"</example>
/// </param>
/// <param name="Url">An http or https address of up to 2,048 characters.</param>
public sealed record NotifyConfig(string? QueueName, string? Topic, string? MqTopic, string? MqTag, string? Url);
