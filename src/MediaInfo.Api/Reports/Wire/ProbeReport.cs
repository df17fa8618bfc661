using System.Text.Json;

namespace MediaInfo.Api.Reports.Wire;

/// <summary>
/// The members of <see cref="GetProbeReportResponse"/> that do not come from a job. Source: our own, for the command
/// <c>mediainfo probe --format report</c>.
/// </summary>
/// <param name="Description">Our description, a <see href="#mediadescription">MediaDescription</see>.</param>
/// <param name="Report">ffprobe's own JSON, with every field; absent if an earlier version did not keep it.</param>
/// <param name="Usage">What reading the file cost.</param>
public sealed record ProbeReport(JsonElement Description, JsonElement? Report, Usage Usage);
