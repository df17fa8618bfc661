using System.Text.Json;
using MediaInfo.Api.Gateway;
using MediaInfo.Api.Reports.Wire;
using MediaInfo.Core.Media;

namespace MediaInfo.Api.Reports;

/// <summary>Describes a file as GetProbeReport does: our description, ffprobe's JSON and the cost.</summary>
public sealed class ReportFormat : IDescriptionFormat
{
    /// <inheritdoc />
    public string Name => "report";

    /// <inheritdoc />
    public JsonElement Write(DescribedFile file)
    {
        var report = new ProbeReport(
            JsonSerializer.SerializeToElement(file.Result.Description, MediaJson.Default.MediaDescription),
            file.Result.Ffprobe,
            Usage.Of(file.Usage));
        return JsonSerializer.SerializeToElement(report, ReportJson.Wire.ProbeReport);
    }
}
