namespace MediaInfo.Core.Library.Events;

/// <summary>The target of events. Exactly one member is set.</summary>
/// <param name="Url">An HTTP or HTTPS URL; null for a queue.</param>
/// <param name="QueueName">A storage queue; null for a URL.</param>
public sealed record EventTarget(string? Url, string? QueueName);
