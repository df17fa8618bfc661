using MediaInfo.Api.Alibaba.Rpc;

namespace MediaInfo.Api.Alibaba.Ims;

/// <summary>The completion message for jobs of Intelligent Media Services.</summary>
public sealed class ImsCompletionFormat() : CompletionFormat(ImsApi.Dialect);
