using MediaInfo.Api.Rpc;

namespace MediaInfo.Api.Mps;

/// <summary>The completion message of jobs of ApsaraVideo Media Processing.</summary>
public sealed class MpsCompletionFormat() : CompletionFormat(MpsApi.Dialect);
