using System.Text.Json.Nodes;

namespace MediaInfo.Api.Alibaba.Ims.Library.Wire;

/// <summary>An event as posted or queued. Source: "Event list" of Intelligent Media Services.</summary>
/// <param name="EventType">The event's name.</param>
/// <param name="UserId">The account's id: a number, or text if it is not a number.</param>
/// <param name="EventTime">When it happened, ISO 8601, UTC.</param>
/// <param name="MessageBody">What happened.</param>
public sealed record EventMessage(string EventType, JsonValue UserId, string EventTime, EventBody MessageBody);
