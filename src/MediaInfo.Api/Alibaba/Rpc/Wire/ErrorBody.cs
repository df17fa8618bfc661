namespace MediaInfo.Api.Alibaba.Rpc.Wire;

/// <summary>The body of an error response. Source: "Response results" of ApsaraVideo Media Processing.</summary>
/// <param name="RequestId">The request's id.<example>"8C6D2B1A-4E5F-4A3B-9C8D-7E6F5A4B3C2D"</example></param>
/// <param name="HostId">The host that was called.<example>"127.0.0.1:7071"</example></param>
/// <param name="Code">The error's code.<example>"InvalidParameter"</example></param>
/// <param name="Message">The error's message.<example>"The specified parameter \"State\" is invalid."</example></param>
public sealed record ErrorBody(string RequestId, string HostId, string Code, string Message)
{
    /// <summary>
    /// Our extension: what is wrong, as a sentence of ours; absent if Message says all. The vendor's SDKs ignore it.
    /// </summary>
    /// <example>"The body is larger than 256 KiB."</example>
    public string? Reason { get; init; }
}
