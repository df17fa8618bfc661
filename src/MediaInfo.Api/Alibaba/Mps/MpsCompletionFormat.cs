using MediaInfo.Api.Alibaba.Rpc;

namespace MediaInfo.Api.Alibaba.Mps;

/// <summary>The completion message for jobs of ApsaraVideo Media Processing.</summary>
public sealed class MpsCompletionFormat() : CompletionFormat(MpsApi.Dialect);
