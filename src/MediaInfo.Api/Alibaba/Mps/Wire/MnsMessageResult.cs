namespace MediaInfo.Api.Alibaba.Mps.Wire;

/// <summary>
/// The result of delivering the completion message: an id on success, an error otherwise. Source: "QueryMediaInfoJobList",
/// response elements.
/// </summary>
/// <remarks>A member is absent if it does not apply.</remarks>
/// <param name="MessageId">The delivered message's id; absent if it was not delivered.</param>
/// <param name="ErrorCode">
/// AccessDenied: the queue is not the account's any more. DeliveryFailed: every try failed; absent if the message was delivered.
/// </param>
/// <param name="ErrorMessage">The same as a sentence; absent if the message was delivered.</param>
public sealed record MnsMessageResult(string? MessageId, string? ErrorCode, string? ErrorMessage);
