using System.Text.Json.Serialization;

namespace MediaInfo.Api.Huawei.Mpc.Wire;

/// <summary>The body of a task request. Source: "Creating a Video Parsing Task".</summary>
/// <param name="Input">The object to parse. Required.</param>
/// <param name="Output">Where the metadata is also written as a file; null for nowhere.</param>
/// <param name="UserData">
/// The caller's own data, text or a number, up to 1,024 bytes; null for none.
/// <example>"order-17"</example>
/// </param>
/// <param name="Sync">1 to answer with the metadata, 0 to queue the task; null for 0.<example>1</example></param>
public sealed record CreateTaskRequest(
    ObsObjInfo? Input, ObsObjInfo? Output, [property: JsonConverter(typeof(TextOrNumberConverter))] string? UserData, int? Sync);
