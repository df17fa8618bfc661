using MediaInfo.Api.Rpc;

namespace MediaInfo.Api.Ims;

/// <summary>The completion message of jobs of Intelligent Media Services.</summary>
public sealed class ImsCompletionFormat() : CompletionFormat(ImsApi.Dialect);
