using MediaInfo.Api.Alibaba.Rpc;

namespace MediaInfo.Api.Alibaba.Mps;

/// <summary>The completion message for snapshot jobs of ApsaraVideo Media Processing.</summary>
public sealed class MpsSnapshotMessageFormat() : SnapshotMessageFormat(MpsApi.SnapshotDialect, MpsErrors.OfFailure);
