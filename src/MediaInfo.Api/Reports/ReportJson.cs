using System.Text.Json.Serialization;
using MediaInfo.Api.Reports.Wire;
using MediaInfo.Api.Rpc;

namespace MediaInfo.Api.Reports;

/// <summary>The JSON of our own action.</summary>
[JsonSerializable(typeof(GetProbeReportResponse))]
internal sealed partial class ReportJson : JsonSerializerContext
{
    /// <summary>The context with the options of every answer.</summary>
    public static ReportJson Wire { get; } = new(RpcJson.NewWireOptions());
}
