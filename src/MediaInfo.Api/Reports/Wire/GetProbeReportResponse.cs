using System.Text.Json;

namespace MediaInfo.Api.Reports.Wire;

/// <summary>The response of GetProbeReport.</summary>
/// <param name="RequestId">The request's id.</param>
/// <param name="JobId">The job's id.</param>
/// <param name="Description">Our description, independent of any vendor; see MediaInfo.Core.Media.</param>
/// <param name="Report">ffprobe's own JSON.</param>
/// <param name="Usage">What reading the object cost.</param>
public sealed record GetProbeReportResponse(
    string RequestId, string JobId, JsonElement Description, JsonElement? Report, Usage Usage);
