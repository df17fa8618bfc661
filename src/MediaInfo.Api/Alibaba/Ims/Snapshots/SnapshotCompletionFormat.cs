using MediaInfo.Api.Alibaba.Rpc;

namespace MediaInfo.Api.Alibaba.Ims.Snapshots;

/// <summary>The completion message for snapshot jobs of Intelligent Media Services, which documents none.</summary>
public sealed class SnapshotCompletionFormat() : SnapshotMessageFormat(ImsApi.SnapshotDialect, ImsErrors.OfFailure);
