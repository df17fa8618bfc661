namespace MediaInfo.Api.Alibaba.Rpc.Wire;

/// <summary>The body of an error response. Source: "Response results" of ApsaraVideo Media Processing.</summary>
/// <param name="RequestId">The request's id.</param>
/// <param name="HostId">The host that was called.</param>
/// <param name="Code">The error's code.</param>
/// <param name="Message">The error's message.</param>
public sealed record ErrorBody(string RequestId, string HostId, string Code, string Message);
