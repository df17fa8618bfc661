using System.Text.Json.Serialization;
using MediaInfo.Api.Reports.Wire;
using MediaInfo.Api.Alibaba.Rpc;

namespace MediaInfo.Api.Reports;

/// <summary>The JSON of our own actions.</summary>
[JsonSerializable(typeof(GetProbeReportResponse))]
[JsonSerializable(typeof(ProbeReport))]
[JsonSerializable(typeof(ListJobsResponse))]
[JsonSerializable(typeof(GetJobResponse))]
[JsonSerializable(typeof(GetJobDescriptionResponse))]
[JsonSerializable(typeof(GetPicturesResponse))]
[JsonSerializable(typeof(GetBitRateResponse))]
[JsonSerializable(typeof(CreateUploadResponse))]
[JsonSerializable(typeof(GetAccountResponse))]
internal sealed partial class ReportJson : JsonSerializerContext
{
    /// <summary>The context with the options for every response.</summary>
    public static ReportJson Wire { get; } = new(RpcJson.NewWireOptions());
}
