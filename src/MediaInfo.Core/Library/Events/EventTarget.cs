namespace MediaInfo.Core.Library.Events;

/// <summary>Where events go. One of the members is set.</summary>
/// <param name="Url">An http or https address; null for a queue.</param>
/// <param name="QueueName">A storage queue; null for an address.</param>
public sealed record EventTarget(string? Url, string? QueueName);
