using System.Text.Json;

namespace MediaInfo.Api.Reports.Wire;

/// <summary>The response of GetProbeReport.</summary>
/// <param name="RequestId">The request's id.</param>
/// <param name="JobId">The job's id.</param>
/// <param name="Description">Our description, a <see href="#mediadescription">MediaDescription</see>.</param>
/// <param name="Report">ffprobe's own JSON, with every field; absent if an earlier version did not keep it.</param>
/// <param name="Usage">What reading the object cost.</param>
public sealed record GetProbeReportResponse(
    string RequestId, string JobId, JsonElement Description, JsonElement? Report, Usage Usage);
