using System.Text.Json;
using MediaInfo.Core.Analysis;
using MediaInfo.Core.Jobs;
using MediaInfo.Core.Media;
using MediaInfo.Core.Objects;

namespace MediaInfo.Api.Huawei.Mpc;

/// <summary>The file that a task's output requests: the metadata as in responses.</summary>
public sealed class MpcResultFormat : IResultFormat
{
    /// <inheritdoc />
    public string Dialect => MpcApi.Dialect;

    /// <inheritdoc />
    public string ContentType => "application/json";

    /// <inheritdoc />
    public ObjectRef? TargetOf(AnalysisJob job) =>
        MpcObjects.Read(job.SubmittedInput)?.Output is { } output ? MpcOutput.TargetOf(output, JobNumber.Of(job.Key)) : null;

    /// <inheritdoc />
    public byte[] Write(AnalysisJob job, MediaDescription description) =>
        JsonSerializer.SerializeToUtf8Bytes(MpcMetaDataMapper.Map(description), MpcJson.Wire.MetaData);
}
