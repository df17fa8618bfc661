namespace MediaInfo.Api.Alibaba.Mps.Wire;

/// <summary>The result of delivering the completion message: an id on success, an error otherwise.</summary>
/// <param name="MessageId">The delivered message's id.</param>
/// <param name="ErrorCode">The error's code.</param>
/// <param name="ErrorMessage">The error's message.</param>
public sealed record MnsMessageResult(string? MessageId, string? ErrorCode, string? ErrorMessage);
