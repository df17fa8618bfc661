using System.Text.Json.Serialization;

namespace MediaInfo.Api.Mpc.Wire;

/// <summary>The body of a request for a task.</summary>
/// <param name="Input">The object to parse.</param>
/// <param name="Output">Where the metadata is written as well; null for nowhere.</param>
/// <param name="UserData">The caller's own data, text or a number.</param>
/// <param name="Sync">1 to answer with the metadata, 0 or null to queue the task.</param>
public sealed record CreateTaskRequest(
    ObsObjInfo? Input, ObsObjInfo? Output, [property: JsonConverter(typeof(TextOrNumberConverter))] string? UserData, int? Sync);
